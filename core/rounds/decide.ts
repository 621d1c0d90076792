import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { isGateMet, type GateLine } from './gates'
import { roundPolicy, type RoundRight } from './policy'
import type { Round } from './round'
import { isRoundOpen, ROUND_PERSON_ACTS, roundTransition, type RoundPersonAct } from './workflow'

/** Permission first: a stranger learns nothing about the state. `gate` is the checklist of the phase it is in. */
export function decideRoundAct(
  actor: Actor,
  round: Round,
  act: RoundPersonAct,
  gate: readonly GateLine[],
): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  if (!roundPolicy[act](actor, round)) return refused('NOT_ALLOWED')
  const { from, gated } = roundTransition(act)
  if (!from.includes(round.state)) return refused('STATE_CHANGED')
  return gated && !isGateMet(gate) ? refused('ROUND_GATE_OPEN') : ALLOWED
}

/** The buttons a page offers. The server asks `decideRoundAct` again. */
export function roundActsFor(actor: Actor, round: Round, gate: readonly GateLine[]): RoundPersonAct[] {
  return ROUND_PERSON_ACTS.filter((act) => decideRoundAct(actor, round, act, gate).allowed)
}

/** 议题、场次、记录、看法、行动: whether somebody has this right in a round that is still going on. */
export function decideInRound(
  actor: Actor,
  round: Round,
  right: Extract<RoundRight, 'take_part' | 'convene' | 'object'>,
): Decision {
  if (!roundPolicy.read(actor, round)) return refused('NOT_FOUND')
  if (!isRoundOpen(round.state)) return refused('STATE_CHANGED')
  return roundPolicy[right](actor, round) ? ALLOWED : refused('NOT_ALLOWED')
}
