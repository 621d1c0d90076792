import type { Pool } from 'pg'
import type { Asked } from './listener'

/** Where the plans of every list are kept; `npm run plans` writes it. */
export const KEPT_FILE = 'docs/plans/lists.txt'

/** One statement of a list and how PostgreSQL goes about it. */
export interface KeptPlan {
  /** What was looked at, and where. */
  of: string
  statement: string
  /** `explain (costs off)`, as PostgreSQL prints it. */
  plan: string
}

/** The plans of what was asked; a statement that several lists share is kept once, where it first came. */
export class PlanBook {
  private readonly known = new Set<string>()
  readonly plans: KeptPlan[] = []

  async add(pool: Pool, where: string, what: string, asked: readonly Asked[]): Promise<void> {
    for (const { sql, parameters } of asked) {
      const statement = sql.replace(/\s+/g, ' ').trim()
      if (this.known.has(`${where} ${statement}`)) continue
      this.known.add(`${where} ${statement}`)
      const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, [
        ...parameters,
      ])
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      this.plans.push({ of: `${what} (${where})`, statement, plan })
    }
  }
}

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
  /^\s*(?:-> +)?(?<way>(?:Incremental )?Sort)\b/,
]

/**
 * What matters about a plan: by which indexes it finds its rows, and whether it reads a table or sorts. How rows are
 * joined, and in which order, follows from how many there are.
 */
export function shapeOf(plan: string): string[] {
  const ways = plan
    .split('\n')
    .flatMap((line) => WAYS.map((way) => way.exec(line)?.groups?.way).filter((way) => way !== undefined))
  return [...new Set(ways)].sort()
}
