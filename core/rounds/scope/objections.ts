import { ALLOWED, refused, type Actor, type Decision } from '../../permissions'
import { decideInRound } from '../decide'
import { roundPolicy } from '../policy'
import type { Round } from '../round'
import { isRoundOpen } from '../workflow'

/** 没被算进来的邻居说话: once per home, while the round goes on (domain.md 6). */
export function decideObject(actor: Actor, round: Round, homesThatDid: readonly string[]): Decision {
  const decision = decideInRound(actor, round, 'object')
  if (!decision.allowed) return decision
  return homeToObject(actor, round, homesThatDid) === undefined ? refused('ROUND_HOME_OBJECTED') : ALLOWED
}

/** The home that somebody speaks for: one of theirs at the place that nobody spoke for yet. */
export function homeToObject(
  { homes }: Pick<Actor, 'homes'>,
  { placeId }: Round,
  homesThatDid: readonly string[],
): string | undefined {
  return homes.find(({ homeId, path }) => path.includes(placeId) && !homesThatDid.includes(homeId))?.homeId
}

/** 答复: in public, once, by who convenes, or by staff who observe. */
export function decideAnswerObjection(
  actor: Actor,
  round: Round,
  objection: { authorId: string; answered: boolean },
): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  const own = objection.authorId === actor.personId
  const may = roundPolicy.convene(actor, round) || roundPolicy.observe(actor, round)
  if (own || !may) return refused('NOT_ALLOWED')
  return isRoundOpen(round.state) && !objection.answered ? ALLOWED : refused('STATE_CHANGED')
}
