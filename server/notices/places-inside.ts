import { sql } from 'kysely'
import type { Transaction } from '#server/platform/db/index'

/**
 * Where one may be in office inside a place: courtyards, buildings and entrances in it, and the grids that cover any of
 * them now. Who holds an office there reads what hangs at the place. Index: places_children.
 */
export async function listPlacesInside(
  tx: Transaction,
  communityId: string,
  placeId: string,
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive inside as (
      select place_id, kind from places where community_id = ${communityId} and place_id = ${placeId}
      union all
      select p.place_id, p.kind from inside i
        join places p on p.community_id = ${communityId} and p.parent_id = i.place_id
      where i.kind <> 'entrance' and p.kind in ('courtyard', 'building', 'entrance')
    )
    select place_id as id from inside where place_id <> ${placeId}
    union
    select c.grid_id from inside i
      join grid_coverages c on c.community_id = ${communityId} and c.place_id = i.place_id
    where c.starts_at <= ${now} and (c.ends_at is null or c.ends_at > ${now})`.execute(tx)
  return rows.map(({ id }) => id)
}
