import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { castBallotEndpoint, type MyVoter } from '#core/votes'
import { addressOf } from '../api/test-server'
import type { Adult } from './voters'

/** A ballot that the product acknowledged. */
export interface Acknowledged {
  adult: Adult
  choice: string
  answer: MyVoter
  key: string
  /** It had to be sent more than once. */
  repeated: boolean
  milliseconds: number
}

const GIVE_UP_MS = 90_000
/** Not an answer to the question: the database was away, or it was asked too often. */
const AWAY = [429, 503]

/** Thousands of phones over a bounded number of connections, wherever the product is now. */
export class PollingDay {
  readonly acknowledged: Acknowledged[] = []
  private readonly agent: http.Agent

  constructor(
    private readonly urlNow: () => string,
    private readonly vote: { communityId: string; voteId: string },
    private readonly voterOf: ReadonlyMap<string, string>,
    private readonly connections: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Everybody casts, each their ballots one after the other. */
  async castAll(adults: readonly Adult[]): Promise<void> {
    const waiting = [...adults]
    const phone = async () => {
      for (let adult = waiting.shift(); adult; adult = waiting.shift())
        for (const choice of adult.choices) await this.cast(adult, choice)
    }
    await Promise.all(Array.from({ length: this.connections }, phone))
  }

  private async cast(adult: Adult, choice: string): Promise<void> {
    const key = randomUUID()
    const begun = performance.now()
    const { repeated, answer } = await this.send({ adult, choice, key })
    const milliseconds = performance.now() - begun
    this.acknowledged.push({ adult, choice, key, answer, repeated, milliseconds })
  }

  /** Sends a ballot under its key until it is answered. */
  async send({ adult, choice, key }: Pick<Acknowledged, 'adult' | 'choice' | 'key'>) {
    for (let tries = 0, deadline = Date.now() + GIVE_UP_MS; ; tries += 1) {
      const sent = await this.post(adult, choice, key).catch(() => undefined)
      if (sent?.status === 200) return { answer: JSON.parse(sent.body) as MyVoter, repeated: tries > 0 }
      if (sent && !AWAY.includes(sent.status))
        throw new Error(`A ballot was answered ${sent.status}: ${sent.body}`)
      if (Date.now() > deadline) throw new Error('A ballot was not answered in a minute and a half')
      await sleep(50)
    }
  }

  /** Each phone has an address of its own, as behind a proxy. */
  private post(adult: Adult, choice: string, key: string): Promise<{ status: number; body: string }> {
    const voterId = this.voterOf.get(adult.homeId) ?? ''
    const input = { params: this.vote, body: { voterId, choices: { i1: choice } } }
    const body = JSON.stringify(input.body)
    const [a, b, c] = Buffer.from(adult.personId.slice(0, 6), 'hex')
    const headers = {
      authorization: `Bearer ${adult.token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-forwarded-for': `10.${a}.${b}.${c}`,
    }
    const address = this.urlNow().replace('localhost', '127.0.0.1') + addressOf(castBallotEndpoint, input)
    return new Promise((resolve, reject) => {
      const request = http.request(
        address,
        { method: 'POST', headers, agent: this.agent, timeout: 20_000 },
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
