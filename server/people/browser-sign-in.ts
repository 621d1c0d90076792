import { BROWSER_CODE_LENGTH, BROWSER_CODE_MINUTES, browserCodeIn, type SignedIn } from '#core/people'
import { DomainError } from '#core/errors'
import { newCode, newToken } from '#server/platform/crypto/index'
import type { Context } from '#server/platform/context'
import { hashToken } from '#server/platform/http/caller'
import { startSession } from './sign-in'

const MINUTE_MS = 60_000

/** A browser asks: it shows the code, and keeps the secret by which only it can take the session. */
export async function askBrowserSignIn({ now, transact }: Context) {
  return transact(async (tx) => {
    const code = newCode(BROWSER_CODE_LENGTH)
    const secret = newToken()
    const expiresAt = new Date(now().getTime() + BROWSER_CODE_MINUTES * MINUTE_MS)
    await tx
      .insertInto('browser_sign_ins')
      .values({ code, secret_hash: hashToken(secret), person_id: null, expires_at: expiresAt })
      .execute()
    return { code, secret, expiresAt: expiresAt.toISOString() }
  })
}

/** Somebody who is signed in lets the browser with this code in as themselves; a code serves one person once. */
export async function allowBrowserSignIn(
  { actor, now, transact }: Context,
  typed: string,
): Promise<{ done: true }> {
  return transact(async (tx) => {
    const allowed = await tx
      .updateTable('browser_sign_ins')
      .set({ person_id: actor.personId })
      .where('code', '=', browserCodeIn(typed))
      .where('person_id', 'is', null)
      .where('expires_at', '>', now())
      .executeTakeFirst()
    if (allowed.numUpdatedRows !== 1n) throw new DomainError('BROWSER_CODE_INVALID', 'code')
    return { done: true as const }
  })
}

/** The browser takes its session, once. */
export async function finishBrowserSignIn(
  { now, transact }: Context,
  { secret, device }: { secret: string; device: string },
): Promise<SignedIn> {
  return transact(async (tx) => {
    const row = await tx
      .selectFrom('browser_sign_ins')
      .select(['code', 'person_id'])
      .where('secret_hash', '=', hashToken(secret))
      .where('expires_at', '>', now())
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw new DomainError('BROWSER_CODE_INVALID')
    if (!row.person_id) throw new DomainError('BROWSER_SIGN_IN_WAITING')
    await tx.deleteFrom('browser_sign_ins').where('code', '=', row.code).execute()
    return startSession(tx, row.person_id, device, now())
  })
}
