import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { IMPORT_FORMATS, SHEETS, type ImportFormat, type Sheet } from '#core/imports'

/** How long an address holds, in minutes: the time to save a file. */
export const EXPORT_MINUTES = 10
const MAC_BYTES = 16
const ID_BYTES = 16
const BODY_BYTES = ID_BYTES + 6

/** What an address says: for whom which sheets are written out until when. */
export interface ExportAddress {
  personId: string
  sheets: Sheet[]
  format: ImportFormat
  until: Date
}

/**
 * The address of an export: what saves files on a phone or in a browser sends no headers, so it carries all there is to
 * check, as that of a photo. Whether its person still may is asked again when it is opened.
 */
export function exportAddress(key: Buffer, communityId: string, asked: ExportAddress): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(asked.personId), 0)
  body.writeUInt32BE(asked.until.getTime() / 1000, ID_BYTES)
  body.writeUInt8(
    asked.sheets.reduce((bits, sheet) => bits | (1 << SHEETS.indexOf(sheet)), 0),
    ID_BYTES + 4,
  )
  body.writeUInt8(IMPORT_FORMATS.indexOf(asked.format), ID_BYTES + 5)
  const word = Buffer.concat([body, macOf(key, communityId, body)]).toString('base64url')
  return `/api/communities/${communityId}/exports/${word}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readExportAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): ExportAddress | undefined {
  const bytes = Buffer.from(word, 'base64url')
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== word) return undefined
  const body = bytes.subarray(0, BODY_BYTES)
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(key, communityId, body))) return undefined
  const until = new Date(body.readUInt32BE(ID_BYTES) * 1000)
  const bits = body.readUInt8(ID_BYTES + 4)
  const format = IMPORT_FORMATS[body.readUInt8(ID_BYTES + 5)]
  if (!format || until <= now) return undefined
  const sheets = SHEETS.filter((_, index) => bits & (1 << index))
  return { personId: idOfBytes(body, 0), sheets, format, until }
}

function macOf(key: Buffer, communityId: string, body: Buffer): Buffer {
  const mac = createHmac('sha256', key).update('export address').update(bytesOfId(communityId)).update(body)
  return mac.digest().subarray(0, MAC_BYTES)
}
