import { createHmac, timingSafeEqual } from 'node:crypto'
import { parse as bytesOfId } from 'uuid'

const MAC_BYTES = 16
/** How long a paper can be fetched, in minutes: long enough to print it, and to try again. */
const OPEN_MINUTES = 30

/** What a word is for, and where: a word for one thing, or one community, opens no other. */
export interface WordFor {
  key: Buffer
  purpose: string
  communityId: string
}

/** When an address made now ends. */
export function paperEndsAt(now: Date): Date {
  return new Date(now.getTime() + OPEN_MINUTES * 60_000)
}

/** Bytes as a word of an address, sealed with HMAC-SHA-256 cut to 128 bits. */
export function sealWord(seal: WordFor, body: Buffer): string {
  return Buffer.concat([body, macOf(seal, body)]).toString('base64url')
}

/** The bytes in a word; undefined when it isn't one of ours, or for something else. */
export function openWord(seal: WordFor, word: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(word, 'base64url')
  if (bytes.length !== length + MAC_BYTES || bytes.toString('base64url') !== word) return undefined
  const body = bytes.subarray(0, length)
  return timingSafeEqual(bytes.subarray(length), macOf(seal, body)) ? body : undefined
}

function macOf({ key, purpose, communityId }: WordFor, body: Buffer): Buffer {
  const mac = createHmac('sha256', key).update(purpose).update(bytesOfId(communityId)).update(body)
  return mac.digest().subarray(0, MAC_BYTES)
}
