import { sql } from 'kysely'
import { decideSession, type SessionAct, type SessionView } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { recordRound } from '../on-record'
import { takePart } from '../take-part'
import { tellPersonsOfRound } from '../tell-round'
import { listJoined } from './change-session'
import { actInSession, type InSession } from './in-session'
import { nameInRound, officeOf } from './name-in-round'
import { presentSession } from './present-session'
import { findSessionMetBy, isIn, saveSession, type MetSession, type SessionLock } from './repository'

type Acting = InSession<MetSession>

interface ActOnSession {
  roundId: string
  sessionId: string
  act: SessionAct
  /** Of join: the code that hangs there. */
  code?: string | undefined
}

/** Many join and leave at once; a host is one, and what is cancelled nobody is just joining. */
const LOCKS: Record<SessionAct, SessionLock> = {
  join: 'stays',
  leave: 'stays',
  host: 'writes',
  unhost: 'writes',
  cancel: 'changes',
}

/** 参加、换场、不参加了、主持、不开了. Doing it once more changes nothing. Throws SESSION_HOSTED, SESSION_HAS_NOTES. */
export function actOnSession(asked: Context, input: ActOnSession): Promise<SessionView> {
  const { roundId, sessionId, act } = input
  return actInSession(
    asked,
    {
      roundId,
      sessionId,
      lock: LOCKS[act],
      find: findSessionMetBy,
      decide: (actor, session) => decideSession(actor, session, act),
    },
    async (doing) => {
      const { tx, context, row, round, session, homeId, at } = doing
      const { personId } = context.actor
      const changed = await CARRY_OUT[act](doing, input)
      if (act === 'join' || act === 'host') await takePart(tx, row, { personId, homeId, at })
      await recordRound(tx, row, { act: `${act}_session`, at, personId, role: officeOf(doing)?.role ?? null })
      return presentSession(context.actor, round, { ...session, ...changed })
    },
  )
}

/** What each act does; answers what changes of the session as it was met. */
const CARRY_OUT: Record<SessionAct, (doing: Acting, input: ActOnSession) => Promise<Partial<MetSession>>> = {
  join,
  leave,
  host: async (doing) => {
    const { name } = await nameInRound(doing, 'nickname')
    return saveSession(doing.tx, doing.session, { host_id: doing.context.actor.personId, host_name: name })
  },
  unhost: ({ tx, session }) => saveSession(tx, session, { host_id: null, host_name: null }),
  cancel,
}

/** In one session at a time: who is in another of the same slot leaves it. The code says that they are there. */
async function join({ tx, session, context, at }: Acting, { code }: ActOnSession) {
  const arrivedAt = code && (await isCodeOf(tx, session, code)) ? at : null
  await sql`
    insert into session_joins as kept
      (community_id, round_id, starts_at, person_id, session_id, joined_at, arrived_at)
    values (${session.community_id}, ${session.round_id}, ${session.starts_at}, ${context.actor.personId},
      ${session.session_id}, ${at}, ${arrivedAt})
    on conflict (community_id, round_id, starts_at, person_id) do update set
      session_id = excluded.session_id,
      joined_at = case when kept.session_id = excluded.session_id then kept.joined_at else excluded.joined_at end,
      arrived_at = coalesce(excluded.arrived_at,
        case when kept.session_id = excluded.session_id then kept.arrived_at end)`.execute(tx)
  const wasIn = isIn(session)
  return {
    my_session_id: session.session_id,
    people: session.people + (wasIn ? 0 : 1),
    arrived_at: arrivedAt ?? (wasIn ? session.arrived_at : null),
  }
}

async function leave({ tx, session, context }: Acting) {
  await tx
    .deleteFrom('session_joins')
    .where('community_id', '=', session.community_id)
    .where('session_id', '=', session.session_id)
    .where('person_id', '=', context.actor.personId)
    .execute()
  return isIn(session) ? { my_session_id: null, people: session.people - 1, arrived_at: null } : {}
}

async function isCodeOf(tx: Acting['tx'], session: Acting['session'], code: string): Promise<boolean> {
  const found = await tx
    .selectFrom('session_codes')
    .select('code')
    .where('community_id', '=', session.community_id)
    .where('session_id', '=', session.session_id)
    .where('code', '=', code)
    .executeTakeFirst()
  return found !== undefined
}

async function cancel(doing: Acting) {
  const { tx, row, session, context, at } = doing
  const personIds = await listJoined(doing)
  const changed = await saveSession(tx, session, { state: 'cancelled', revision: session.revision + 1 })
  await tx
    .deleteFrom('session_joins')
    .where('community_id', '=', session.community_id)
    .where('session_id', '=', session.session_id)
    .execute()
  const byPersonId = context.actor.personId
  await tellPersonsOfRound(tx, row, { kind: 'session_cancelled', personIds }, { byPersonId, at })
  return { ...changed, people: 0, ...(isIn(session) ? { my_session_id: null, arrived_at: null } : {}) }
}
