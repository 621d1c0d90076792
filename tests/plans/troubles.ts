import type { Pool } from 'pg'
import { planOf, troublesOf } from '../postgres/plans'
import type { Asked } from './listener'

/** What is wrong with the plans of the statements that were asked, each with its statement. */
export async function troublesOfAll(pool: Pool, asked: readonly Asked[]): Promise<string[]> {
  const troubles: string[] = []
  for (const { sql, parameters } of asked) {
    const plan = await planOf(pool, sql, parameters)
    troubles.push(...troublesOf(plan).map((trouble) => `${trouble}: ${sql.replace(/\s+/g, ' ')}`))
  }
  return troubles
}
