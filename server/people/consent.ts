import { enforce } from '#core/permissions'
import {
  canAgree,
  CONSENT_DOCUMENTS,
  CONSENT_REFUSALS,
  NOTICES,
  type ConsentAge,
  type ConsentDocument,
  type ConsentView,
} from '#core/people'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { forgetPhone } from './phone-repository'

type Reader = Database | Transaction
type Consents = { items: ConsentView[] }

/** Every notice, with what the caller has said to it. */
export async function readConsents({ db, actor }: Context): Promise<Consents> {
  return presentConsents(db, actor.personId)
}

/** 同意 to the version in force. Agreeing again changes nothing. Throws CONSENT_OUTDATED for another version. */
export async function giveConsent(
  { actor, now, transact }: Context,
  { document, version, age }: { document: ConsentDocument; version: string; age: ConsentAge },
): Promise<Consents> {
  return transact(async (tx) => {
    enforce(canAgree(document, version))
    await tx
      .insertInto('consents')
      .values({
        person_id: actor.personId,
        consent_id: newId(),
        document,
        version,
        age,
        given_at: now(),
        withdrawn_at: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'document', 'version']).where('withdrawn_at', 'is', null).doNothing(),
      )
      .execute()
    return presentConsents(tx, actor.personId)
  })
}

/** 撤回. What needs the consent asks again from now on; the phone, which nothing but the consent lets us keep, goes. */
export async function withdrawConsent(
  { actor, now, transact }: Context,
  document: ConsentDocument,
): Promise<Consents> {
  return transact(async (tx) => {
    await tx
      .updateTable('consents')
      .set({ withdrawn_at: now() })
      .where('person_id', '=', actor.personId)
      .where('document', '=', document)
      .where('withdrawn_at', 'is', null)
      .execute()
    if (document === 'privacy') await forgetPhone(tx, actor.personId)
    return presentConsents(tx, actor.personId)
  })
}

/** Whether a person agrees to the version in force. */
export async function hasConsent(
  db: Reader,
  personId: string,
  document: ConsentDocument = 'privacy',
): Promise<boolean> {
  return (await inForce(db, personId, document).executeTakeFirst()) !== undefined
}

const inForce = (db: Reader, personId: string, document: ConsentDocument) =>
  db
    .selectFrom('consents')
    .select('consent_id')
    .where('person_id', '=', personId)
    .where('document', '=', document)
    .where('version', '=', NOTICES[document].version)
    .where('withdrawn_at', 'is', null)

/**
 * Before anything personal is written. Throws CONSENT_REQUIRED, or PUBLIC_CONSENT_REQUIRED for `public_words`, unless
 * the person agrees to the version in force.
 */
export async function enforceConsent(
  tx: Reader,
  personId: string,
  document: ConsentDocument = 'privacy',
): Promise<void> {
  if (!(await hasConsent(tx, personId, document))) throw new DomainError(CONSENT_REFUSALS[document])
}

/**
 * The same for 个人信息, and it can't be withdrawn before this transaction ends: a withdrawal at the same moment waits,
 * and then takes along what was saved. For what a withdrawal forgets. Throws CONSENT_REQUIRED.
 */
export async function holdConsent(tx: Transaction, personId: string): Promise<void> {
  const held = await inForce(tx, personId, 'privacy').forShare().executeTakeFirst()
  if (!held) throw new DomainError(CONSENT_REFUSALS.privacy)
}

async function presentConsents(db: Reader, personId: string): Promise<Consents> {
  const rows = await db
    .selectFrom('consents')
    .selectAll()
    .distinctOn('document')
    .where('person_id', '=', personId)
    .orderBy('document')
    .orderBy('consent_id', 'desc')
    .execute()
  const items = CONSENT_DOCUMENTS.map((document): ConsentView => {
    const last = rows.find((row) => row.document === document)
    const { parts, ...notice } = NOTICES[document]
    return {
      document,
      ...notice,
      parts: [...parts],
      agreed: last !== undefined && last.version === notice.version && last.withdrawn_at === null,
      last: last
        ? {
            version: last.version,
            givenAt: last.given_at.toISOString(),
            age: last.age,
            withdrawnAt: last.withdrawn_at?.toISOString() ?? null,
          }
        : null,
    }
  })
  return { items }
}
