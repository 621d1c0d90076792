import { DomainError } from '#core/errors'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { enforceContactKey } from './contact-key'

type Reader = Database | Transaction

/** Whether a person's phone is verified (domain.md 3: before their text is shown to others). */
export async function isVerified(db: Reader, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('phones')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Throws PHONE_REQUIRED unless the person's phone is verified. */
export async function enforceVerified(db: Reader, personId: string): Promise<void> {
  if (!(await isVerified(db, personId))) throw new DomainError('PHONE_REQUIRED')
}

/** A person's phone as 11 digits; undefined when there is none. Reading somebody else's is an act: `openContact`. */
export async function readPhoneOf(
  db: Reader,
  box: ContactBox,
  personId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('phones')
    .select('sealed')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && phoneIn(box, row.sealed, personId)
}

/** A phone as it is stored: sealed for this person alone. */
export function sealedPhone(box: ContactBox, phone: string, personId: string): Buffer {
  return box.seal(phone, `phone of ${personId}`)
}

/** The phone in a person's row. Throws when it was changed, or moved there from another row. */
export function phoneIn(box: ContactBox, sealed: Buffer, personId: string): string {
  return box.open(sealed, `phone of ${personId}`)
}

/** The keyed hash by which a phone is found. */
export function phoneIndex(box: ContactBox, phone: string): Buffer {
  return box.blindIndex('phone', phone)
}

/** A phone that its person has proved to hold. */
export interface ProvedPhone {
  personId: string
  phone: string
  method: Tables['phones']['method']
  now: Date
}

/** Keeps a proved phone in the place of the one before. Throws PHONE_TAKEN when it is somebody else's. */
export async function savePhone(
  tx: Transaction,
  box: ContactBox,
  { personId, phone, method, now }: ProvedPhone,
): Promise<void> {
  await enforceContactKey(tx, box)
  await tx.deleteFrom('phones').where('person_id', '=', personId).execute()
  const saved = await tx
    .insertInto('phones')
    .values({
      person_id: personId,
      sealed: sealedPhone(box, phone, personId),
      blind_index: phoneIndex(box, phone),
      method,
      verified_at: now,
    })
    // Of two persons with one phone at once the second waits here for the first, and is told.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) throw new DomainError('PHONE_TAKEN')
}

/** Deletes a person's phone and the code that may be on its way. */
export async function forgetPhone(tx: Transaction, personId: string): Promise<void> {
  await tx.deleteFrom('phones').where('person_id', '=', personId).execute()
  await tx.deleteFrom('phone_codes').where('person_id', '=', personId).execute()
}
