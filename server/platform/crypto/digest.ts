import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 over the parts, each preceded by its length so that no two lists of parts collide. */
export function digestOf(...parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    hash.update(length).update(bytes)
  }
  return hash.digest()
}

/** A 256-bit opaque token for one session (base64url, 43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code people can read out: `length` characters of Crockford's base 32, 5 random bits each. */
export function newCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => CROCKFORD[byte & 31]).join('')
}
