import { sql } from 'kysely'
import { SHEET_AT_MOST, type SheetKind } from '#core/places'
import type { Database, PathName, Transaction } from '#server/platform/db/index'
import { isOver } from '../repository'

/** A place of a sheet with its newest valid code, if it has one. */
export interface Spot {
  placeId: string
  pathNames: PathName[]
  code: string | null
}

const codeOf = sql`(select d.code from door_codes d where d.community_id = p.community_id and d.place_id = p.place_id
  and d.revoked_at is null order by d.issued_at desc, d.code limit 1)`

/** A building without entrances is one door; homes have none. */
const isDoor = (below: SheetKind, now: Date) =>
  below === 'entrance'
    ? sql`(p.kind = 'entrance' or (p.kind = 'building' and not exists (select 1 from places e
        where e.community_id = p.community_id and e.parent_id = p.place_id and e.kind = 'entrance'
          and (e.ends_at is null or e.ends_at > ${now}))))`
    : sql`p.kind = ${below}`

/**
 * The places of a sheet in reading order, one more than it holds at most: the place itself, or those of a kind below
 * it. The tree is walked down by its index; homes are left out on the way, and what has ended with all in it.
 */
export async function listSpots(
  db: Database | Transaction,
  communityId: string,
  { placeId, below, now }: { placeId: string; below: SheetKind | undefined; now: Date },
): Promise<Spot[]> {
  const { rows } = await sql<Spot>`
    with recursive tree as (
      select r.* from places r where r.community_id = ${communityId} and r.place_id = ${placeId}
        and not ${isOver(sql.ref('r.community_id'), sql.ref('r.path'), now)}
      union all
      select c.* from tree t join places c on c.community_id = ${communityId} and c.parent_id = t.place_id
      where ${below !== undefined} and c.kind <> 'home' and (c.ends_at is null or c.ends_at > ${now})
    )
    select p.place_id as "placeId", p.path_names as "pathNames", ${codeOf} as code
    from tree p
    where ${below === undefined ? sql`true` : sql`p.place_id <> ${placeId} and ${isDoor(below, now)}`}
    order by p.path[1:cardinality(p.path) - 1], p.sort_key, p.place_id
    limit ${SHEET_AT_MOST + 1}`.execute(db)
  return rows
}
