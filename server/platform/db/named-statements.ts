import type { Pool, PoolClient } from 'pg'

/** A statement is named when it is asked for the third time: what is put together anew each time never is. */
const ASKED_BEFORE = 2
/** Each connection keeps every named statement. */
const NAMED_AT_MOST = 300
const REMEMBERED_AT_MOST = 2_000
/** `feature_not_supported`: a migration changed a table, and what was prepared for it before doesn't fit any more. */
const PLAN_OUTDATED = '0A000'

/**
 * Lets PostgreSQL parse and plan what is asked again and again only once per connection: named statements. Not behind
 * PgBouncer in transaction mode, where a connection is another one each time (docs/operations.md).
 */
export function nameStatements(pool: Pool): void {
  const names = new Names()
  pool.on('connect', (client) => nameThoseOf(client, names))
}

/** The names that all connections share. */
class Names {
  private readonly named = new Map<string, string>()
  private readonly asked = new Map<string, number>()

  /** The statement's name; undefined as long as it has none. */
  of(text: string): string | undefined {
    const name = this.named.get(text)
    if (name !== undefined || this.named.size >= NAMED_AT_MOST) return name
    const before = this.asked.get(text) ?? 0
    if (before >= ASKED_BEFORE) return this.give(text)
    if (this.asked.size >= REMEMBERED_AT_MOST) this.asked.clear()
    this.asked.set(text, before + 1)
    return undefined
  }

  private give(text: string): string {
    const name = `linli_${this.named.size}`
    this.named.set(text, name)
    this.asked.delete(text)
    return name
  }
}

type Ask = (...given: unknown[]) => unknown

/** What has values goes under its name; on a connection where that failed because a table changed, nothing does any more. */
function nameThoseOf(client: PoolClient, names: Names): void {
  const ask = client.query.bind(client) as Ask
  let fits = true
  const named: Ask = (first, second, ...rest) => {
    const name = fits && typeof first === 'string' && hasValues(second) ? names.of(first) : undefined
    if (name === undefined) return ask(first, second, ...rest)
    const answer = ask({ name, text: first, values: second }, ...rest)
    if (answer instanceof Promise)
      answer.catch((error: { code?: string }) => (fits = fits && error.code !== PLAN_OUTDATED))
    return answer
  }
  client.query = named as typeof client.query
}

const hasValues = (given: unknown): boolean => Array.isArray(given) && given.length > 0
