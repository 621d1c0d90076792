import { PAGE_SIZE } from '#core/contract'
import { sameName } from '#core/imports'
import { decideConvene, type VoteUnitView } from '#core/votes'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { listUnitsOfScope, type RollScope } from './roll-sources'
import { votePlaceOf } from './vote-place'

/** 住宅, by what it is called in its building. */
export type VoteUnit = VoteUnitView

/** Dwellings of a place in reading order: what may be changed into a business. One query. */
async function listVoteUnits(db: Database | Transaction, scope: RollScope): Promise<VoteUnit[]> {
  const units = await listUnitsOfScope(db, scope)
  return units.filter(({ kind }) => kind === 'dwelling').map(({ unitId, name }) => ({ unitId, name }))
}

/** One of them. */
export async function findVoteUnit(
  db: Database | Transaction,
  scope: RollScope,
  unitId: string,
): Promise<VoteUnit | undefined> {
  return (await listVoteUnits(db, scope)).find((unit) => unit.unitId === unitId)
}

/**
 * 选哪一套: for who convenes owners at that building, by name and without owners. A building is read whole and cut here: it is
 * in the order in which people count, which no index knows.
 */
export async function searchVoteUnits(
  context: Context,
  { placeId, name, cursor }: { placeId: string; name?: string | undefined; cursor?: string | undefined },
): Promise<{ items: VoteUnit[]; nextCursor: string | null }> {
  const { db, actor, region, now } = context
  const place = await votePlaceOf(db, context, placeId)
  enforce(decideConvene(actor, place, 'owners'))
  const wanted = sameName(name ?? '')
  const units = await listVoteUnits(db, { communityId: region.regionId, placeId, now: now() })
  // Every name may begin with that of the building: 3 isn't looked for in 3号楼.
  const within = (unit: VoteUnit) => sameName(unit.name.replace(place.name, ''))
  const found = units.filter((unit) => within(unit).includes(wanted))
  const after = decodeCursor(cursor, idCursor)?.[0]
  // Gone since then, or not looked for any more: it begins anew.
  const first = found.findIndex(({ unitId }) => unitId === after) + 1
  return toPage(
    found.slice(first, first + PAGE_SIZE + 1),
    PAGE_SIZE,
    ({ unitId }) => [unitId],
    (unit) => unit,
  )
}
