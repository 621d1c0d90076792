import {
  pathName,
  placePolicy,
  SHEET_AT_MOST,
  type DoorSheetView,
  type SheetKind,
  type SheetLayout,
} from '#core/places'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { findCallerIn } from '#server/platform/http/caller'
import type { ServerParts } from '#server/platform/http/parts'
import { paperEndsAt } from '#server/platform/paper/sealed-word'
import { recordDoorCode, saveNewCodes } from '../door-codes'
import { lockTops } from '../grid-repository'
import { findPlaceAt } from '../repository'
import { readSheetAddress, sheetAddressFor } from './address'
import { codePictures, type CodePicture } from './code-pictures'
import type { Sticker } from './draw-sheet'
import { listSpots, type Spot } from './spots'

export interface PrintDoorCodes {
  placeId: string
  below?: SheetKind | undefined
  layout: SheetLayout
}

export type SheetParts = Pick<ServerParts, 'wechat' | 'photos' | 'photoKey' | 'siteUrl'>

/**
 * 印门口的码. Issues what is missing and answers where the sheet lies. The codes' pictures are fetched at once, so that
 * what WeChat refuses is said here and not in a browser's empty tab; the codes are kept, and asking again goes on.
 */
export async function printDoorCodes(
  context: Context,
  input: PrintDoorCodes,
  parts: SheetParts,
): Promise<DoorSheetView> {
  const { actor, region, now } = context
  if (!placePolicy.issueDoorCode(actor, { jurisdiction: region.path })) throw new DomainError('NOT_ALLOWED')
  const sheet = await context.transact(async (tx) => {
    const issued = await issueMissing(tx, context, input)
    await recordDoorCode(tx, context, 'door_code.print', input.placeId)
    const address = { ...input, below: input.below, communityId: region.regionId, viewerId: actor.personId }
    return { ...issued, url: sheetAddressFor(parts.photoKey, { ...address, until: paperEndsAt(now()) }) }
  })
  const spots = await listSpots(context.db, region.regionId, { ...input, below: input.below, now: now() })
  await codePictures(parts, region.regionId, codesOf(spots), undefined)
  return sheet
}

async function issueMissing(
  tx: Transaction,
  context: Context,
  { placeId, below }: PrintDoorCodes,
): Promise<{ codes: number; issued: number }> {
  const { regionId } = context.region
  const now = context.now()
  const place = await findPlaceAt(tx, regionId, placeId, now)
  if (!place) throw new DomainError('NOT_FOUND')
  if (place.isOver) throw new DomainError('PLACE_NOT_HERE')
  if (place.kind === 'grid' || place.kind === 'functional_grid') throw new DomainError('PLACE_KIND_WRONG')
  // Two who print overlapping parts at once: the second finds the first one's codes.
  await lockTops(tx, regionId, [place])
  const spots = await listSpots(tx, regionId, { placeId, below, now })
  if (spots.length === 0) throw new DomainError('DOOR_SHEET_EMPTY', 'below')
  if (spots.length > SHEET_AT_MOST) throw new DomainError('DOOR_SHEET_TOO_MANY', 'below')
  const missing = spots.filter(({ code }) => code === null).map((spot) => spot.placeId)
  if (missing.length > 0) await saveNewCodes(tx, context, missing)
  return { codes: spots.length, issued: missing.length }
}

const codesOf = (spots: readonly Spot[]): string[] => spots.flatMap(({ code }) => code ?? [])

/** What a sheet's address leads to. */
export interface Sheet {
  layout: SheetLayout
  stickers: Sticker[]
}

/** The sheet behind an address, with the codes as they are now. Throws NOT_FOUND for a wrong word, one that is over, and who may not print. */
export async function readSheet(
  parts: SheetParts & Pick<ServerParts, 'db' | 'now'>,
  { communityId, word, origin }: { communityId: string; word: string; origin: string },
): Promise<Sheet> {
  const { db, now, photoKey } = parts
  const address = readSheetAddress(photoKey, communityId, word, now())
  const asker = address && { personId: address.viewerId, sessionId: '' }
  const scope = asker && (await findCallerIn(db, asker, communityId, now()))
  const may = scope && placePolicy.issueDoorCode(scope.actor, { jurisdiction: scope.region.path })
  if (!address || !scope || !may) throw new DomainError('NOT_FOUND')
  const spots = await listSpots(db, communityId, { ...address, now: now() })
  const pictures = await codePictures(parts, communityId, codesOf(spots), origin)
  const stickers = spots.flatMap(({ code, pathNames }): Sticker[] => {
    const picture: CodePicture | undefined = code === null ? undefined : pictures.get(code)
    if (code === null || !picture) return []
    return [{ place: pathName(pathNames), community: scope.region.name, code, picture }]
  })
  if (stickers.length === 0) throw new DomainError('NOT_FOUND')
  return { layout: address.layout, stickers }
}
