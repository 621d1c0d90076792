import type { SignedIn } from '#core/people'
import { DomainError } from '#core/errors'
import { newCode, newToken } from '#server/platform/crypto/index'
import type { Context } from '#server/platform/context'
import { newId, type Tables, type Transaction } from '#server/platform/db/index'
import { hashToken, SESSION_DAYS } from '#server/platform/http/caller'
import type { WechatClient } from '#server/platform/wechat/index'

const DAY_MS = 86_400_000
/** 12 characters of base 32 are 60 random bits: nobody guesses another person's code. */
export const PERSON_CODE_LENGTH = 12

type Provider = Tables['identities']['provider']

/** Signs in with a `wx.login` code; the first time makes the person. */
export async function signInWithWechat(
  context: Context,
  wechat: WechatClient | undefined,
  { code, device }: { code: string; device: string },
): Promise<SignedIn> {
  if (!wechat) throw new DomainError('WECHAT_NOT_SET_UP')
  return context.transact(async (tx) => {
    const openid = await wechat.openidOf(code)
    const personId = await findOrCreatePerson(tx, 'wechat', openid, context.now())
    return startSession(tx, personId, device, context.now())
  })
}

/** Signs in as a person of the demo. The route exists only where demo persons may sign in. */
export async function signInAsDemoPerson(
  context: Context,
  { personId, device }: { personId: string; device: string },
): Promise<SignedIn> {
  return context.transact(async (tx) => {
    const known = await tx
      .selectFrom('identities')
      .select('person_id')
      .where('provider', '=', 'demo')
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (!known) throw new DomainError('NOT_FOUND')
    return startSession(tx, personId, device, context.now())
  })
}

/** The person behind an identity, made on first sight. Two first sign-ins at once make one person. */
export async function findOrCreatePerson(
  tx: Transaction,
  provider: Provider,
  subject: string,
  now: Date,
): Promise<string> {
  const found = await findIdentity(tx, provider, subject)
  if (found) return found
  const personId = newId()
  await tx
    .insertInto('people')
    .values({
      person_id: personId,
      nickname: null,
      person_code: newCode(PERSON_CODE_LENGTH),
      created_at: now,
    })
    .execute()
  const saved = await tx
    .insertInto('identities')
    .values({ provider, subject, person_id: personId, created_at: now })
    .onConflict((conflict) => conflict.columns(['provider', 'subject']).doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 1n) return personId
  await tx.deleteFrom('people').where('person_id', '=', personId).execute()
  return (await findIdentity(tx, provider, subject)) as string
}

async function findIdentity(
  tx: Transaction,
  provider: Provider,
  subject: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identities')
    .select('person_id')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person_id
}

/**
 * Starts a session; the token is in the answer and nowhere else. Whoever was about to close the account keeps it. Throws
 * SESSION_EXPIRED for an account that was closed at this very moment: the next try makes a new person.
 */
export async function startSession(
  tx: Transaction,
  personId: string,
  device: string,
  now: Date,
): Promise<SignedIn> {
  const person = await tx
    .selectFrom('people')
    .select('closed_at')
    .where('person_id', '=', personId)
    .forShare()
    .executeTakeFirst()
  if (!person || person.closed_at) throw new DomainError('SESSION_EXPIRED')
  const kept = await tx.deleteFrom('account_closings').where('person_id', '=', personId).executeTakeFirst()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS)
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      session_id: newId(),
      person_id: personId,
      device,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
    })
    .execute()
  const closingCancelled = kept.numDeletedRows > 0n
  return { token, expiresAt: expiresAt.toISOString(), personId, closingCancelled }
}
