import { createHash, randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnswerOf, Endpoint } from '#core/contract'
import { addressOf, type CallInput } from '../api/test-server'

const GIVE_UP_MS = 90_000
/** Not an answer to the question: the database was away, or it was asked too often. */
const AWAY = [429, 503]

/** What was answered, and whether it had to be sent more than once. */
export interface Sent<E extends Endpoint> {
  answer: AnswerOf<E>
  repeated: boolean
}

/** Thousands of phones over a bounded number of connections, wherever the product is now. */
export class Phones {
  private readonly agent: http.Agent

  constructor(
    private readonly urlNow: () => string,
    private readonly connections: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Does all of them, as many side by side as there are connections, or fewer. */
  async all<Item>(
    items: readonly Item[],
    work: (item: Item) => Promise<void>,
    sideBySide = this.connections,
  ): Promise<void> {
    const waiting = [...items]
    const lane = async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
    }
    await Promise.all(Array.from({ length: sideBySide }, lane))
  }

  /** Sends a call under its key until it is answered. */
  async send<E extends Endpoint>(
    endpoint: E,
    { key = randomUUID(), ...input }: CallInput<E>,
  ): Promise<Sent<E>> {
    for (let tries = 0, deadline = Date.now() + GIVE_UP_MS; ; tries += 1) {
      const sent = await this.call(endpoint, { ...input, key }).catch(() => undefined)
      if (sent?.status === 200) return { answer: JSON.parse(sent.body) as AnswerOf<E>, repeated: tries > 0 }
      if (sent && !AWAY.includes(sent.status))
        throw new Error(`${endpoint.method} ${endpoint.path} was answered ${sent.status}: ${sent.body}`)
      if (Date.now() > deadline) throw new Error(`${endpoint.path} was not answered in a minute and a half`)
      await sleep(50)
    }
  }

  /** Each phone has an address of its own, as behind a proxy. */
  private call<E extends Endpoint>(
    endpoint: E,
    input: CallInput<E>,
  ): Promise<{ status: number; body: string }> {
    const body = input.body === undefined ? undefined : JSON.stringify(input.body)
    const [a, b, c] = createHash('sha256')
      .update(input.as ?? '')
      .digest()
    const headers = {
      authorization: `Bearer ${input.as}`,
      'x-forwarded-for': `10.${a}.${b}.${c}`,
      ...(endpoint.method === 'GET' ? {} : { 'idempotency-key': input.key }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    }
    const address = this.urlNow().replace('localhost', '127.0.0.1') + addressOf(endpoint, input)
    return new Promise((resolve, reject) => {
      const request = http.request(
        address,
        { method: endpoint.method, headers, agent: this.agent, timeout: 20_000 },
        (answer) => {
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }),
          )
        },
      )
      request.on('timeout', () => request.destroy(new Error('no answer')))
      request.on('error', reject)
      request.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}
