import { decideInRound, type Round, type RoundRight } from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, type Actor, type Decision } from '#core/permissions'
import { asWriter } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { holdRoundFor, type RoundRow } from './repository'
import { takePart } from './take-part'
import { touchRound } from './touch-round'

export interface InRound {
  /** The caller as somebody of the homes that they have at this moment, none of which is left before the transaction ends. */
  context: Context
  tx: Transaction
  row: RoundRow
  round: Round
  /** The first of the caller's homes in the scope; null: they act in office. */
  homeId: string | null
  at: Date
}

/**
 * Does something in a round: in one transaction, with consent and a verified phone, by who has the right, while the phase can't end. Many at
 * once don't wait for one another. Throws NOT_FOUND, NOT_ALLOWED, STATE_CHANGED.
 */
export function actInRound<Answer>(
  asked: Context,
  { roundId, right }: { roundId: string; right: Extract<RoundRight, 'take_part' | 'convene' | 'object'> },
  work: (doing: InRound) => Promise<Answer>,
): Promise<Answer> {
  return enterRound(
    asked,
    { roundId, decide: (actor, round) => decideInRound(actor, round, right), takesPart: right !== 'object' },
    work,
  )
}

interface Entering {
  roundId: string
  decide: (actor: Actor, round: Round) => Decision
  /** Who does it has taken part from then on. */
  takesPart: boolean
}

/** The same, for what more than one right of the round allows. */
export function enterRound<Answer>(
  asked: Context,
  { roundId, decide, takesPart }: Entering,
  work: (doing: InRound) => Promise<Answer>,
): Promise<Answer> {
  return asked.transact(async (tx) => {
    const { actor, region, now } = asked
    const context = await asWriter(tx, asked)
    const held = await holdRoundFor(tx, context.actor, region.regionId, roundId)
    if (!held) throw new DomainError('NOT_FOUND')
    const { row, round } = held
    enforce(decide(context.actor, round))
    const homeId = round.standing.homesInScope[0] ?? null
    const at = now()
    await touchRound(tx, row, { actor: context.actor, round, at })
    if (takesPart) await takePart(tx, row, { personId: actor.personId, homeId, at })
    return work({ context, tx, row, round, homeId, at })
  })
}
