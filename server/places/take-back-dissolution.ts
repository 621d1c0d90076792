import { endIsToCome, placePolicy, spansWithoutDissolution, type GridView } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import {
  listParts,
  listSpansOfDissolution,
  lockArrangement,
  lockGrids,
  officeOf,
  saveSpans,
} from './grid-repository'
import { presentGrid } from './list-grids'

/**
 * 不撤了. Before its day a dissolution is taken back: buildings stay, and the clock finds nothing to do. Offices at the
 * grid still end that day: whose term was cut is asked again, as where a functional grid lasts longer.
 */
export async function takeBackDissolution(context: Context, gridId: string): Promise<GridView> {
  const { actor, region, now } = context
  if (!placePolicy.arrangeGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    const { regionId } = region
    await lockArrangement(tx, regionId)
    const [grid] = await lockGrids(tx, regionId, [gridId])
    if (grid?.kind !== 'grid') throw new DomainError('NOT_FOUND')
    const { endsAt: at, successorId } = grid
    if (!at || !endIsToCome(at, now())) throw new DomainError('GRID_STAYS')
    await tx
      .updateTable('places')
      .set({ ends_at: null, successor_id: null })
      .where('community_id', '=', regionId)
      .where('place_id', '=', gridId)
      .execute()
    const before = await listSpansOfDissolution(tx, regionId, gridId, at)
    const below = await listParts(
      tx,
      regionId,
      before.map(({ placeId }) => placeId),
      at,
    )
    const parts = below.filter(({ isHome }) => !isHome).map(({ placeId, path }) => ({ placeId, path }))
    const after = spansWithoutDissolution(before, { gridId, hasSuccessor: successorId !== null, at, parts })
    await saveSpans(tx, regionId, before, after)
    await record(tx, {
      regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'arrangeGrids'),
      act: 'grid.take_back_dissolution',
      subject: { kind: 'place', id: gridId },
    })
    return presentGrid(tx, context, gridId)
  })
}
