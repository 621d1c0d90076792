import { coverable, placePolicy, type PlaceKind } from '#core/places'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { lockTops, officeOf, scheduleGridEnd } from './grid-repository'
import { findOverlap, listPlacesById, savePlace, type StoredPlace } from './repository'

export interface CreateGrid {
  kind: 'grid' | 'functional_grid'
  name: string
  purpose?: string | undefined
  endsAt?: string | undefined
  covers: string[]
}

interface NewGrid {
  placeId: string
  kind: PlaceKind
  name: string
  endsAt: string | null
}

/** 新建网格. A home is in at most one basic grid; a functional one has a purpose and ends by itself (domain.md 2). */
export async function createGrid(context: Context, input: CreateGrid): Promise<NewGrid> {
  const { actor, region, now } = context
  if (!placePolicy.createGrid(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const endsAt = endOf(input, now())
  return context.transact(async (tx) => {
    const placeId = newId()
    const places = await lockCovered(tx, region.regionId, input)
    if (input.kind === 'grid' && (await findOverlap(tx, region.regionId, places, now()))) {
      throw new DomainError('GRID_COVERS_TAKEN', 'covers')
    }
    const { kind, name } = input
    const saved = await savePlace(tx, {
      placeId,
      communityId: region.regionId,
      parentId: null,
      kind,
      name,
      path: [region.regionId, placeId],
      pathNames: [{ placeId, kind, name }],
      purpose: input.purpose,
      endsAt,
      createdAt: now(),
    })
    if (!saved) throw new DomainError('PLACE_NAME_TAKEN', 'name')
    await saveCoverages(tx, region.regionId, { gridId: placeId, kind, places, startsAt: now(), endsAt })
    if (endsAt) await scheduleGridEnd(tx, region.regionId, placeId, endsAt)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: officeOf(context, 'createGrid'),
      act: 'grid.create',
      subject: { kind: 'place', id: placeId },
      reason: input.purpose,
    })
    return { placeId, kind, name, endsAt: endsAt?.toISOString() ?? null }
  })
}

function endOf({ kind, purpose, endsAt }: CreateGrid, now: Date): Date | undefined {
  if (kind === 'grid') return undefined
  if (!endsAt || !purpose) throw new DomainError('GRID_END_REQUIRED', endsAt ? 'purpose' : 'endsAt')
  const end = new Date(endsAt)
  if (end <= now) throw new DomainError('PERIOD_INVALID', 'endsAt')
  return end
}

/** Locks the topmost places first, so that two grids over the same estate wait for one another. */
async function lockCovered(
  tx: Transaction,
  communityId: string,
  { covers }: CreateGrid,
): Promise<StoredPlace[]> {
  const wanted = [...new Set(covers)]
  const places = await listPlacesById(tx, communityId, wanted)
  if (places.length !== wanted.length) throw new DomainError('PLACE_NOT_HERE', 'covers')
  if (places.some(({ kind }) => !coverable(kind))) throw new DomainError('PLACE_KIND_WRONG', 'covers')
  await lockTops(tx, communityId, places)
  return places
}

interface NewCoverages {
  gridId: string
  kind: 'grid' | 'functional_grid'
  places: StoredPlace[]
  startsAt: Date
  endsAt: Date | undefined
}

async function saveCoverages(tx: Transaction, communityId: string, coverages: NewCoverages): Promise<void> {
  if (coverages.places.length === 0) return
  const rows = coverages.places.map(({ placeId }) => ({
    community_id: communityId,
    coverage_id: newId(),
    grid_id: coverages.gridId,
    place_id: placeId,
    kind: coverages.kind,
    starts_at: coverages.startsAt,
    ends_at: coverages.endsAt ?? null,
  }))
  await tx.insertInto('grid_coverages').values(rows).execute()
}
