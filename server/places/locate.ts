import type { PlaceKind } from '#core/places'
import { pathName } from '#core/places'
import type { RegionInScope } from '#server/platform/context'
import type { Database, PathName, Transaction } from '#server/platform/db/index'
import { findPlaceAt, listGridsCovering } from './repository'

/** A place of a community, or the community itself, with everybody who answers for it. */
export interface LocatedPlace {
  placeId: string
  kind: PlaceKind | 'community'
  name: string
  /** Names from the first place below the community down to it; of the community none. */
  pathNames: readonly PathName[]
  /** From the district down to it, then the grids that cover it now. */
  jurisdiction: string[]
  /** It, or a place it lies in, has ended. */
  isOver: boolean
}

/** Where something is said or decided; undefined when the community has no such place. Two queries at most. */
export async function locatePlace(
  db: Database | Transaction,
  region: RegionInScope,
  placeId: string,
  now: Date,
): Promise<LocatedPlace | undefined> {
  if (placeId === region.regionId)
    return {
      placeId,
      kind: 'community',
      name: region.name,
      pathNames: [],
      jurisdiction: region.path,
      isOver: false,
    }
  const place = await findPlaceAt(db, region.regionId, placeId, now)
  if (!place) return undefined
  const grids = await listGridsCovering(db, region.regionId, place.path, now)
  return {
    placeId,
    kind: place.kind,
    name: pathName(place.pathNames),
    pathNames: place.pathNames,
    jurisdiction: [...region.path, ...place.path.slice(1), ...grids.map(({ gridId }) => gridId)],
    isOver: place.isOver,
  }
}
