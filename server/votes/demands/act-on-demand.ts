import { conveningOffice, decideDemandAct, type Demand, type DemandAct, type DemandView } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { dropCases, lockCases } from '#server/moderation/index'
import { enforceConsent, enforceVerified, holdHomes } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import type { VoteParts } from '../parts'
import { forgetSignatures } from './end-signatures'
import { recordDemand } from './on-record'
import { presentDemand } from './present-demand'
import { demandFor, lockDemand, saveDemand, type DemandRow } from './repository'
import { sign, takeBack } from './signing'
import { tellSigners } from './tell-demand'

export interface ActOnDemand {
  demandId: string
  act: DemandAct
  text?: string | undefined
}

interface Doing {
  context: Context
  tx: Transaction
  row: DemandRow
  demand: Demand
  text: string | undefined
}

/** 签名、收回签名、撤回、答复. They come one after the other, so that whoever makes it 20 % is exactly one. */
export async function actOnDemand(
  context: Context,
  { demandId, act, text }: ActOnDemand,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<DemandView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    if (act === 'sign') await enforceVerified(tx, actor.personId)
    // Before the demand is locked: who is leaving a home ends their signature in that order.
    await holdHomes(tx, region.regionId, actor.personId)
    // And before it the cases about its words: a moderator takes them in this order.
    if (act === 'withdraw') await lockCases(tx, region.regionId, targetOf({ demand_id: demandId }))
    const row = await lockDemand(tx, region.regionId, demandId)
    if (!row) throw new DomainError('NOT_FOUND')
    const demand = await demandFor(tx, actor, row, now())
    enforce(decideDemandAct(actor, demand, act, now()))
    if (act === 'answer' && text && parts.contentCheck.check(text).verdict !== 'clear')
      throw new DomainError('VOTE_WORDS_REFUSED', 'text')
    const changed = await CARRY_OUT[act]({ context, tx, row, demand, text })
    return presentDemand(actor, changed, await demandFor(tx, actor, changed, now()), now())
  })
}

const targetOf = ({ demand_id: id }: Pick<DemandRow, 'demand_id'>) => ({ kind: 'demand' as const, id })

const signerOf = ({ context: { actor, now } }: Doing) => ({ personId: actor.personId, at: now() })

const CARRY_OUT: Record<DemandAct, (doing: Doing) => Promise<DemandRow>> = {
  sign: (doing) => sign(doing.tx, doing.row, signerOf(doing)),
  take_back: (doing) => takeBack(doing.tx, doing.row, signerOf(doing)),
  withdraw: async (doing) => {
    const changed = await saveDemand(doing.tx, doing.row, { state: 'withdrawn' })
    await forgetSignatures(doing.tx, changed)
    // What the check still asked: nobody is going to read it.
    if (changed.words_state === 'waiting') await dropCases(doing.tx, changed.community_id, targetOf(changed))
    await recordDemand(doing.tx, changed, { act: 'withdraw', ...signerOf(doing) })
    return changed
  },
  answer,
}

/** 答复: why not, or when. It stays met: words alone convene nothing. */
async function answer({ context, tx, row, demand, text }: Doing): Promise<DemandRow> {
  const { actor, now } = context
  if (!text) throw new DomainError('REASON_REQUIRED', 'text')
  const office = conveningOffice(actor.roles, { ...demand, demanded: true }, 'owners')
  const changed = await saveDemand(tx, row, {
    answer: text,
    answered_by: actor.personId,
    answered_name: office ? signedAs(office) : '',
    answered_at: now(),
  })
  await recordDemand(tx, changed, {
    act: 'answer',
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    reason: text,
  })
  await tellSigners(tx, changed, { kind: 'demand_answered', at: now(), byPersonId: actor.personId })
  return changed
}
