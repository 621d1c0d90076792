import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import type { ArchiveKey } from './archive-repository'

const ID_BYTES = 16
const BODY_BYTES = 2 * ID_BYTES + 4
const MAC_BYTES = 16

/**
 * The address of an archive: a browser that saves a file, and WeChat's `downloadFile`, send no session. One opaque word
 * that says which archive and until when, sealed with HMAC-SHA-256 cut to 128 bits.
 */
export function archiveAddress(key: Buffer, { personId, archiveId }: ArchiveKey, until: Date): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(personId), 0)
  body.set(bytesOfId(archiveId), ID_BYTES)
  body.writeUInt32BE(Math.floor(until.getTime() / 1000), 2 * ID_BYTES)
  return `/api/archives/${Buffer.concat([body, macOf(key, body)]).toString('base64url')}`
}

/** What a word says; undefined when it isn't one of ours or its time is over. */
export function readArchiveAddress(key: Buffer, word: string, now: Date): ArchiveKey | undefined {
  const bytes = Buffer.from(word, 'base64url')
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== word) return undefined
  const body = bytes.subarray(0, BODY_BYTES)
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(key, body))) return undefined
  if (body.readUInt32BE(2 * ID_BYTES) * 1000 <= now.getTime()) return undefined
  return { personId: idOfBytes(body, 0), archiveId: idOfBytes(body, ID_BYTES) }
}

function macOf(key: Buffer, body: Buffer): Buffer {
  return createHmac('sha256', key).update('archive address').update(body).digest().subarray(0, MAC_BYTES)
}
