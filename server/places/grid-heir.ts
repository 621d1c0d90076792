import { sql } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'

/** The grid that stands in for a dissolved one. */
export interface GridHeir {
  gridId: string
  name: string
  hasChief: boolean
}

/** Successors that were dissolved in their turn are followed; so many at most, should a circle ever be written. */
const FARTHEST = 50

/**
 * Who takes over what a grid held: its successor, or that one's where it is gone too. `undefined`: the grid is still
 * there; `null`: nobody, the community does.
 */
export async function findHeir(
  db: Database | Transaction,
  communityId: string,
  gridId: string,
  now: Date,
): Promise<GridHeir | null | undefined> {
  const { rows } = await sql<GridHeir>`
    with recursive line as (
      select place_id, name, successor_id, ends_at, 0 as steps from places
      where community_id = ${communityId} and place_id = ${gridId}
      union all
      select p.place_id, p.name, p.successor_id, p.ends_at, l.steps + 1
      from line l join places p on p.community_id = ${communityId} and p.place_id = l.successor_id
      where l.ends_at <= ${now} and l.steps < ${FARTHEST}
    )
    select place_id as "gridId", name,
      exists (select 1 from role_grants r where r.place_id = line.place_id and r.role = 'grid_chief'
        and r.state = 'granted' and r.starts_at <= ${now} and r.ends_at > ${now}) as "hasChief"
    from line where ends_at is null or ends_at > ${now}`.execute(db)
  const heir = rows[0] ?? null
  return heir?.gridId === gridId ? undefined : heir
}
