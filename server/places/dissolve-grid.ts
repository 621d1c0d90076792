import { beginningOf, placePolicy, spansAfterDissolution, type GridView } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { listSpansOf, lockArrangement, lockGrids, officeOf, saveSpans } from './grid-repository'
import { endOffices } from './end-offices'
import { presentGrid } from './list-grids'

export interface DissolveGrid {
  gridId: string
  /** A day in Shanghai. */
  from: string
  successorId: string | null
}

/**
 * 撤网格. From a day on: what it covers is the successor's, offices at it end, and the clock hands its open matters on
 * (domain.md 2). A grid whose end is known is not dissolved again.
 */
export async function dissolveGrid(context: Context, input: DissolveGrid): Promise<GridView> {
  const { actor, region, now } = context
  if (!placePolicy.arrangeGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const at = beginningOf(input.from, now())
  if (!at) throw new DomainError('GRID_DAY_INVALID', 'from')
  return context.transact(async (tx) => {
    const { regionId } = region
    await lockArrangement(tx, regionId)
    const grid = await lockBoth(tx, regionId, input)
    await tx
      .updateTable('places')
      .set({ ends_at: at, successor_id: input.successorId })
      .where('community_id', '=', regionId)
      .where('place_id', '=', input.gridId)
      .execute()
    const before = await listSpansOf(tx, regionId, input.gridId, at)
    await saveSpans(tx, regionId, before, spansAfterDissolution(before, { ...input, at }))
    await tellOfficers(tx, context, { grid, at })
    const job = { communityId: regionId, gridId: input.gridId, again: false }
    await enqueue(tx, 'grid_dissolved', job, { runAt: at, key: `grid_dissolved:${input.gridId}` })
    await record(tx, {
      regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'arrangeGrids'),
      act: 'grid.dissolve',
      subject: { kind: 'place', id: input.gridId },
      reason: input.from,
    })
    return presentGrid(tx, context, input.gridId)
  })
}

interface Ending {
  grid: { gridId: string; name: string }
  at: Date
}

async function lockBoth(tx: Transaction, communityId: string, { gridId, successorId }: DissolveGrid) {
  const found = await lockGrids(tx, communityId, [gridId, ...(successorId === null ? [] : [successorId])])
  const grid = found.find((one) => one.gridId === gridId)
  if (grid?.kind !== 'grid') throw new DomainError('NOT_FOUND')
  if (grid.endsAt) throw new DomainError('GRID_ENDING')
  if (successorId === null) return grid
  const successor = found.find((one) => one.gridId === successorId)
  if (successor?.kind !== 'grid' || successorId === gridId || successor.endsAt)
    throw new DomainError('GRID_SUCCESSOR_WRONG', 'successorId')
  return grid
}

/** Offices at a grid end with it, and who holds one is told. */
async function tellOfficers(tx: Transaction, { region, actor, now }: Context, { grid, at }: Ending) {
  const holders = await endOffices(tx, region.regionId, grid.gridId, at)
  await sendToInbox(tx, {
    communityId: region.regionId,
    personIds: holders.filter((personId) => personId !== actor.personId),
    kind: 'grant_changed',
    about: grid.name,
    subject: { kind: 'grant', id: grid.gridId },
    at: now(),
  })
}
