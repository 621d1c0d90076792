import { type DiscussionSession, type Round } from '#core/rounds'
import { roundPolicy } from '#core/rounds'
import { DomainError } from '#core/errors'
import { ALLOWED, enforce, refused, type Actor, type Decision } from '#core/permissions'
import type { Context } from '#server/platform/context'
import { enterRound, type InRound } from '../in-round'
import { lockSession, sessionOf, type SessionLock, type SessionRow } from './repository'

export interface InSession extends InRound {
  session: SessionRow
}

interface Entering {
  roundId: string
  sessionId: string
  lock: SessionLock
  decide: (actor: Actor, session: DiscussionSession) => Decision
}

/** Reads before it is known which session is meant: what may be done there is asked with it. */
const reads = (actor: Actor, round: Round): Decision =>
  roundPolicy.read(actor, round) ? ALLOWED : refused('NOT_FOUND')

/** Does something in a session of a round, by who may. Throws NOT_FOUND, NOT_ALLOWED, STATE_CHANGED. */
export function actInSession<Answer>(
  asked: Context,
  { roundId, sessionId, lock, decide }: Entering,
  work: (doing: InSession) => Promise<Answer>,
): Promise<Answer> {
  return enterRound(asked, { roundId, decide: reads, takesPart: false }, async (doing) => {
    const { tx, row, round, context } = doing
    const { personId } = context.actor
    const found = await lockSession(tx, row, { sessionId, personId, lock })
    if (!found) throw new DomainError('NOT_FOUND')
    const { joined, ...session } = found
    enforce(decide(context.actor, sessionOf(session, round, joined)))
    return work({ ...doing, session })
  })
}
