import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod/mini'
import { IMPORT_FORMATS, SHEETS } from '#core/imports'

/** How long an address holds, in minutes: the time to save a file. */
export const EXPORT_MINUTES = 10
const MAC_BYTES = 16

const said = z.object({
  personId: z.uuid(),
  sheets: z.array(z.enum(SHEETS)),
  format: z.enum(IMPORT_FORMATS),
  /** In seconds. */
  until: z.int(),
})

/** What an address says: for whom which sheets are written out until when. */
export type ExportAddress = z.output<typeof said>

/**
 * The address of an export: what saves files on a phone or in a browser sends no headers, so it carries all there is to
 * check, as that of a photo. Whether its person still may is asked again when it is opened.
 */
export function exportAddress(key: Buffer, communityId: string, asked: ExportAddress): string {
  const body = Buffer.from(JSON.stringify(asked))
  const word = `${body.toString('base64url')}.${macOf(key, communityId, body).toString('base64url')}`
  return `/api/communities/${communityId}/exports/${word}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readExportAddress(
  key: Buffer,
  communityId: string,
  word: string,
  now: Date,
): ExportAddress | undefined {
  const [body, mac] = word.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!body || mac?.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(key, communityId, body)))
    return undefined
  const parsed = z.safeParse(said, JSON.parse(body.toString('utf8')))
  return parsed.success && parsed.data.until * 1000 > now.getTime() ? parsed.data : undefined
}

function macOf(key: Buffer, communityId: string, body: Buffer): Buffer {
  const mac = createHmac('sha256', key).update('export address').update(communityId).update('\0').update(body)
  return mac.digest().subarray(0, MAC_BYTES)
}
