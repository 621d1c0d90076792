import { beginningOf, coverable, placePolicy, spansAfterMove, splits, type Span } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import {
  listParts,
  listSpansAt,
  lockArrangement,
  lockGrids,
  lockTops,
  officeOf,
  saveSpans,
} from './grid-repository'
import { listPlacesById, type StoredPlace } from './repository'

export interface MovePlaces {
  placeIds: string[]
  /** Null: to no grid, the community holds what is reported there. */
  gridId: string | null
  /** A day in Shanghai. */
  from: string
}

/** 网格划转. From a day on buildings or entrances are a basic grid's; a matter keeps the grid it was reported in (domain.md 2). */
export async function movePlaces(context: Context, input: MovePlaces): Promise<{ from: string }> {
  const { actor, region, now } = context
  if (!placePolicy.arrangeGrids(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const at = beginningOf(input.from, now())
  if (!at) throw new DomainError('GRID_DAY_INVALID', 'from')
  return context.transact(async (tx) => {
    const { regionId } = region
    await lockArrangement(tx, regionId)
    const places = await lockPlaces(tx, regionId, input.placeIds)
    if (input.gridId !== null) await enforceLasting(tx, regionId, input.gridId)
    const before = await listSpansAt(tx, regionId, await withTheirParts(tx, regionId, places), at)
    await saveSpans(tx, regionId, before, await after(tx, { regionId, places, before, input, at }))
    await record(tx, {
      regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'arrangeGrids'),
      act: 'grid.move',
      subject: { kind: 'place', id: input.gridId ?? regionId },
      reason: `${input.from} ${places.map(({ pathNames }) => pathNames.map(({ name }) => name).join(' ')).join('、')}`,
    })
    return { from: at.toISOString() }
  })
}

async function lockPlaces(tx: Transaction, communityId: string, placeIds: string[]): Promise<StoredPlace[]> {
  const wanted = [...new Set(placeIds)]
  const places = await listPlacesById(tx, communityId, wanted)
  if (places.length !== wanted.length) throw new DomainError('PLACE_NOT_HERE', 'placeIds')
  if (places.some(({ kind }) => !coverable(kind))) throw new DomainError('PLACE_KIND_WRONG', 'placeIds')
  await lockTops(tx, communityId, places)
  return places
}

/** Only a basic grid whose end isn't known: what is about to go takes nothing in. */
async function enforceLasting(tx: Transaction, communityId: string, gridId: string): Promise<void> {
  const [grid] = await lockGrids(tx, communityId, [gridId])
  if (grid?.kind !== 'grid') throw new DomainError('PLACE_NOT_HERE', 'gridId')
  if (grid.endsAt) throw new DomainError('GRID_ENDING', 'gridId')
}

/** The buildings of entrances too: their spans may have to be taken apart. */
const withTheirParts = async (
  tx: Transaction,
  communityId: string,
  places: StoredPlace[],
): Promise<StoredPlace[]> => {
  const parents = places.filter(({ kind }) => kind === 'entrance').flatMap(({ parentId }) => parentId ?? [])
  return [...places, ...(await listPlacesById(tx, communityId, parents))]
}

interface Moving {
  regionId: string
  places: StoredPlace[]
  before: Span[]
  input: MovePlaces
  at: Date
}

async function after(tx: Transaction, { regionId, places, before, input, at }: Moving): Promise<Span[]> {
  const parentIds = places.filter(({ kind }) => kind === 'entrance').flatMap(({ parentId }) => parentId ?? [])
  const parts = await listParts(tx, regionId, parentIds, at)
  return places.reduce<Span[]>((spans, ground) => {
    const beside = parts.filter(({ parentId, placeId }) => {
      return parentId === ground.parentId && placeId !== ground.placeId
    })
    // Homes beside the entrances would be nobody's without anyone having said so.
    if (splits(spans, { ground, at }) && beside.some(({ isHome }) => isHome))
      throw new DomainError('GRID_SPLIT_HOMES', 'placeIds')
    const move = { ground: groundOf(ground), siblings: beside.map(groundOf), gridId: input.gridId, at }
    return spansAfterMove(spans, move)
  }, before)
}

const groundOf = ({
  placeId,
  path,
}: Pick<StoredPlace, 'placeId' | 'path'> | Pick<Span, 'placeId' | 'path'>) => ({
  placeId,
  path,
})
