import { isDoorCode, DOOR_CODE_LENGTH, placePolicy, type DoorCodeView, type PlaceView } from '#core/places'
import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { z } from 'zod/mini'
import { record } from '#server/audit/index'
import { newCode } from '#server/platform/crypto/index'
import type { Context, RegionInScope } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { decodeCursor, toPage } from '#server/platform/http/cursor'
import { officeOf } from './grid-repository'
import { presentPlace } from './present-place'
import { findPlaceAt, isOver } from './repository'

export interface DoorCodeRow {
  code: string
  place_id: string
  issued_at: Date
  revoked_at: Date | null
  replaced: boolean
}

const present = (row: DoorCodeRow): DoorCodeView => ({
  code: row.code,
  placeId: row.place_id,
  issuedAt: row.issued_at.toISOString(),
  revokedAt: row.revoked_at?.toISOString() ?? null,
  replaced: row.replaced,
})

/** 门口的码: issues a new opaque token for a place; older ones stay valid until they are revoked. */
export async function issueDoorCode(context: Context, placeId: string): Promise<DoorCodeView> {
  const { actor, region } = context
  if (!placePolicy.issueDoorCode(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    await enforceStanding(tx, context, placeId)
    const [row] = await saveNewCodes(tx, context, [placeId])
    await recordDoorCode(tx, context, 'door_code.issue', placeId)
    return present(row as DoorCodeRow)
  })
}

/** Codes are for what still stands: who comes to a door that is no more reports nothing there. */
async function enforceStanding(tx: Transaction, { region, now }: Context, placeId: string): Promise<void> {
  const place = await findPlaceAt(tx, region.regionId, placeId, now())
  if (!place) throw new DomainError('NOT_FOUND')
  if (place.isOver) throw new DomainError('PLACE_NOT_HERE')
}

/** A new code for each of the places. */
export async function saveNewCodes(
  tx: Transaction,
  { actor, region, now }: Context,
  placeIds: readonly string[],
): Promise<DoorCodeRow[]> {
  const rows = placeIds.map((placeId) => ({
    code: newCode(DOOR_CODE_LENGTH),
    place_id: placeId,
    issued_at: now(),
    revoked_at: null,
    replaced: false,
  }))
  await tx
    .insertInto('door_codes')
    .values(rows.map((row) => ({ ...row, community_id: region.regionId, issued_by: actor.personId })))
    .execute()
  return rows
}

/** 换码. The old one is worth nothing from the moment the new one is there; who scans the old sticker is told so. */
export async function replaceDoorCode(
  context: Context,
  placeId: string,
  code: string,
): Promise<DoorCodeView> {
  const { actor, region, now } = context
  if (!placePolicy.replaceDoorCode(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    await enforceStanding(tx, context, placeId)
    const old = await tx
      .updateTable('door_codes')
      .set({ revoked_at: now(), replaced: true })
      .where('code', '=', code)
      .where('community_id', '=', region.regionId)
      .where('place_id', '=', placeId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    // Of two at once the second finds it revoked: one sticker is replaced by one.
    if (old.numUpdatedRows === 0n) throw new DomainError('NOT_FOUND')
    const [row] = await saveNewCodes(tx, context, [placeId])
    await recordDoorCode(tx, context, 'door_code.replace', placeId)
    return present(row as DoorCodeRow)
  })
}

/** Revokes a code at once; revoking it again changes nothing. */
export async function revokeDoorCode(
  context: Context,
  placeId: string,
  code: string,
): Promise<{ done: true }> {
  const { actor, region, now } = context
  if (!placePolicy.revokeDoorCode(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  return context.transact(async (tx) => {
    const revoked = await tx
      .updateTable('door_codes')
      .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now())) }))
      .where('code', '=', code)
      .where('community_id', '=', region.regionId)
      .where('place_id', '=', placeId)
      .executeTakeFirst()
    if (revoked.numUpdatedRows === 0n) throw new DomainError('NOT_FOUND')
    await recordDoorCode(tx, context, 'door_code.revoke', placeId)
    return { done: true as const }
  })
}

export function recordDoorCode(
  tx: Transaction,
  context: Context,
  act: string,
  placeId: string,
): Promise<void> {
  return record(tx, {
    regionId: context.region.regionId,
    at: context.now(),
    personId: context.actor.personId,
    role: officeOf(context, 'issueDoorCode'),
    act,
    subject: { kind: 'place', id: placeId },
  })
}

const codeCursor = z.tuple([z.iso.datetime(), z.string()])

/** The codes of a place, newest first. */
export async function listDoorCodes(context: Context, placeId: string, cursor: string | undefined) {
  const { actor, region, db } = context
  if (!placePolicy.listDoorCodes(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const after = decodeCursor(cursor, codeCursor)
  let query = db
    .selectFrom('door_codes')
    .select(['code', 'place_id', 'issued_at', 'revoked_at', 'replaced'])
    .where('community_id', '=', region.regionId)
    .where('place_id', '=', placeId)
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('issued_at', '<', new Date(after[0])),
        eb.and([eb('issued_at', '=', new Date(after[0])), eb('code', '>', after[1])]),
      ]),
    )
  }
  const rows = await query
    .orderBy('issued_at', 'desc')
    .orderBy('code')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(rows, PAGE_SIZE, (row) => [row.issued_at.toISOString(), row.code], present)
}

interface FoundCode {
  communityId: string
  placeId: string
  revokedAt: Date | null
  replaced: boolean
  /** Its place has ended, or one that it lies in. */
  isOver: boolean
}

/** What is known of a code, whether it still opens anything or not. */
async function findCode(db: Database | Transaction, code: string, now: Date): Promise<FoundCode | undefined> {
  if (!isDoorCode(code)) return undefined
  return db
    .selectFrom('door_codes as d')
    .innerJoin('places as p', (join) =>
      join.onRef('p.community_id', '=', 'd.community_id').onRef('p.place_id', '=', 'd.place_id'),
    )
    .select([
      'd.community_id as communityId',
      'd.place_id as placeId',
      'd.revoked_at as revokedAt',
      'd.replaced',
    ])
    .select((eb) => isOver(eb.ref('p.community_id'), eb.ref('p.path'), now).as('isOver'))
    .where('d.code', '=', code)
    .executeTakeFirst()
}

/** The place a valid code stands for; undefined for unknown and revoked ones alike, and for places that are over. */
export async function findPlaceOfCode(
  db: Database | Transaction,
  code: string,
  now: Date,
): Promise<FoundCode | undefined> {
  const found = await findCode(db, code, now)
  return found?.revokedAt === null && !found.isOver ? found : undefined
}

/** Opens the place of a code that was scanned. It proves nothing about who scans. */
export async function openDoorCode(context: Context, code: string): Promise<PlaceView> {
  const found = await findCode(context.db, code, context.now())
  if (found?.replaced) throw new DomainError('DOOR_CODE_REPLACED')
  if (!found || found.revokedAt || found.isOver) throw new DomainError('DOOR_CODE_INVALID')
  const row = await context.db
    .selectFrom('regions')
    .select(['name', 'path', 'kind'])
    .where('region_id', '=', found.communityId)
    .executeTakeFirstOrThrow()
  const region: RegionInScope = { regionId: found.communityId, ...row }
  return presentPlace(context.db, region, found.placeId, context.actor, context.now())
}
