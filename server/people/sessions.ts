import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { endOtherSessions, rememberEnded } from './close-person'

/** The caller's sessions that still work, newest first. */
export async function listSessions({ db, actor, now }: Context, cursor: string | undefined) {
  const after = decodeCursor(cursor, idCursor)
  let query = db
    .selectFrom('sessions')
    .select(['session_id', 'device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', actor.personId)
    .where('expires_at', '>', now())
  if (after) query = query.where('session_id', '<', after[0])
  const rows = await query
    .orderBy('session_id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.session_id],
    (row) => ({
      sessionId: row.session_id,
      device: row.device,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      current: row.session_id === actor.sessionId,
    }),
  )
}

/** Ends every session of the caller but the one in use. */
export async function revokeOtherSessions({ actor, transact }: Context): Promise<{ done: true }> {
  return transact(async (tx) => {
    await endOtherSessions(tx, actor)
    return { done: true as const }
  })
}

/** Ends one of the caller's sessions, the current one included. */
export async function revokeSession(
  { actor, transact }: Context,
  sessionId: string,
): Promise<{ done: true }> {
  return transact(async (tx) => {
    const ended = await tx
      .deleteFrom('sessions')
      .where('person_id', '=', actor.personId)
      .where('session_id', '=', sessionId)
      .returning(['token_hash', 'expires_at'])
      .executeTakeFirst()
    if (!ended) throw new DomainError('NOT_FOUND')
    if (sessionId !== actor.sessionId) await rememberEnded(tx, [ended])
    return { done: true as const }
  })
}
