import { sql } from 'kysely'
import type { Transaction } from '#server/platform/db/index'

/** Ends what offices are held or proposed at a grid, at an instant; those that would begin later never do. Answers who held one. */
export async function endOffices(
  tx: Transaction,
  communityId: string,
  gridId: string,
  at: Date,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string; state: string }>`
    update role_grants set
      ends_at = case when starts_at < ${at} then ${at} else ends_at end,
      state = case when starts_at < ${at} then state when state = 'granted' then 'ended' else 'refused' end
    where region_id = ${communityId} and place_id = ${gridId} and state in ('proposed', 'granted')
      and ends_at > ${at}
    returning person_id as "personId", state`.execute(tx)
  return [...new Set(rows.map(({ personId }) => personId))]
}
