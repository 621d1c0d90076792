import { fitsIn, placePolicy, type PlaceKind } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { newId, type PathName } from '#server/platform/db/index'
import { presentPlace } from './present-place'
import { findPlace, savePlace } from './repository'

export interface CreatePlace {
  parentId: string | null
  kind: Exclude<PlaceKind, 'grid' | 'functional_grid'>
  name: string
}

/** Creates a place below another one, or right below the community. */
export async function createPlace(context: Context, { parentId, kind, name }: CreatePlace) {
  const { actor, region, now } = context
  if (!placePolicy.createPlace(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    const parent = parentId === null ? undefined : await findPlace(tx, region.regionId, parentId)
    if (parentId !== null && !parent) throw new DomainError('PLACE_NOT_HERE', 'parentId')
    if (!fitsIn(kind, parent?.kind ?? 'community')) throw new DomainError('PLACE_KIND_WRONG', 'kind')
    const placeId = newId()
    const pathNames: PathName[] = [...(parent?.pathNames ?? []), { placeId, kind, name }]
    const saved = await savePlace(tx, {
      placeId,
      communityId: region.regionId,
      parentId,
      kind,
      name,
      path: [...(parent?.path ?? [region.regionId]), placeId],
      pathNames,
      createdAt: now(),
    })
    if (!saved) throw new DomainError('PLACE_NAME_TAKEN', 'name')
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: 'administrator',
      act: 'place.create',
      subject: { kind: 'place', id: placeId },
    })
    return presentPlace(tx, region, placeId, actor, now())
  })
}
