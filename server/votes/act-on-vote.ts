import {
  decideVoidGround,
  decideVoteAct,
  voteStateAfter,
  voteTransition,
  type Vote,
  type VotePersonAct,
  type VoteView,
  type VoidGround,
} from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs, type Role } from '#core/permissions'
import { record } from '#server/audit/index'
import type { ActingRole, Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { withCertifier } from './certifier'
import { enforceWords } from './enforce-words'
import { conveneDemand, releaseDemand, reopenDemand } from './demands/convening'
import { saveVoteEvent } from './events'
import { dropDeliveryPhotos, endAllDeliveries } from './end-deliveries'
import { dropProxyPhotos, endAllProxies } from './end-proxies'
import { freeze } from './give-notice'
import type { VoteParts } from './parts'
import { presentVote } from './present-vote'
import { lockVote, saveVote, voteOf, type VoteRow } from './repository'
import { removeRoll } from './roll-repository'
import { scheduleVote } from './schedule'
import { indexVote } from './search-entry'
import { standingIn } from './standing'
import { tellOfVote, tellOfVoteAct } from './tell'
import { listConcernedElsewhere } from './tell-vote'

export interface ActOnVote {
  voteId: string
  act: VotePersonAct
  /** The revision the caller saw: nobody acts on what they haven't seen. */
  revision: number
  note?: string | undefined
  ground?: VoidGround | undefined
}

interface Doing {
  context: Context
  tx: Transaction
  row: VoteRow
  vote: Vote
  input: ActOnVote
  parts: VoteParts
  /** Who acts, as they sign. */
  byName: string
}

/** Does one act of the workflow. Of two at once one wins and the other is told that it changed. */
export async function actOnVote(context: Context, input: ActOnVote, parts: VoteParts): Promise<VoteView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const locked = await lockVote(tx, region.regionId, input.voteId)
    if (!locked) throw new DomainError('NOT_FOUND')
    const row = await withCertifier(tx, locked, now())
    const vote = voteOf(row, await standingIn(tx, actor, row))
    enforce(decideVoteAct(actor, vote, input.act, now()))
    if (row.revision !== input.revision) throw new DomainError('STATE_CHANGED')
    const { reason } = voteTransition(input.act)
    if (reason && !input.note) throw new DomainError('REASON_REQUIRED', 'note')
    if (!reason && input.note) throw new DomainError('BODY_INVALID', 'note')
    enforceWords(parts, input.note, 'note')
    const office = officeOf(context, row)
    const byName = office ? signedAs(office) : row.convener_name
    const doing = { context, tx, row, vote, input, parts, byName }
    if (input.act === 'revise') await tellBeforeRevising(doing)
    const changed = await carryOut(doing)
    const role = office?.role ?? row.convener_role
    await saveVoteEvent(tx, changed, {
      act: input.act,
      at: now(),
      person_id: actor.personId,
      by_name: byName,
      note: input.note ?? null,
    })
    await record(tx, {
      regionId: row.community_id,
      at: now(),
      personId: actor.personId,
      role,
      reason: input.note,
      act: `vote.${input.act}`,
      subject: { kind: 'vote', id: row.vote_id },
    })
    if (SEEN_OR_GONE.includes(input.act)) await indexVote(tx, changed)
    await endWhatWasFor(tx, changed, input.act, now())
    await keepDemand(tx, changed, input.act, { byPersonId: actor.personId, role, at: now() })
    await scheduleVote(tx, changed)
    await tellOfVoteAct(tx, changed, input.act, { byPersonId: actor.personId, at: now() })
    return presentVote(tx, context, parts.contactBox, changed)
  })
}

/**
 * While the roll still says who they are: that their proxies ended, and, to who lives elsewhere, that it is taken back. Who
 * lives there hears the latter by the job, which finds no roll any more.
 */
async function tellBeforeRevising({ context, tx, row }: Doing): Promise<void> {
  const at = context.now()
  const elsewhere = await listConcernedElsewhere(tx, row, await endAllProxies(tx, row, at))
  await tellOfVote(tx, row, 'vote_revised', elsewhere, { byPersonId: context.actor.personId, at })
}

/** Deliveries of a text that is taken back or given up; and photos that have served. */
async function endWhatWasFor(tx: Transaction, row: VoteRow, act: VotePersonAct, at: Date): Promise<void> {
  if (act === 'revise') await endAllDeliveries(tx, row, 'revised', at)
  if (act === 'withdraw') await endAllDeliveries(tx, row, 'withdrawn', at)
  if (!OVER_FOR_GOOD.includes(act)) return
  await dropProxyPhotos(tx, row)
  await dropDeliveryPhotos(tx, row)
}

/** Acts by which neighbours come to know of it, or no longer do. */
const SEEN_OR_GONE: readonly VotePersonAct[] = ['give_notice', 'revise', 'withdraw']

/** Acts after which nobody needs to look at a written authority or a signature again. */
const OVER_FOR_GOOD: readonly VotePersonAct[] = ['revise', 'withdraw', 'certify', 'agree_void']

/** What becomes of the demand of owners by which it is convened. */
async function keepDemand(
  tx: Transaction,
  row: VoteRow,
  act: VotePersonAct,
  done: { byPersonId: string; role: Role; at: Date },
): Promise<void> {
  if (act === 'give_notice') await conveneDemand(tx, row, done)
  if (act === 'revise' || act === 'withdraw') await releaseDemand(tx, row, done)
  if (act === 'agree_void') await reopenDemand(tx, row, done)
}

/** The office in which somebody signs: that of the convener for what they convene, else the first over the place. */
export function officeOf({ actor }: Context, row: VoteRow): ActingRole | undefined {
  const here = actor.roles.filter(({ placeId }) => row.jurisdiction.includes(placeId))
  if (actor.personId === row.convener_id) return here.find(({ role }) => role === row.convener_role)
  return here[0]
}

function carryOut(doing: Doing): Promise<VoteRow> {
  const { context, tx, row, input, byName, vote } = doing
  const { act } = input
  if (act === 'give_notice') return freeze(tx, context, row, doing.parts)
  if (act === 'revise') return takeBack(tx, row)
  const state = voteStateAfter(act, row.state)
  if (act === 'certify')
    return saveVote(tx, row, {
      state,
      certified_at: context.now(),
      certified_by: byName,
      // By whom it was in fact (`withCertifier`): they keep the bulletin, and may ask that it be void.
      has_committee: row.has_committee,
    })
  if (act === 'ask_void') {
    enforce(decideVoidGround(vote, input.ground))
    return saveVote(tx, row, {
      void_asked_by: context.actor.personId,
      void_asked_name: byName,
      void_ground: input.ground ?? null,
      void_reason: input.note ?? null,
    })
  }
  if (act === 'refuse_void')
    return saveVote(tx, row, {
      void_asked_by: null,
      void_asked_name: null,
      void_ground: null,
      void_reason: null,
    })
  return saveVote(tx, row, { state })
}

/** 收回来改: nothing of the notice stays; objections so far do, and an unanswered one is to be answered still. */
async function takeBack(tx: Transaction, row: VoteRow): Promise<VoteRow> {
  await removeRoll(tx, row)
  return saveVote(tx, row, {
    state: 'draft',
    notice_at: null,
    text_sha256: null,
    notice_sha256: null,
    roll_persons: null,
    roll_area_centi_m2: null,
    told_kind: null,
    told_after: null,
  })
}
