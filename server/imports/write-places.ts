import { sql } from 'kysely'
import { startOfDay } from '#core/calendar'
import type { StandingPlace } from '#core/imports'
import { pathName } from '#core/places'
import type { PathName, Transaction } from '#server/platform/db/index'
import { sortKeyOf } from '#server/places/index'

export interface WriteTo {
  tx: Transaction
  communityId: string
  now: Date
}

interface Way {
  path: string[]
  pathNames: PathName[]
}

/** Where every place lies, from what stands and what is brought. */
export type Ways = (placeId: string | null) => Way

export function waysOf(communityId: string, places: readonly StandingPlace[]): Ways {
  const byId = new Map(places.map((place) => [place.placeId, place]))
  const known = new Map<string, Way>()
  const wayOf: Ways = (placeId) => {
    const place = placeId === null ? undefined : byId.get(placeId)
    if (!place) return { path: [communityId], pathNames: [] }
    const before = known.get(place.placeId)
    if (before) return before
    const above = wayOf(place.parentId)
    const { kind, name } = place
    const way = {
      path: [...above.path, place.placeId],
      pathNames: [...above.pathNames, { placeId: place.placeId, kind, name }],
    }
    known.set(place.placeId, way)
    return way
  }
  return wayOf
}

/** New places, parents first. */
export async function addPlaces(
  { tx, communityId, now }: WriteTo,
  places: readonly StandingPlace[],
  wayOf: Ways,
): Promise<void> {
  const column = <T>(read: (place: StandingPlace) => T) => places.map(read)
  await sql`
    insert into places (community_id, place_id, parent_id, kind, name, number, sort_key, path, path_names, ends_at, created_at)
    select ${communityId}::uuid, place_id, parent_id, kind, name, number, sort_key, path::uuid[], path_names::jsonb, ends_at,
      ${now}::timestamptz
    from unnest(${column(({ placeId }) => placeId)}::uuid[], ${column(({ parentId }) => parentId)}::uuid[],
      ${column(({ kind }) => kind)}::text[], ${column(({ name }) => name)}::text[],
      ${column(({ number }) => number)}::text[], ${column(({ name }) => sortKeyOf(name))}::text[],
      ${column(({ placeId }) => `{${wayOf(placeId).path.join()}}`)}::text[],
      ${column(({ placeId }) => JSON.stringify(wayOf(placeId).pathNames))}::text[],
      ${column(({ endsOn }) => (endsOn === null ? null : startOfDay(endsOn)))}::timestamptz[])
      as g (place_id, parent_id, kind, name, number, sort_key, path, path_names, ends_at)`.execute(tx)
}

/**
 * Places that are renamed let go of their names, so that two may swap them. A name is part of a key: whoever refers to
 * such a place waits until all is written, so nothing else is touched.
 */
export async function releaseNames(
  { tx, communityId }: WriteTo,
  renamedIds: readonly string[],
): Promise<void> {
  if (renamedIds.length === 0) return
  await sql`update places set name = place_id::text
    where community_id = ${communityId} and place_id = any (${[...renamedIds]}::uuid[])`.execute(tx)
}

/** Places with another name, number or end. */
export async function changePlaces(
  { tx, communityId }: WriteTo,
  places: readonly StandingPlace[],
): Promise<void> {
  const ids = places.map(({ placeId }) => placeId)
  await sql`
    update places p set name = g.name, number = g.number, sort_key = g.sort_key, ends_at = g.ends_at
    from unnest(${ids}::uuid[], ${places.map(({ name }) => name)}::text[], ${places.map(({ number }) => number)}::text[],
      ${places.map(({ name }) => sortKeyOf(name))}::text[],
      ${places.map(({ endsOn }) => (endsOn === null ? null : startOfDay(endsOn)))}::timestamptz[])
      as g (place_id, name, number, sort_key, ends_at)
    where p.community_id = ${communityId} and p.place_id = g.place_id`.execute(tx)
}

/** Everything below a place that was renamed carries the new name in its way, and so do the members of its homes. */
export async function carryNames({ tx, communityId }: WriteTo, renamedIds: readonly string[]): Promise<void> {
  if (renamedIds.length === 0) return
  await sql`
    update places p set path_names = w.names from (
      select c.place_id, jsonb_agg(jsonb_build_object('placeId', a.place_id, 'kind', a.kind, 'name', a.name) order by u.level)
        as names
      from places c cross join unnest(c.path) with ordinality as u (place_id, level)
        join places a on a.community_id = c.community_id and a.place_id = u.place_id
      where c.community_id = ${communityId} and c.path && ${[...renamedIds]}::uuid[] group by c.place_id) w
    where p.community_id = ${communityId} and p.place_id = w.place_id`.execute(tx)
  const { rows } = await sql<{ homeId: string; pathNames: PathName[] }>`
    select h.place_id as "homeId", h.path_names as "pathNames" from places h
    where h.community_id = ${communityId} and h.path && ${[...renamedIds]}::uuid[] and exists (
      select 1 from memberships m where m.community_id = h.community_id and m.home_id = h.place_id)`.execute(
    tx,
  )
  await sql`
    update memberships m set home_name = g.name
    from unnest(${rows.map(({ homeId }) => homeId)}::uuid[], ${rows.map((row) => pathName(row.pathNames))}::text[])
      as g (home_id, name)
    where m.community_id = ${communityId} and m.home_id = g.home_id`.execute(tx)
}
