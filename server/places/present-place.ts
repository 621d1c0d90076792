import { DomainError } from '#core/errors'
import { placePolicy, type PlaceView } from '#core/places'
import type { Actor } from '#core/permissions'
import type { RegionInScope } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { findPlace, listGridsCovering } from './repository'

/** A place as everybody who is signed in may see it. */
export async function presentPlace(
  db: Database | Transaction,
  region: RegionInScope,
  placeId: string,
  actor: Actor,
  now: Date,
): Promise<PlaceView> {
  const place = await findPlace(db, region.regionId, placeId)
  if (!place) throw new DomainError('NOT_FOUND')
  const grids = await listGridsCovering(db, region.regionId, place.path, now)
  return {
    placeId,
    communityId: region.regionId,
    communityName: region.name,
    kind: place.kind,
    name: place.name,
    path: place.pathNames,
    gridName: grids.find(({ kind }) => kind === 'grid')?.name ?? null,
    mayIssueDoorCode: placePolicy.issueDoorCode(actor, { jurisdiction: region.path }),
  }
}
