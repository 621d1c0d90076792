import { digestOf } from '#server/platform/crypto/index'

/** What may be erased later: the chain holds only a salted digest of it, so it verifies without. */
export interface PersonalPart {
  personId: string | null
  reason: string | null
  salt: Buffer
}

/** SHA-256 of salt, person and reason. Without the salt nobody can try out names against it. */
export function personalDigest({ personId, reason, salt }: PersonalPart): Buffer {
  return digestOf(salt, personId ?? '', reason ?? '')
}

/** The part of an entry that stays. */
export interface SealedPart {
  seq: bigint
  entryId: string
  at: Date
  act: string
  role: string | null
  subjectKind: string
  subjectId: string
  digest: Buffer
}

export const CHAIN_START = Buffer.alloc(32)

/** The hash of an entry in its chain: over the hash before it and everything that stays. */
export function chainHash(prev: Buffer, entry: SealedPart): Buffer {
  return digestOf(
    prev,
    entry.seq.toString(),
    entry.entryId,
    entry.at.toISOString(),
    entry.act,
    entry.role ?? '',
    entry.subjectKind,
    entry.subjectId,
    entry.digest,
  )
}
