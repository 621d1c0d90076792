import { sql } from 'kysely'
import { canSubmitWish, secondsNeeded, type WishOrigin, type WishScope } from '#core/wishes'
import { pathName } from '#core/places'
import type { Actor } from '#core/permissions'
import { listGridsCovering, listPlacesById, type StoredPlace } from '#server/places/index'
import type { Context, RegionInScope } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { buildingIn } from './names'

type Reader = Database | Transaction

/** A building that a wish may come from, and to whom it may be said from there. */
export interface Origin {
  place: StoredPlace
  name: string
  scopes: WishOrigin['scopes']
}

/** The community's own name is what is said of the widest scope. */
function scopesOf(place: StoredPlace, region: RegionInScope): WishOrigin['scopes'] {
  const estate = place.pathNames.find(({ kind }) => kind === 'estate')
  const own = { scope: 'building' as const, placeId: place.placeId, name: pathName(place.pathNames) }
  return [
    // A home without a building speaks to its estate at once.
    ...(estate?.placeId === place.placeId ? [] : [own]),
    ...(estate ? [{ scope: 'estate' as const, placeId: estate.placeId, name: estate.name }] : []),
    { scope: 'community' as const, placeId: region.regionId, name: region.name },
  ]
}

/** The building that a place lies in. */
async function buildingOf(
  db: Reader,
  communityId: string,
  placeId: string,
): Promise<StoredPlace | undefined> {
  const [place] = await listPlacesById(db, communityId, [placeId])
  const building = place && buildingIn(place.pathNames)
  if (!place || !building) return undefined
  if (building.placeId === place.placeId) return place
  return (await listPlacesById(db, communityId, [building.placeId]))[0]
}

/** Where a wish of this place comes from; undefined when there is no such place, or none that wishes come from. */
export async function originOf(
  db: Reader,
  region: RegionInScope,
  placeId: string,
): Promise<Origin | undefined> {
  const place = await buildingOf(db, region.regionId, placeId)
  return place && { place, name: pathName(place.pathNames), scopes: scopesOf(place, region) }
}

/** Where I live, or the building of a neighbour for whom I may speak. Two queries at most. */
export async function listWishOrigins(
  { db, actor, region, now }: Context,
  placeId: string | undefined,
): Promise<{ items: WishOrigin[] }> {
  if (placeId) {
    const origin = await originOf(db, region, placeId)
    if (!origin) return { items: [] }
    const jurisdiction = await jurisdictionOf(db, region, origin.place, now())
    const allowed = canSubmitWish(actor, { path: origin.place.path, jurisdiction }, true).allowed
    return { items: allowed ? [presentOrigin(origin, actor)] : [] }
  }
  const homes = await listPlacesById(
    db,
    region.regionId,
    actor.homes.map(({ homeId }) => homeId),
  )
  const buildings = homes.flatMap(({ pathNames }) => buildingIn(pathNames)?.placeId ?? [])
  const places = await listPlacesById(db, region.regionId, [...new Set(buildings)])
  return {
    items: places.map((place) =>
      presentOrigin({ place, name: pathName(place.pathNames), scopes: scopesOf(place, region) }, actor),
    ),
  }
}

function presentOrigin({ place, name, scopes }: Origin, actor: Actor): WishOrigin {
  const home = actor.homes.some(({ path }) => path.includes(place.placeId))
  return { placeId: place.placeId, name, home, scopes }
}

/** Who answers for a building: from the district down to it, then the grids over it. */
export async function jurisdictionOf(
  db: Reader,
  region: RegionInScope,
  place: StoredPlace,
  now: Date,
): Promise<string[]> {
  const grids = await listGridsCovering(db, region.regionId, place.path, now)
  return [...region.path, ...place.path.slice(1), ...grids.map(({ gridId }) => gridId)]
}

/** Homes are counted so far: more than twice as many as seconds can be asked for change nothing. */
const HOMES_THAT_MATTER = 12

/** How many homes of the scope must want it too (domain.md 4). Index: places_homes, in whose order they are counted. */
export async function secondsNeededIn(
  db: Reader,
  communityId: string,
  scope: WishScope,
  scopePlaceId: string,
): Promise<number> {
  const inScope = scope === 'community' ? sql`` : sql`and path @> ${[scopePlaceId]}::uuid[]`
  const { rows } = await sql<{ homes: string }>`
    select count(*) as homes from (select 1 from places where community_id = ${communityId} and kind = 'home'
      ${inScope} order by parent_id limit ${HOMES_THAT_MATTER}) counted`.execute(db)
  return secondsNeeded(Number(rows[0]?.homes ?? 0))
}
