import { PAGE_SIZE } from '#core/contract'
import type { ContactSubject } from '#core/people'
import type { Role } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readPhoneOf } from './phone-repository'

export interface OpenContact {
  communityId: string
  /** Whose phone it is. */
  ownerId: string
  readerId: string
  /** The name the reader signs with: the owner sees it. */
  readerName: string
  readerRole: Role | null
  subject: { kind: ContactSubject; id: string }
  /** What the thing is called, for the owner's list. */
  about: string
  at: Date
}

/**
 * 看联系方式. Puts the reading on record, for the audit log and for the owner, and answers the phone; null when the owner
 * has none. Whether the reader may is the caller's policy to decide.
 */
export async function openContact(
  tx: Transaction,
  box: ContactBox,
  { communityId, ownerId, readerId, readerName, readerRole, subject, about, at }: OpenContact,
): Promise<{ phone: string } | null> {
  const phone = await readPhoneOf(tx, box, ownerId)
  if (phone === undefined) return null
  await tx
    .insertInto('contact_readings')
    .values({
      community_id: communityId,
      owner_id: ownerId,
      reading_id: newId(),
      reader_id: readerId,
      reader_name: readerName,
      reader_role: readerRole,
      subject_kind: subject.kind,
      subject_id: subject.id,
      about,
      at,
    })
    .execute()
  await record(tx, {
    regionId: communityId,
    at,
    personId: readerId,
    role: readerRole,
    act: 'contact.read',
    subject,
  })
  return { phone }
}

/** 谁看过我的电话, in this community, newest first. */
export async function listContactReadings({ db, actor, region }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)
  let query = db
    .selectFrom('contact_readings')
    .selectAll()
    .where('community_id', '=', region.regionId)
    .where('owner_id', '=', actor.personId)
  if (after) query = query.where('reading_id', '<', after[0])
  const rows = await query
    .orderBy('reading_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.reading_id],
    (row) => ({
      readingId: row.reading_id,
      readerName: row.reader_name,
      readerRole: row.reader_role,
      subject: { kind: row.subject_kind, id: row.subject_id },
      about: row.about,
      at: row.at.toISOString(),
    }),
  )
}

/** A caller's phone, left at the counter or on the line, as it is stored beside what it belongs to (`about`: its id). */
export function sealPhone(box: ContactBox, phone: string, about: string): Buffer {
  return box.seal(phone, `caller of ${about}`)
}

/** The caller's phone again. Throws when it was changed or belongs to something else. */
export function openPhone(box: ContactBox, sealed: Buffer, about: string): string {
  return box.open(sealed, `caller of ${about}`)
}
