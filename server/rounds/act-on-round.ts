import {
  decideInRound,
  decideRoundAct,
  isRoundOpen,
  roundStateAfter,
  roundTransition,
  type Round,
  type RoundPersonAct,
  type RoundView,
} from '#core/rounds'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { enforceConsent } from '#server/people/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { RoundParts } from './convene-round'
import { moveBackToBoard } from './board/begin-with'
import { scheduleRound } from './clock'
import { withConvenerGone } from './convener-gone'
import { saveRoundEvent } from './events'
import { gateOf } from './gates'
import { nameConvener, refuseOver, takeOver } from './new-convener'
import { officeIn } from './office-in'
import { recordRound } from './on-record'
import { presentRound } from './present-round'
import { lockRound, roundFor, saveRound, type RoundRow } from './repository'
import { indexRound } from './round-words'
import { tellOfRoundAct } from './tell-round'
import { NOBODY_ASKED } from './touch-round'

export interface ActOnRound {
  roundId: string
  act: RoundPersonAct
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
  reason?: string | undefined
  personCode?: string | undefined
}

/** What is known when an act is carried out. */
export interface DoingRound {
  context: Context
  tx: Transaction
  row: RoundRow
  round: Round
  input: ActOnRound
  office: ActingRole | undefined
  at: Date
}

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed. */
export function actOnRound(context: Context, input: ActOnRound, parts: RoundParts): Promise<RoundView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const row = await lockRound(tx, region.regionId, input.roundId)
    if (!row) throw new DomainError('NOT_FOUND')
    const round = await withConvenerGone(tx, context, row, await roundFor(tx, actor, row))
    enforce(decideRoundAct(actor, round, input.act, await gateOf(tx, row)))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    enforceReason(input, parts)
    const at = now()
    const office = officeIn(actor, row)
    const { changes, otherName } = await carryOut({ context, tx, row, round, input, office, at })
    const state = roundStateAfter(input.act, row.state)
    const changed = await saveRound(tx, row, {
      state,
      touched_at: at,
      idle_at: null,
      // Who convenes it goes on: nobody is needed in their place.
      ...(decideInRound(actor, round, 'convene').allowed ? NOBODY_ASKED : {}),
      ...(isRoundOpen(state) ? {} : { ended_at: at }),
      ...changes,
    })
    await saveRoundEvent(tx, changed, {
      act: input.act,
      at,
      person_id: actor.personId,
      by_name: office ? signedAs(office) : null,
      other_name: otherName ?? null,
      note: input.reason ?? null,
    })
    await recordRound(tx, changed, {
      act: input.act,
      at,
      personId: actor.personId,
      role: office?.role ?? null,
      reason: input.reason,
    })
    await scheduleRound(tx, changed)
    await indexRound(tx, changed)
    await tellOfRoundAct(tx, changed, input.act, { byPersonId: actor.personId, at })
    return presentRound(tx, context, changed)
  })
}

function enforceReason({ act, reason }: ActOnRound, { contentCheck }: RoundParts): void {
  const needed = roundTransition(act).reason
  if (needed && !reason) throw new DomainError('REASON_REQUIRED', 'reason')
  if (!needed && reason) throw new DomainError('BODY_INVALID', 'reason')
  if (reason && contentCheck.check(reason).verdict !== 'clear')
    throw new DomainError('ROUND_WORDS_REFUSED', 'reason')
}

interface Done {
  changes: Partial<RoundRow>
  otherName?: string
}

/** What an act does besides what the table of acts says. */
const CARRY_OUT: Partial<Record<RoundPersonAct, (doing: DoingRound) => Done | Promise<Done>>> = {
  invite: ({ at }) => ({ changes: { invited_at: at } }),
  withdraw: async ({ tx, row, context, at }) => {
    await moveBackToBoard(tx, row, { byPersonId: context.actor.personId, at })
    return { changes: NOBODY_ASKED }
  },
  name_convener: nameConvener,
  take_over: takeOver,
  refuse_over: refuseOver,
}

async function carryOut(doing: DoingRound): Promise<Done> {
  return (await CARRY_OUT[doing.input.act]?.(doing)) ?? { changes: {} }
}
