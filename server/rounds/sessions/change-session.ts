import { sql } from 'kysely'
import { decideSession, type DiscussionSession, type SessionView } from '#core/rounds'
import { DomainError } from '#core/errors'
import type { Actor } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { ServerParts } from '#server/platform/http/parts'
import { recordRound } from '../on-record'
import { tellPersonsOfRound } from '../tell-round'
import { actInSession, type InSession } from './in-session'
import { officeOf } from './name-in-round'
import { enforceSpot, type Spot } from './open-session'
import { presentSessionAnew } from './present-session'
import { isSpotTaken, lockSession, saveSession } from './repository'

interface ChangeSession extends Spot {
  roundId: string
  sessionId: string
  revision: number
}

/**
 * 挪到别的时间或地点: who is in it comes along, unless they are in another session of that time; all of them are told. Of two at once one wins. Throws
 * what `openSession` does.
 */
export function changeSession(
  asked: Context,
  { roundId, sessionId, revision, ...spot }: ChangeSession,
  parts: Pick<ServerParts, 'contentCheck'>,
): Promise<SessionView> {
  const decide = (actor: Actor, session: DiscussionSession) => decideSession(actor, session, 'change')
  return actInSession(
    asked,
    { roundId, sessionId, lock: 'changes', find: lockSession, decide },
    async (doing) => {
      const { tx, context, row, session, at } = doing
      if (session.revision !== revision) throw new DomainError('STATE_CHANGED')
      await enforceSpot(doing, spot, parts)
      const people = await listJoined(doing)
      await moveTo(doing, spot)
      const { personId } = context.actor
      await tellPersonsOfRound(
        tx,
        row,
        { kind: 'session_changed', personIds: people },
        { byPersonId: personId, at },
      )
      await recordRound(tx, row, { act: 'change_session', at, personId, role: officeOf(doing)?.role ?? null })
      return presentSessionAnew(tx, context.actor, doing, sessionId)
    },
  )
}

async function moveTo({ tx, session }: InSession, { topicId, startsAt, where }: Spot): Promise<void> {
  const starts_at = new Date(startsAt)
  try {
    await saveSession(tx, session, {
      topic_id: topicId,
      starts_at,
      place: where || null,
      revision: session.revision + 1,
    })
  } catch (error) {
    throw isSpotTaken(error) ? new DomainError('SESSION_PLACE_TAKEN', 'where') : error
  }
  if (starts_at.getTime() === session.starts_at.getTime()) return
  await sql`with moved as (
      delete from session_joins where community_id = ${session.community_id} and session_id = ${session.session_id}
      returning *)
    insert into session_joins (community_id, round_id, starts_at, person_id, session_id, joined_at, arrived_at)
    select community_id, round_id, ${starts_at}, person_id, session_id, joined_at, null from moved order by person_id
    on conflict do nothing`.execute(tx)
}

/** Who is in it. */
export async function listJoined({ tx, session }: Pick<InSession, 'tx' | 'session'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('session_joins')
    .select('person_id')
    .where('community_id', '=', session.community_id)
    .where('session_id', '=', session.session_id)
    .execute()
  return rows.map((one) => one.person_id)
}
