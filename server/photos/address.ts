import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { PHOTO_SIZES, type PhotoSize } from '#core/photos'

/** Addresses change every so many hours, and each holds for one to two times as long: stable, and soon worth nothing. */
const STEP_HOURS = 6
const STEP_MS = STEP_HOURS * 3_600_000
const MAC_BYTES = 16
const ID_BYTES = 16
const BODY_BYTES = 2 * ID_BYTES + 5

/** What an address says: who may load which picture until when. */
export interface Address {
  communityId: string
  photoId: string
  size: PhotoSize
  viewerId: string
  until: Date
}

/** When an address made now ends. Rounded, so that the same reader gets the same address for hours. */
export function addressEndsAt(now: Date): Date {
  return new Date((Math.floor(now.getTime() / STEP_MS) + 2) * STEP_MS)
}

/**
 * The address of a picture: `<image>` can send no headers, so it carries all there is to check. One opaque word, sealed
 * with HMAC-SHA-256 cut to 128 bits. It only says who asks: whether they may see it is asked again when it is served.
 */
export function addressFor(key: Buffer, { communityId, photoId, size, viewerId, until }: Address): string {
  const body = Buffer.alloc(BODY_BYTES)
  body.set(bytesOfId(photoId), 0)
  body.set(bytesOfId(viewerId), ID_BYTES)
  body.writeUInt32BE(until.getTime() / 1000, 2 * ID_BYTES)
  body.writeUInt8(PHOTO_SIZES.indexOf(size), 2 * ID_BYTES + 4)
  const word = Buffer.concat([body, macOf(key, communityId, body)]).toString('base64url')
  return `/api/communities/${communityId}/photos/${word}`
}

/** What a word says; undefined when it isn't one of ours, is for another community, or its time is over. */
export function readAddress(key: Buffer, communityId: string, word: string, now: Date): Address | undefined {
  const bytes = Buffer.from(word, 'base64url')
  // Only one way of writing it counts, or a cache would keep several.
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== word) return undefined
  const body = bytes.subarray(0, BODY_BYTES)
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(key, communityId, body))) return undefined
  const until = new Date(body.readUInt32BE(2 * ID_BYTES) * 1000)
  const size = PHOTO_SIZES[body.readUInt8(2 * ID_BYTES + 4)]
  if (!size || until <= now) return undefined
  return {
    communityId,
    photoId: idOfBytes(body, 0),
    viewerId: idOfBytes(body, ID_BYTES),
    size,
    until,
  }
}

function macOf(key: Buffer, communityId: string, body: Buffer): Buffer {
  const mac = createHmac('sha256', key).update('photo address').update(bytesOfId(communityId)).update(body)
  return mac.digest().subarray(0, MAC_BYTES)
}
