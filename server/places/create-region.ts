import { placePolicy, regionParent, type RegionKind } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { newId } from '#server/platform/db/index'

/** Creates a subdistrict in the district, or a community in a subdistrict. */
export async function createRegion(context: Context, { kind, name }: { kind: RegionKind; name: string }) {
  const { actor, region, now } = context
  if (!placePolicy.createRegion(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  if (regionParent(kind) !== region.kind) throw new DomainError('PLACE_KIND_WRONG', 'kind')
  return context.transact(async (tx) => {
    const regionId = newId()
    const saved = await tx
      .insertInto('regions')
      .values({
        region_id: regionId,
        parent_id: region.regionId,
        kind,
        name,
        path: [...region.path, regionId],
        created_at: now(),
      })
      .onConflict((conflict) => conflict.columns(['parent_id', 'name']).doNothing())
      .executeTakeFirst()
    if (saved.numInsertedOrUpdatedRows !== 1n) throw new DomainError('PLACE_NAME_TAKEN', 'name')
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: 'administrator',
      act: 'region.create',
      subject: { kind: 'region', id: regionId },
    })
    return { regionId, kind, name }
  })
}
