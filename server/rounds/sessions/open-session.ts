import { isPossibleSlot, SESSIONS_AT_MOST, isDiscussing, decideInRound, type SessionView } from '#core/rounds'
import { DomainError } from '#core/errors'
import { DOOR_CODE_LENGTH } from '#core/places'
import { refused } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { newCode } from '#server/platform/crypto/index'
import { newId } from '#server/platform/db/index'
import type { ServerParts } from '#server/platform/http/parts'
import { enterRound, type InRound } from '../in-round'
import { recordRound } from '../on-record'
import { nameInRound } from './name-in-round'
import { presentSessionAnew } from './present-session'
import { listTopicsToDiscuss } from './read-sessions'
import { isSpotTaken } from './repository'

/** Where and when a session stands on the board, and what it is about. */
export interface Spot {
  topicId: string
  startsAt: string
  /** Left out or empty: online. */
  where?: string | undefined
}

interface OpenSession extends Spot {
  roundId: string
  host: boolean
}

/**
 * 开一场, by who convenes, while the round discusses. Throws SESSION_TOPIC_WRONG, SESSION_TIME_WRONG, SESSION_PLACE_TAKEN, SESSIONS_TOO_MANY,
 * TEXT_REFUSED.
 */
export function openSession(
  asked: Context,
  { roundId, host, ...spot }: OpenSession,
  parts: Pick<ServerParts, 'contentCheck'>,
): Promise<SessionView> {
  return enterRound(
    asked,
    {
      roundId,
      takesPart: true,
      decide: (actor, round) => {
        const decision = decideInRound(actor, round, 'convene')
        return decision.allowed && !isDiscussing(round.state) ? refused('STATE_CHANGED') : decision
      },
    },
    async (doing) => {
      const { tx, context, row, at } = doing
      await enforceSpot(doing, spot, parts)
      await enforceRoom(doing)
      const signed = await nameInRound(doing, 'nickname')
      const sessionId = await saveNew(doing, spot, host ? signed.name : undefined)
      const { personId } = context.actor
      await recordRound(tx, row, { act: 'open_session', at, personId, role: signed.role })
      return presentSessionAnew(tx, context.actor, doing, sessionId)
    },
  )
}

/** The topic is one of this round's, the time can be, and the place is said decently: nobody looks at it before it is read. */
export async function enforceSpot(
  { tx, row, at }: InRound,
  { topicId, startsAt, where }: Spot,
  { contentCheck }: Pick<ServerParts, 'contentCheck'>,
): Promise<void> {
  if (!isPossibleSlot(new Date(startsAt), at)) throw new DomainError('SESSION_TIME_WRONG', 'startsAt')
  if (where && contentCheck.check(where).verdict !== 'clear')
    throw new DomainError('SESSION_WORDS_REFUSED', 'where')
  const topics = await listTopicsToDiscuss(tx, row)
  if (!topics.some((topic) => topic.topicId === topicId))
    throw new DomainError('SESSION_TOPIC_WRONG', 'topicId')
}

async function enforceRoom({ tx, row }: InRound): Promise<void> {
  const { sessions } = await tx
    .selectFrom('round_sessions')
    .select(({ fn }) => fn.countAll<string>().as('sessions'))
    .where('community_id', '=', row.community_id)
    .where('round_id', '=', row.round_id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (Number(sessions) >= SESSIONS_AT_MOST) throw new DomainError('SESSIONS_TOO_MANY')
}

async function saveNew(
  { tx, context, row, at }: InRound,
  { topicId, startsAt, where }: Spot,
  hostName: string | undefined,
): Promise<string> {
  const ids = { community_id: row.community_id, round_id: row.round_id, session_id: newId() }
  try {
    await tx
      .insertInto('round_sessions')
      .values({
        ...ids,
        topic_id: topicId,
        starts_at: new Date(startsAt),
        place: where || null,
        state: 'open',
        host_id: hostName === undefined ? null : context.actor.personId,
        host_name: hostName ?? null,
        notes: 0,
        last_seq: 0,
        created_at: at,
        revision: 1,
      })
      .execute()
  } catch (error) {
    throw isSpotTaken(error) ? new DomainError('SESSION_PLACE_TAKEN', 'where') : error
  }
  await tx
    .insertInto('session_codes')
    .values({ ...ids, code: newCode(DOOR_CODE_LENGTH), made_at: at })
    .execute()
  return ids.session_id
}
