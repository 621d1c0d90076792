import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { SHEET_KINDS, SHEET_LAYOUTS, type SheetKind, type SheetLayout } from '#core/places'
import { openWord, sealWord, type WordFor } from '#server/platform/paper/sealed-word'

const ID_BYTES = 16
const BODY_BYTES = 2 * ID_BYTES + 6

/** What an address says: which sheet, who asked for it, until when. */
export interface SheetAddress {
  communityId: string
  placeId: string
  /** Undefined: the place itself. */
  below: SheetKind | undefined
  layout: SheetLayout
  viewerId: string
  until: Date
}

const sealOf = (key: Buffer, communityId: string): WordFor => ({ key, purpose: 'door sheet', communityId })

/**
 * The address of a sheet: a browser's tab and WeChat's `downloadFile` send no session, so it says it all, sealed with
 * HMAC-SHA-256 cut to 128 bits. Whether its asker may print is asked again when it is served.
 */
export function sheetAddressFor(key: Buffer, sheet: SheetAddress): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(sheet.placeId), 0)
  body.set(bytesOfId(sheet.viewerId), ID_BYTES)
  body.writeUInt32BE(Math.floor(sheet.until.getTime() / 1000), 2 * ID_BYTES)
  body.writeUInt8(sheet.below ? SHEET_KINDS.indexOf(sheet.below) + 1 : 0, 2 * ID_BYTES + 4)
  body.writeUInt8(SHEET_LAYOUTS.indexOf(sheet.layout), 2 * ID_BYTES + 5)
  const word = sealWord(sealOf(key, sheet.communityId), body)
  return `/api/communities/${sheet.communityId}/door-sheets/${word}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readSheetAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): SheetAddress | undefined {
  const body = openWord(sealOf(key, communityId), word, BODY_BYTES)
  if (!body) return undefined
  const until = new Date(body.readUInt32BE(2 * ID_BYTES) * 1000)
  const layout = SHEET_LAYOUTS[body.readUInt8(2 * ID_BYTES + 5)]
  if (!layout || until <= now) return undefined
  return {
    communityId,
    placeId: idOfBytes(body, 0),
    viewerId: idOfBytes(body, ID_BYTES),
    below: SHEET_KINDS[body.readUInt8(2 * ID_BYTES + 4) - 1],
    layout,
    until,
  }
}
