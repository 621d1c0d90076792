import { FILTERS_AT_MOST, hasDesk, type DeskFilter, type DeskList, type SavedFilter } from '#core/matters'
import { DomainError } from '#core/errors'
import { pathName } from '#core/places'
import { findPlace } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'

export interface SaveFilter extends DeskFilter {
  name: string
  list: DeskList
}

/** What I narrowed my desk to and kept, oldest first; few enough for one page. */
export async function listDeskFilters({ db, actor, region }: Context): Promise<{ items: SavedFilter[] }> {
  if (!hasDesk(actor)) throw new DomainError('NOT_ALLOWED')
  return { items: await readFilters(db, region.regionId, actor.personId) }
}

/** Keeps a filter. Throws FILTERS_FULL when there are enough. */
export async function saveDeskFilter(context: Context, input: SaveFilter): Promise<SavedFilter> {
  const { actor, region } = context
  if (!hasDesk(actor)) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    const place = input.placeId ? await findPlace(tx, region.regionId, input.placeId) : undefined
    if (input.placeId && !place) throw new DomainError('PLACE_NOT_HERE', 'placeId')
    const kept = await readFilters(tx, region.regionId, actor.personId)
    if (kept.length >= FILTERS_AT_MOST) throw new DomainError('FILTERS_FULL')
    const filterId = newId()
    await tx
      .insertInto('desk_filters')
      .values({
        community_id: region.regionId,
        person_id: actor.personId,
        filter_id: filterId,
        name: input.name,
        list: input.list,
        service_code: input.serviceCode ?? null,
        channel: input.channel ?? null,
        place_id: input.placeId ?? null,
      })
      .execute()
    return { ...input, filterId, placeName: place ? pathName(place.pathNames) : null }
  })
}

/** Forgets one of my filters. */
export async function deleteDeskFilter(
  { actor, region, transact }: Context,
  filterId: string,
): Promise<{ done: true }> {
  return transact(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('desk_filters')
      .where('community_id', '=', region.regionId)
      .where('person_id', '=', actor.personId)
      .where('filter_id', '=', filterId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new DomainError('NOT_FOUND')
    return { done: true as const }
  })
}

async function readFilters(
  db: Database | Transaction,
  communityId: string,
  personId: string,
): Promise<SavedFilter[]> {
  const rows = await db
    .selectFrom('desk_filters as f')
    .leftJoin('places as p', (join) =>
      join.onRef('p.community_id', '=', 'f.community_id').onRef('p.place_id', '=', 'f.place_id'),
    )
    .selectAll('f')
    .select('p.path_names')
    .where('f.community_id', '=', communityId)
    .where('f.person_id', '=', personId)
    .orderBy('f.filter_id')
    .execute()
  return rows.map((row) => ({
    filterId: row.filter_id,
    name: row.name,
    list: row.list,
    placeName: row.path_names ? pathName(row.path_names) : null,
    ...(row.service_code ? { serviceCode: row.service_code } : {}),
    ...(row.channel ? { channel: row.channel } : {}),
    ...(row.place_id ? { placeId: row.place_id } : {}),
  }))
}
