import { decideInRound, decideSession, isDiscussing, type SessionBoard, type SessionView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'
import { readableRound, type ReadableRound } from '../readable'
import type { RoundRow } from '../repository'
import { findSessionMetBy, listSessionsMetBy, sessionOf, type MetSession } from './repository'
import { presentSession } from './present-session'

/** Sessions of a round for who reads it, with the topics they may be about. Four queries. */
export async function listSessions(context: Context, roundId: string): Promise<SessionBoard> {
  return sessionsOfRound(context, await readableRound(context, roundId))
}

/** The same of a round that is known. Two queries. */
export async function sessionsOfRound(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { row, round }: ReadableRound,
): Promise<SessionBoard> {
  const sessions = await listSessionsMetBy(db, row, { personId: actor.personId })
  return {
    items: sessions.map((one) => presentSession(actor, round, one)),
    topics: await listTopicsToDiscuss(db, row),
    mayOpen: isDiscussing(round.state) && decideInRound(actor, round, 'convene').allowed,
  }
}

/** What is talked about: the topics of the round that nobody merged or took back. */
export function listTopicsToDiscuss(
  db: Database | Transaction,
  row: Pick<RoundRow, 'community_id' | 'round_id'>,
): Promise<{ topicId: string; title: string }[]> {
  return db
    .selectFrom('topics')
    .select(['topic_id as topicId', 'title'])
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .where('state', '=', 'open')
    .where('words_state', '=', 'shown')
    .orderBy('topic_id')
    .execute()
}

interface Readable extends ReadableRound {
  session: MetSession
}

/** One session for who may read its round. Throws NOT_FOUND. Three queries. */
export async function readableSession(
  context: Context,
  { roundId, sessionId }: { roundId: string; sessionId: string },
): Promise<Readable> {
  const { row, round } = await readableRound(context, roundId)
  const session = await findSessionMetBy(context.db, row, { personId: context.actor.personId, sessionId })
  if (!session) throw new DomainError('NOT_FOUND')
  return { row, round, session }
}

/** One session as its reader meets it. */
export async function readSession(
  context: Context,
  ids: { roundId: string; sessionId: string },
): Promise<SessionView> {
  const { round, session } = await readableSession(context, ids)
  return presentSession(context.actor, round, session)
}

/** The code of a session, for who may show it. Throws NOT_ALLOWED. */
export async function codeOfSession(
  context: Context,
  ids: { roundId: string; sessionId: string },
): Promise<string> {
  const { round, session } = await readableSession(context, ids)
  enforce(decideSession(context.actor, sessionOf(session, round), 'show_code'))
  const { code } = await context.db
    .selectFrom('session_codes')
    .select('code')
    .where('community_id', '=', session.community_id)
    .where('session_id', '=', session.session_id)
    .executeTakeFirstOrThrow()
  return code
}

/** 扫到的码: where it leads. Who may not read the round learns no more than that there is one. Throws SESSION_CODE_INVALID. */
export async function openSessionCode(
  { db }: Pick<Context, 'db'>,
  code: string,
): Promise<{ communityId: string; roundId: string; sessionId: string }> {
  const found = await db
    .selectFrom('session_codes')
    .select(['community_id as communityId', 'round_id as roundId', 'session_id as sessionId'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (!found) throw new DomainError('SESSION_CODE_INVALID')
  return found
}
