import type { Pool } from 'pg'
import { SMALL } from '../postgres/plans'
import type { Asked } from './listener'

/** Where the plans of every list are kept; `npm run plans` writes it. */
export const KEPT_FILE = 'docs/plans/lists.txt'

/** One statement of a list and how PostgreSQL goes about it. */
export interface KeptPlan {
  /** What was looked at. */
  of: string
  statement: string
  /** `explain (costs off)`, as PostgreSQL prints it. */
  plan: string
}

/**
 * The plans of what was asked in the biggest community; a statement that several lists share is kept once, where it
 * first came. Within a list by their text: some are asked side by side.
 */
export class PlanBook {
  private readonly known = new Set<string>()
  readonly plans: KeptPlan[] = []

  async add(pool: Pool, of: string, asked: readonly Asked[]): Promise<void> {
    for (const { sql, parameters } of inOrder(asked)) {
      const statement = oneLine(sql)
      if (this.known.has(statement)) continue
      this.known.add(statement)
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, [
        ...parameters,
      ])
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      this.plans.push({ of, statement, plan })
    }
  }
}

const oneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim()
const inOrder = (asked: readonly Asked[]) =>
  [...asked].sort((one, other) => (oneLine(one.sql) < oneLine(other.sql) ? -1 : 1))

/** The book as a text to read. */
export const toText = (head: string, plans: readonly KeptPlan[]): string =>
  [head, ...plans.map(({ of, statement, plan }) => `== ${of}\n${statement}\n\n${plan}\n`)].join('\n')

/** Reads such a text back. */
export function fromText(text: string): KeptPlan[] {
  const [, ...parts] = text.split(/^== /m)
  return parts.map((part) => {
    const [of = '', statement = '', , ...plan] = part.trimEnd().split('\n')
    return { of, statement, plan: plan.join('\n') }
  })
}

const WAYS = [
  /\b(?:Index|Index Only) Scan(?: Backward)? using (?<way>\S+)/,
  /\bBitmap Index Scan on (?<way>\S+)/,
  /\b(?<way>Seq Scan on \S+)/,
]

const READS_SMALL = new RegExp(`^(Seq Scan on (${SMALL.join('|')})$|(${SMALL.join('|')})_)`)

/**
 * What matters about a plan: by which indexes it finds its rows, and whether it reads a table. How rows are joined and
 * put in order follows from how many there are, which is never estimated quite alike, and so does how a table that stays
 * small is read; sorting many is a trouble of its own (`troublesOf`).
 */
export function shapeOf(plan: string): string[] {
  const ways = plan
    .split('\n')
    .flatMap((line) => WAYS.map((way) => way.exec(line)?.groups?.way).filter((way) => way !== undefined))
  return [...new Set(ways)].filter((way) => !READS_SMALL.test(way)).sort()
}
