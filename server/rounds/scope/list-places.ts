import { sql } from 'kysely'
import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { pathName } from '#core/places'
import { convenesRounds, isRoundPlace, roundOffice, type RoundPlaceView, type ScopeHome } from '#core/rounds'
import { DomainError } from '#core/errors'
import { listPlacesById } from '#server/places/index'
import type { Context } from '#server/platform/context'
import type { Database, PathName, Transaction } from '#server/platform/db/index'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { roundPlaceOf } from '../convene-round'
import { homesBelow } from '../homes-below'
import { readableRound } from '../readable'

/** Where a page of homes ended: the stair, the order in it, the home. */
const homeCursor = z.tuple([z.uuid(), z.string(), z.uuid()])
type HomePosition = z.output<typeof homeCursor>

/** Where the caller convenes: the places of their offices; in an office for the whole community, its estates. Three queries. */
export async function listRoundPlaces({
  db,
  actor,
  region,
  now,
}: Context): Promise<{ items: RoundPlaceView[] }> {
  const held = actor.roles.filter(convenesRounds).map(({ placeId }) => placeId)
  const estates = held.includes(region.regionId) ? await listEstateIds(db, region.regionId) : []
  const ids = [...new Set([...held, ...estates])]
  if (ids.length === 0) return { items: [] }
  const places = (await listPlacesById(db, region.regionId, ids)).flatMap((place) => {
    const { kind, path, endsAt } = place
    const jurisdiction = [...region.path, ...path.slice(1)]
    const stands = endsAt === null || endsAt > now()
    return stands && isRoundPlace(kind) && roundOffice(actor.roles, { kind, jurisdiction })
      ? [{ placeId: place.placeId, kind, name: pathName(place.pathNames) }]
      : []
  })
  const homes = await countHomesOf(
    db,
    region.regionId,
    places.map(({ placeId }) => placeId),
  )
  return {
    items: places
      .map((place) => ({ ...place, homes: homes.get(place.placeId) ?? 0 }))
      .filter((place) => place.homes > 0),
  }
}

async function listEstateIds(db: Database, communityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('places')
    .select('place_id')
    .where('community_id', '=', communityId)
    .where('kind', '=', sql.lit<'estate'>('estate'))
    .execute()
  return rows.map(({ place_id }) => place_id)
}

async function countHomesOf(
  db: Database,
  communityId: string,
  placeIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ placeId: string; homes: number }>`
    select s.place_id as "placeId",
      (select count(*)::integer from ${homesBelow(communityId, sql`s.place_id`)} home) as homes
    from unnest(${[...placeIds]}::uuid[]) as s (place_id)`.execute(db)
  return new Map(rows.map(({ placeId, homes }) => [placeId, homes]))
}

/** Homes of a place, for who may convene there: stair by stair, in the order of their numbers. Throws NOT_ALLOWED. */
export async function listRoundHomes(
  context: Context,
  { placeId, cursor }: { placeId: string; cursor?: string | undefined },
): Promise<{ items: ScopeHome[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, homeCursor)
  const place = await roundPlaceOf(context.db, context, placeId)
  if (!roundOffice(context.actor.roles, place)) throw new DomainError('NOT_ALLOWED')
  return listHomes(context.db, context.region.regionId, { placeId, after })
}

/** 没有算进来的各户: homes of the place that were not chosen, for everybody who reads the round. Four queries. */
export async function listLeftOut(
  context: Context,
  { roundId, cursor }: { roundId: string; cursor?: string | undefined },
): Promise<{ items: ScopeHome[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, homeCursor)
  const { row } = await readableRound(context, roundId)
  if (!row.chosen) return { items: [], nextCursor: null }
  return listHomes(context.db, row.community_id, { placeId: row.place_id, leftOutOf: roundId, after })
}

interface Asked {
  placeId: string
  /** Only those that the chosen scope of this round lacks. */
  leftOutOf?: string
  after: HomePosition | undefined
}

/** Index: places_homes. */
async function listHomes(
  db: Database | Transaction,
  communityId: string,
  { placeId, leftOutOf, after }: Asked,
): Promise<{ items: ScopeHome[]; nextCursor: string | null }> {
  const { rows } = await sql<HomeRow>`
    select p.place_id as "homeId", p.parent_id as "parentId", p.sort_key as "sortKey", p.path, p.path_names as "pathNames"
    from places p where p.community_id = ${communityId} and p.kind = 'home' and p.path @> ${[placeId]}::uuid[]
      ${after ? sql`and (p.parent_id, p.sort_key, p.place_id) > (${after[0]}::uuid, ${after[1]}, ${after[2]}::uuid)` : sql``}
      ${
        leftOutOf
          ? sql`and not exists (select 1 from round_homes h where h.community_id = ${communityId}
              and h.round_id = ${leftOutOf} and h.home_id = p.place_id)`
          : sql``
      }
    order by p.parent_id, p.sort_key, p.place_id limit ${PAGE_SIZE + 1}`.execute(db)
  return toPage(
    rows,
    PAGE_SIZE,
    (home) => [home.parentId, home.sortKey, home.homeId],
    (home) => ({ homeId: home.homeId, name: nameWithin(home, placeId) }),
  )
}

interface HomeRow {
  homeId: string
  parentId: string
  sortKey: string
  path: string[]
  pathNames: PathName[]
}

/** What a home is called by who stands in front of the place: 2单元 301 室. */
function nameWithin({ path, pathNames }: HomeRow, placeId: string): string {
  // The way down begins with the community, which has no name in it.
  const within = path.slice(path.indexOf(placeId) + 1).length
  return pathName(pathNames.slice(-within))
}
