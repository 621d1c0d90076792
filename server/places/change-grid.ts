import { placePolicy, type GridView } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { endOffices } from './end-offices'
import { lockGrids, officeOf, scheduleGridEnd } from './grid-repository'
import { presentGrid } from './list-grids'

export interface ChangeGrid {
  gridId: string
  purpose: string
  endsAt: string
}

/**
 * A functional grid's purpose, and its end: later, or earlier, but never behind us. Offices at it end with it where it ends
 * earlier; where it lasts longer they are granted anew.
 */
export async function changeGrid(
  context: Context,
  { gridId, purpose, endsAt: wanted }: ChangeGrid,
): Promise<GridView> {
  const { actor, region, now } = context
  if (!placePolicy.arrangeGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const endsAt = new Date(wanted)
  return context.transact(async (tx) => {
    const { regionId } = region
    const [grid] = await lockGrids(tx, regionId, [gridId])
    if (grid?.kind !== 'functional_grid') throw new DomainError('NOT_FOUND')
    if (grid.endsAt && grid.endsAt <= now()) throw new DomainError('GRID_ENDING')
    if (endsAt <= now()) throw new DomainError('PERIOD_INVALID', 'endsAt')
    await tx
      .updateTable('places')
      .set({ purpose, ends_at: endsAt })
      .where('community_id', '=', regionId)
      .where('place_id', '=', gridId)
      .execute()
    await tx
      .updateTable('grid_coverages')
      .set({ ends_at: endsAt })
      .where('community_id', '=', regionId)
      .where('grid_id', '=', gridId)
      .execute()
    await endOffices(tx, regionId, gridId, endsAt)
    await scheduleGridEnd(tx, regionId, gridId, endsAt)
    await record(tx, {
      regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'arrangeGrids'),
      act: 'grid.change',
      subject: { kind: 'place', id: gridId },
      reason: purpose,
    })
    return presentGrid(tx, context, gridId)
  })
}
