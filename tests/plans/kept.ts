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

const WHOLE = new RegExp(`\\bSeq Scan on (?!(?:${SMALL.join('|')})\\b)\\S+`, 'g')

/**
 * What a kept plan reads from end to end and should not. By which of its indexes a table is read isn't compared: where
 * two serve equally well, the statistics of the day decide.
 */
export const readWhole = (plan: string): string[] => plan.match(WHOLE) ?? []
