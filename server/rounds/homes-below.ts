import { sql, type RawBuilder } from 'kysely'

/**
 * SQL for the homes of a place, found from parent to child by `places_children` and
 * `places_homes`: of a building no more is read than the building. Each step is a
 * look-up of its own (`offset 0`), however many places there are.
 */
export const homesBelow = (communityId: string, placeId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(with recursive below (place_id) as (
      select ${placeId}::uuid
      union all
      select p.place_id from below b cross join lateral (select place_id from places
        where community_id = ${communityId} and parent_id = b.place_id and kind <> 'home' offset 0) p)
    select h.place_id from below b cross join lateral (select place_id from places
      where community_id = ${communityId} and parent_id = b.place_id and kind = 'home' offset 0) h)`
