import type { Client, Pool } from 'pg'
import { PAGE_SIZE } from '#core/contract'

/** Tables that stay small. None of the others is ever read from end to end, so a new table must be filled (tests/builders/big-district). */
export const SMALL = ['regions', 'deployment', 'audit_chains', 'browser_sign_ins']
/** Two pages and their next rows: so few are sorted rather than read in order, and it makes no difference. */
const SORTED_AT_MOST = 2 * (PAGE_SIZE + 1)
/** Indexes that hold what is open only, which stays little however long a community lives. */
const OPEN_ONLY = {
  indexes: [
    'memberships_open',
    'matters_unassigned',
    'matters_in_hand',
    'matters_to_verify',
    'matters_of_grid',
    'votes_current',
  ],
  atMost: 1_000,
}
/** Search walks through so many of the newest entries first (server/search/search.ts); in a small community that is all. */
const WALKED = { indexes: ['search_entries_pkey', 'search_entries_of_subject'], atMost: 1_000 }
/** Jobs take a batch at a time; the last one may be sorted. */
const BATCHES = { indexes: ['memberships_pkey', 'inbox_items_held'], atMost: 500 }
/** A page of each place that somebody lives or is in office at, of which one is made: their buildings, the estate, the community. */
const A_PAGE_EACH = {
  indexes: ['waiting', 'helping', 'fulfilled'].flatMap((list) => [`wishes_${list}`, `wishes_${list}_all`]),
  atMost: 8 * (PAGE_SIZE + 1),
}
/** What was found before is locked one by one, in the order of its ids, so that two who lock the same never cross. */
const LOCKED_AT_MOST = 1_000
/** What is read and not wanted. A community's open requests are read whole; more than that means that an index lacks a column. */
const LEFT_ASIDE_AT_MOST = 1_000

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows'?: number
  'Plan Rows': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** What is wrong with a plan, in words. */
export function troublesOf(plan: Plan, isLocked = false): string[] {
  const { 'Node Type': node, 'Relation Name': table = '', Plans: parts = [] } = plan
  const below = parts.flatMap((part) => troublesOf(part, isLocked || node === 'LockRows'))
  if (node === 'Seq Scan' && !SMALL.includes(table)) return [...below, `reads all of ${table}`]
  const rows = Math.max(0, ...parts.map((part) => part['Actual Rows'] ?? part['Plan Rows']))
  if ((plan['Rows Removed by Filter'] ?? 0) > LEFT_ASIDE_AT_MOST) {
    return [...below, `reads ${plan['Rows Removed by Filter']} rows of ${table} for nothing`]
  }
  const used = indexesOf(plan)
  const bounded = [OPEN_ONLY, WALKED, BATCHES, A_PAGE_EACH].find(({ indexes }) =>
    indexes.some((index) => used.includes(index)),
  )
  const bearable = isLocked ? LOCKED_AT_MOST : (bounded?.atMost ?? SORTED_AT_MOST)
  if (node.endsWith('Sort') && rows > bearable) return [...below, `sorts ${rows} rows`]
  return below
}

function indexesOf({ 'Index Name': index = '', Plans: parts = [] }: Plan): string[] {
  return [index, ...parts.flatMap(indexesOf)]
}

/** How PostgreSQL goes about a statement. Reads are really done; writes are only planned. */
export async function planOf(pool: Pool, statement: string, parameters: readonly unknown[]): Promise<Plan> {
  const reads =
    /^\s*(select|with)/i.test(statement) && !/\b(insert into|update|delete from)\b/i.test(statement)
  const client = await pool.connect()
  try {
    await client.query('begin')
    return await explain(
      client as unknown as Client,
      `explain (format json${reads ? ', analyze' : ''}) ${statement}`,
      parameters,
    )
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function explain(client: Client, statement: string, parameters: readonly unknown[]): Promise<Plan> {
  const { rows } = await client.query(statement, [...parameters])
  return rows[0]['QUERY PLAN'][0].Plan
}
