import { type DiscussionSession, type Round } from '#core/rounds'
import { roundPolicy } from '#core/rounds'
import { DomainError } from '#core/errors'
import { ALLOWED, enforce, refused, type Actor, type Decision } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enterRound, type InRound } from '../in-round'
import { isIn, sessionOf, type HeldSession, type HoldingOne, type SessionLock } from './repository'

export interface InSession<Session extends HeldSession = HeldSession> extends InRound {
  /** As the caller met it when it was locked. */
  session: Session
}

interface Entering<Session extends HeldSession> {
  roundId: string
  sessionId: string
  lock: SessionLock
  /** How much of it is asked for. */
  find: (tx: Transaction, round: InRound['row'], held: HoldingOne) => Promise<Session | undefined>
  decide: (actor: Actor, session: DiscussionSession) => Decision
}

/** Reads before it is known which session is meant: what may be done there is asked with it. */
const reads = (actor: Actor, round: Round): Decision =>
  roundPolicy.read(actor, round) ? ALLOWED : refused('NOT_FOUND')

/** Does something in a session of a round, by who may. Throws NOT_FOUND, NOT_ALLOWED, STATE_CHANGED. */
export function actInSession<Session extends HeldSession, Answer>(
  asked: Context,
  { roundId, sessionId, lock, find, decide }: Entering<Session>,
  work: (doing: InSession<Session>) => Promise<Answer>,
): Promise<Answer> {
  return enterRound(asked, { roundId, decide: reads, takesPart: false }, async (doing) => {
    const { tx, row, round, context } = doing
    const { personId } = context.actor
    const session = await find(tx, row, { sessionId, personId, lock })
    if (!session) throw new DomainError('NOT_FOUND')
    enforce(decide(context.actor, sessionOf(session, round, isIn(session))))
    return work({ ...doing, session })
  })
}
