import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { digestOf } from './digest'

/** The number of the key a value was sealed with: its first byte, so that a later key can stand beside this one. */
const KEY_ID = 1
export const CONTACT_KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES

/** Seals what is personal before it is stored, and finds it again without opening it. */
export interface ContactBox {
  /** AES-256-GCM. `about` says whose it is, such as a person's id: moved to another row, it can't be opened. */
  seal(text: string | Buffer, about: string): Buffer
  /** The text again. Throws when the key is another one, a byte was changed, or it belongs to something else. */
  open(sealed: Buffer, about: string): string
  /** The same for what is no text. */
  openBytes(sealed: Buffer, about: string): Buffer
  /** Keyed hash (HMAC-SHA256) by which an equal value is found. Each purpose has hashes of its own. */
  blindIndex(purpose: string, ...parts: string[]): Buffer
  /** Tells one key from another, and nothing else. */
  fingerprint: Buffer
}

/** A box under one secret of 32 bytes; each use has a key derived for it alone. */
export function createContactBox(secret: Buffer): ContactBox {
  if (secret.length !== CONTACT_KEY_BYTES) throw new Error('A contact key has 32 bytes')
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `linli contact ${use}`, 32))
  const sealing = derive('seal')
  const indexing = derive('index')
  const openBytes: ContactBox['openBytes'] = (sealed, about) => {
    if (sealed[0] !== KEY_ID || sealed.length < HEAD_BYTES) throw new Error('Sealed with another key')
    const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 1 + IV_BYTES), {
      authTagLength: TAG_BYTES,
    }).setAAD(boundTo(about))
    decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()])
  }
  return {
    fingerprint: derive('fingerprint'),
    seal: (text, about) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(boundTo(about))
      const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_ID]), iv, cipher.getAuthTag(), sealed])
    },
    open: (sealed, about) => openBytes(sealed, about).toString('utf8'),
    openBytes,
    blindIndex: (purpose, ...parts) =>
      createHmac('sha256', indexing)
        .update(digestOf(purpose, ...parts))
        .digest(),
  }
}

const boundTo = (about: string) => digestOf(String(KEY_ID), about)

/** Whether two hashes are the same, in a time that doesn't tell where they differ. */
export function sameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}
