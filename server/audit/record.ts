import { randomBytes } from 'node:crypto'
import type { Role } from '#core/permissions'
import { newId, type Transaction } from '#server/platform/db/index'
import { personalDigest } from './chain'

/** One act as it is put on record (domain.md 10: who, role, act, object, when, why). */
export interface Recorded {
  /** Community, or the region above it, whose chain it joins. */
  regionId: string
  at: Date
  /** Null for the clock. */
  personId: string | null
  role: Role | null
  /** `area.act`, as in `matter.resolve`. */
  act: string
  subject: { kind: string; id: string }
  reason?: string | undefined
}

const SALT_BYTES = 16

/** Puts an act on record, in the transaction that does it. The row enters unchained; a job seals it. */
export async function record(tx: Transaction, entry: Recorded): Promise<void> {
  const salt = randomBytes(SALT_BYTES)
  const reason = entry.reason ?? null
  await tx
    .insertInto('audit_entries')
    .values({
      community_id: entry.regionId,
      entry_id: newId(),
      at: entry.at,
      act: entry.act,
      role: entry.role,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      person_id: entry.personId,
      reason,
      salt,
      digest: personalDigest({ personId: entry.personId, reason, salt }),
    })
    .execute()
}
