import { randomInt } from 'node:crypto'
import { CONSENT_DOCUMENTS, NOTICES } from '#core/people'
import { newToken } from '#server/platform/crypto/index'
import { newId, type Database } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'
import { findOrCreatePerson, savePhone } from '#server/people/index'
import { CONTACT_BOX } from './contact-box'

/** Someone with a session. */
export interface SignedInPerson {
  personId: string
  token: string
}

export interface PersonOptions {
  /** Agrees to both notices. */
  consented?: boolean
  /** Has a verified phone. */
  verified?: boolean
}

/** Signs a new person in. */
export async function signedIn(
  db: Database,
  name: string,
  now: Date,
  { consented = true, verified = true }: PersonOptions,
): Promise<SignedInPerson> {
  const personId = await db
    .transaction()
    .execute((tx) => findOrCreatePerson(tx, 'demo', `${name} ${newId()}`, now))
  await db.updateTable('people').set({ nickname: name }).where('person_id', '=', personId).execute()
  if (consented) await agree(db, personId, now)
  if (verified) await verify(db, personId, now)
  const token = newToken()
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      session_id: newId(),
      person_id: personId,
      device: '浏览器',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 365 * 86_400_000),
    })
    .execute()
  return { personId, token }
}

/** Has agreed to both notices and verified a phone, whatever was withdrawn or deleted before. */
export async function agreesAgain(db: Database, personId: string, now: Date): Promise<void> {
  await db.deleteFrom('consents').where('person_id', '=', personId).execute()
  await agree(db, personId, now)
  await verify(db, personId, now)
}

async function agree(db: Database, personId: string, now: Date): Promise<void> {
  const consents = CONSENT_DOCUMENTS.map((document) => ({
    person_id: personId,
    consent_id: newId(),
    document,
    version: NOTICES[document].version,
    age: 'over_14' as const,
    given_at: now,
  }))
  await db.insertInto('consents').values(consents).execute()
}

/** A phone of nobody else: eight digits of chance. */
async function verify(db: Database, personId: string, now: Date): Promise<void> {
  const phone = `138${String(randomInt(10 ** 8)).padStart(8, '0')}`
  await db.transaction().execute((tx) => savePhone(tx, CONTACT_BOX, { personId, phone, method: 'sms', now }))
}
