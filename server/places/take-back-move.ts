import { mayTakeBackMove, placePolicy, spansWithoutMove, type Span } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import {
  listSpansAt,
  listSpansOf,
  lockArrangement,
  lockGrids,
  officeOf,
  saveSpans,
  type StoredSpan,
} from './grid-repository'
import { findPlace } from './repository'

/** 不划了. A move that is yet to come is taken back: the place stays in the grid it is in on the eve. */
export async function takeBackMove(
  context: Context,
  { gridId, coverageId }: { gridId: string; coverageId: string },
): Promise<{ done: true }> {
  const { actor, region, now } = context
  if (!placePolicy.arrangeGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    const { regionId } = region
    await lockArrangement(tx, regionId)
    const coming = await listSpansOf(tx, regionId, gridId, now())
    const found = coming.find((span) => span.coverageId === coverageId)
    if (!found) throw new DomainError('NOT_FOUND')
    if (!mayTakeBackMove(found, now())) throw new DomainError('GRID_MOVE_STANDS')
    const { before, move } = await aroundMove(tx, regionId, found)
    const after = spansWithoutMove(before, move)
    await enforceLasting(tx, regionId, longer(before, after))
    await saveSpans(tx, regionId, before, after)
    const place = await findPlace(tx, regionId, found.placeId)
    await record(tx, {
      regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'arrangeGrids'),
      act: 'grid.take_back_move',
      subject: { kind: 'place', id: gridId },
      reason: place?.pathNames.map(({ name }) => name).join(' '),
    })
    return { done: true }
  })
}

/** The move as one of the spans around its day. */
async function aroundMove(
  tx: Transaction,
  communityId: string,
  { coverageId, from, ...ground }: StoredSpan,
): Promise<{ before: StoredSpan[]; move: StoredSpan }> {
  const eve = new Date(from.getTime() - 1)
  const before = await listSpansAt(tx, communityId, [ground], eve)
  const move = before.find((span) => span.coverageId === coverageId)
  if (!move) throw new DomainError('NOT_FOUND')
  return { before, move }
}

const longer = (before: readonly Span[], after: readonly Span[]): string[] => {
  const old = new Set(before)
  return after.filter((span) => !old.has(span) && span.to === null).map(({ gridId }) => gridId)
}

/** A grid that is to go takes nothing back either. */
async function enforceLasting(
  tx: Transaction,
  communityId: string,
  gridIds: readonly string[],
): Promise<void> {
  const grids = await lockGrids(tx, communityId, gridIds)
  if (grids.some(({ endsAt }) => endsAt !== null)) throw new DomainError('GRID_MOVE_STANDS')
}
