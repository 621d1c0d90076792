import { randomInt } from 'node:crypto'
import { dateOf } from '#core/calendar'
import { DomainError, type ErrorCode } from '#core/errors'
import {
  maskPhone,
  PHONE_CODE_LENGTH,
  PHONE_CODE_MINUTES,
  PHONE_CODE_SENDS,
  PHONE_CODE_TRIES,
  PHONE_CODE_WAIT_SECONDS,
  PHONE_CODES_A_DAY,
  type MeView,
} from '#core/people'
import type { Context } from '#server/platform/context'
import { sameHash, type ContactBox } from '#server/platform/crypto/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { SmsFailure, type SmsSender } from '#server/platform/sms/index'
import { holdConsent } from './consent'
import { presentMe } from './me'
import { savePhone } from './phone-repository'

const SECOND_MS = 1000

/** What sending codes needs besides the caller. */
export interface CodeParts {
  box: ContactBox
  /** Undefined where no gateway is set up. */
  sms: SmsSender | undefined
}

/**
 * 要验证码. The request is saved first and the message goes out after: when it failed, the call says so, and repeated
 * under its key it tries again, a few times while the code holds. Throws CONSENT_REQUIRED, PHONE_CODE_TOO_SOON, PHONE_CODE_TOO_MANY, SMS_NOT_SENT.
 */
export async function askPhoneCode(
  context: Context,
  { box, sms }: CodeParts,
  { phone, address }: { phone: string; address: string },
) {
  if (!sms) throw new DomainError('SMS_NOT_SET_UP')
  const { codeId, ...answer } = await context.transact(async (tx) => {
    const { personId } = context.actor
    await holdConsent(tx, personId)
    await countCode(tx, context, box, { kind: 'person', value: personId })
    await countCode(tx, context, box, { kind: 'phone', value: phone })
    await countCode(tx, context, box, { kind: 'address', value: address })
    return saveRequest(tx, context, box, phone)
  })
  await deliver(context, { box, sms }, codeId)
  return answer
}

interface Counted {
  kind: keyof typeof PHONE_CODES_A_DAY
  value: string
}

/** One more code today for this person, phone or address. Of two at once the second waits for the first. */
async function countCode(
  tx: Transaction,
  { now }: Context,
  box: ContactBox,
  { kind, value }: Counted,
): Promise<void> {
  const subject = box.blindIndex('phone codes', kind, value, dateOf(now()))
  // Neighbours may share an address: only the day's number counts there.
  const waits = kind === 'address' ? 0 : PHONE_CODE_WAIT_SECONDS
  const counted = await tx
    .insertInto('phone_code_counts')
    .values({ subject, count: 1, last_at: now() })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet((eb) => ({
          count: eb('phone_code_counts.count', '+', 1),
          last_at: eb.ref('excluded.last_at'),
        }))
        .where('phone_code_counts.count', '<', PHONE_CODES_A_DAY[kind])
        .where('phone_code_counts.last_at', '<=', new Date(now().getTime() - waits * SECOND_MS)),
    )
    .executeTakeFirst()
  if (counted.numInsertedOrUpdatedRows === 1n) return
  const { count } = await tx
    .selectFrom('phone_code_counts')
    .select('count')
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow()
  throw new DomainError(count < PHONE_CODES_A_DAY[kind] ? 'PHONE_CODE_TOO_SOON' : 'PHONE_CODE_TOO_MANY')
}

const sealedFor = (codeId: string) => `phone of code ${codeId}`

/** A person has one request at a time: the newest. */
async function saveRequest(tx: Transaction, { actor, now }: Context, box: ContactBox, phone: string) {
  const codeId = newId()
  const expiresAt = new Date(now().getTime() + PHONE_CODE_MINUTES * 60 * SECOND_MS)
  const request = {
    code_id: codeId,
    sealed: box.seal(phone, sealedFor(codeId)),
    code_hash: null,
    tries: 0,
    sent: false,
    sends: 0,
    expires_at: expiresAt,
  }
  await tx
    .insertInto('phone_codes')
    .values({ person_id: actor.personId, ...request })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(request))
    .execute()
  return {
    codeId,
    sentTo: maskPhone(phone),
    expiresAt: expiresAt.toISOString(),
    nextAt: new Date(now().getTime() + PHONE_CODE_WAIT_SECONDS * SECOND_MS).toISOString(),
  }
}

const hashOf = (box: ContactBox, codeId: string, code: string) => box.blindIndex('phone code', codeId, code)

/** Makes the code and sends it, unless it went out already. Nothing but its hash is kept. */
async function deliver(
  context: Context,
  { box, sms }: { box: ContactBox; sms: SmsSender },
  codeId: string,
): Promise<void> {
  const code = String(randomInt(10 ** PHONE_CODE_LENGTH)).padStart(PHONE_CODE_LENGTH, '0')
  const sealed = await claimSending(context, codeId, hashOf(box, codeId, code))
  if (!sealed) return
  try {
    await sms.send(box.open(sealed, sealedFor(codeId)), code)
  } catch (error) {
    // The code stays good: a message that we gave up waiting for may arrive all the same.
    await requestOf(context, codeId).set({ sent: false }).execute()
    throw error instanceof SmsFailure ? new DomainError('SMS_NOT_SENT') : error
  }
}

const requestOf = ({ db, actor }: Context, codeId: string) =>
  db.updateTable('phone_codes').where('person_id', '=', actor.personId).where('code_id', '=', codeId)

/**
 * The sealed phone of a request that is to go out now; undefined where it went out already, or a newer one took its
 * place. Each time counts, also one that failed: a message that was refused may have been paid for, or have arrived.
 */
async function claimSending(context: Context, codeId: string, codeHash: Buffer): Promise<Buffer | undefined> {
  const claimed = await requestOf(context, codeId)
    .set((eb) => ({ code_hash: codeHash, sent: true, sends: eb('sends', '+', 1) }))
    .where('sent', '=', false)
    .where('sends', '<', PHONE_CODE_SENDS)
    .where('expires_at', '>', context.now())
    .returning('sealed')
    .executeTakeFirst()
  if (claimed) return claimed.sealed
  const unsent = await context.db
    .selectFrom('phone_codes')
    .select('code_id')
    .where('person_id', '=', context.actor.personId)
    .where('code_id', '=', codeId)
    .where('sent', '=', false)
    .executeTakeFirst()
  if (unsent) throw new DomainError('PHONE_CODE_TOO_MANY')
  return undefined
}

/**
 * Binds the phone whose code was typed. A wrong one counts, so it is saved before it is refused. Throws
 * PHONE_CODE_INVALID, PHONE_CODE_SPENT, PHONE_TAKEN.
 */
export async function confirmPhone(context: Context, box: ContactBox, code: string): Promise<MeView> {
  const outcome = await context.transact((tx) => tryCode(tx, context, box, code))
  if ('refused' in outcome) throw new DomainError(outcome.refused, 'code')
  return outcome.me
}

type Outcome = { refused: ErrorCode } | { me: MeView }

async function tryCode(
  tx: Transaction,
  { actor, now }: Context,
  box: ContactBox,
  code: string,
): Promise<Outcome> {
  const { personId } = actor
  await holdConsent(tx, personId)
  const row = await tx
    .selectFrom('phone_codes')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now())
    .forUpdate()
    .executeTakeFirst()
  if (!row?.code_hash) return { refused: 'PHONE_CODE_INVALID' }
  if (row.tries >= PHONE_CODE_TRIES) return { refused: 'PHONE_CODE_SPENT' }
  if (!sameHash(row.code_hash, hashOf(box, row.code_id, code))) {
    const tries = row.tries + 1
    await tx.updateTable('phone_codes').set({ tries }).where('person_id', '=', personId).execute()
    return { refused: tries < PHONE_CODE_TRIES ? 'PHONE_CODE_INVALID' : 'PHONE_CODE_SPENT' }
  }
  const phone = box.open(row.sealed, sealedFor(row.code_id))
  await savePhone(tx, box, { personId, phone, method: 'sms', now: now() })
  await tx.deleteFrom('phone_codes').where('person_id', '=', personId).execute()
  return { me: await presentMe(tx, box, personId, now()) }
}
