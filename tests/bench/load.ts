import http from 'node:http'

/** One request, as it goes over the wire. */
export interface Request {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
}

/** What some time of asking came to. */
export interface Load {
  perSecond: number
  /** Of every answer, in milliseconds. */
  latencies: number[]
}

/** Asks one server for a time with so many clients at once, each waiting for its answer, over kept connections. Every answer must be a 200. */
export class Clients {
  private readonly agent: http.Agent

  constructor(
    private readonly origin: string,
    private readonly count: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: count })
  }

  async ask(next: () => Request, milliseconds: number, calls = Infinity): Promise<Load> {
    const latencies: number[] = []
    const start = performance.now()
    const end = start + milliseconds
    const client = async () => {
      while (performance.now() < end && latencies.length < calls) {
        const sent = performance.now()
        await this.one(next())
        latencies.push(performance.now() - sent)
      }
    }
    await Promise.all(Array.from({ length: this.count }, client))
    const perSecond = (latencies.length * 1000) / (performance.now() - start)
    // Until the next turn a server would close them, just when they are needed.
    this.agent.destroy()
    return { perSecond, latencies }
  }

  private one({ method, path, headers, body }: Request): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = http.request(this.origin + path, { method, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve()
            : reject(new Error(`${method} ${path}: ${answer.statusCode} ${Buffer.concat(parts).toString()}`)),
        )
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

/** The middle one. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** What so many of a hundred are below at most: of 95, all but one in twenty. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)]!
}
