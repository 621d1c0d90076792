import { CLOSED_NAME } from '#core/my-data'
import { newCode } from '#server/platform/crypto/index'
import type { Caller } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { PERSON_CODE_LENGTH } from './sign-in'

/** A person's row, locked until the transaction ends: a sign-in at this moment waits. */
export async function lockPerson(
  tx: Transaction,
  personId: string,
): Promise<{ nickname: string | null; closedAt: Date | null } | undefined> {
  const row = await tx
    .selectFrom('people')
    .select(['nickname', 'closed_at'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && { nickname: row.nickname, closedAt: row.closed_at }
}

/** Signs every other device out, and the browser that is about to be let in. */
export async function endOtherSessions(
  tx: Transaction,
  { personId, sessionId }: Pick<Caller, 'personId' | 'sessionId'>,
): Promise<void> {
  const ended = await tx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where('session_id', '<>', sessionId)
    .returning(['token_hash', 'expires_at'])
    .execute()
  await rememberEnded(tx, ended)
  await tx.deleteFrom('browser_sign_ins').where('person_id', '=', personId).execute()
}

/** Who was signed out from another device is told so when they come back. */
export async function rememberEnded(
  tx: Transaction,
  ended: readonly { token_hash: Buffer; expires_at: Date }[],
): Promise<void> {
  if (ended.length > 0)
    await tx
      .insertInto('ended_sessions')
      .values([...ended])
      .execute()
}

/** Offices held now or from a later day on. */
export async function countOfficesOf(tx: Transaction, personId: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('role_grants')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('state', '=', 'granted')
    .where('ends_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const OF_ONE_PERSON = [
  'identities',
  'sessions',
  'browser_sign_ins',
  'phones',
  'phone_codes',
  'consents',
] as const

/**
 * From here on nobody is this person: who signs in with the same WeChat is somebody new. The code they read out finds
 * nobody. The name stays until all communities are through with it.
 */
export async function cutOffPerson(tx: Transaction, personId: string, at: Date): Promise<void> {
  for (const table of OF_ONE_PERSON) await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  await tx
    .updateTable('people')
    .set({ closed_at: at, person_code: newCode(PERSON_CODE_LENGTH) })
    .where('person_id', '=', personId)
    .execute()
}

/** The last of it: the name, the communities, and what was proposed for them. */
export async function forgetPerson(tx: Transaction, personId: string): Promise<void> {
  await tx.updateTable('people').set({ nickname: CLOSED_NAME }).where('person_id', '=', personId).execute()
  await tx.deleteFrom('person_communities').where('person_id', '=', personId).execute()
  await tx
    .updateTable('role_grants')
    .set({ state: 'refused', reason: '对方注销了账号' })
    .where('person_id', '=', personId)
    .where('state', '=', 'proposed')
    .execute()
}
