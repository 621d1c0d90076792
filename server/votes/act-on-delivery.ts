import { sql } from 'kysely'
import { decideDeliveryAct, DELIVERY_ENDED_WORDS, type DeliveryAct, type DeliveryRow } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enforceConsent } from '#server/people/index'
import { officeOf } from './act-on-vote'
import {
  deliveryOf,
  findDelivery,
  findVoter,
  markDelivered,
  type DeliveryRecord,
} from './delivery-repository'
import { enforceWords } from './enforce-words'
import type { VoteParts } from './parts'
import { presentDeliveries } from './present-deliveries'
import { holdVote, voteOf, type VoterRow, type VoteRow } from './repository'
import { standingOf, votersMetIn } from './standing'
import { tellOfVote } from './tell'

export interface ActOnDelivery {
  voteId: string
  deliveryId: string
  act: DeliveryAct
  reason?: string | undefined
}

/**
 * 我没有收到, with what was wrong if they like, or 登记错了: the proof ends at once, and the ballot counts as not delivered. Of two
 * at once one does it. Throws VOTE_WORDS_REFUSED.
 */
export async function actOnDelivery(
  context: Context,
  input: ActOnDelivery,
  parts: Pick<VoteParts, 'contentCheck'>,
): Promise<DeliveryRow> {
  const { actor, region } = context
  return context.transact(async (tx) => {
    if (input.reason) await enforceConsent(tx, actor.personId)
    const row = await holdVote(tx, region.regionId, input.voteId)
    const found = row && (await findDelivery(tx, region.regionId, input.deliveryId))
    if (!row || found?.vote_id !== row.vote_id) throw new DomainError('NOT_FOUND')
    const met = await votersMetIn(tx, actor, row)
    const { own } = met
    const vote = voteOf(row, await standingOf(tx, actor, row, met))
    enforce(decideDeliveryAct(actor, { vote, delivery: deliveryOf(found, own) }, input))
    enforceWords(parts, input.reason, 'reason')
    await end(tx, context, row, { found, ...input })
    // What stands is for one on the roll: who leaves it loses it in the same transaction.
    const voter = (await findVoter(tx, row, found.voter_id)) as VoterRow
    return (await presentDeliveries(tx, context, { vote, own, row }, [voter]))[0] as DeliveryRow
  })
}

async function end(
  tx: Transaction,
  context: Context,
  row: VoteRow,
  { found, act, reason }: ActOnDelivery & { found: DeliveryRecord },
): Promise<void> {
  const { actor, now } = context
  const isContested = act === 'contest'
  const office = isContested ? undefined : officeOf(context, row)
  await tx
    .updateTable('vote_deliveries')
    .set({
      ended_at: now(),
      ended_by: actor.personId,
      ended_name: isContested ? null : office ? signedAs(office) : row.convener_name,
      end_reason: isContested ? reason || DELIVERY_ENDED_WORDS.contested : (reason ?? ''),
    })
    .where('community_id', '=', row.community_id)
    .where('delivery_id', '=', found.delivery_id)
    .execute()
  await markDelivered(tx, row, sql`v.voter_id = ${found.voter_id}`)
  await record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    reason,
    act: `vote.${act}_delivery`,
    subject: { kind: 'vote', id: row.vote_id },
  })
  // Who brought it goes there again.
  const told = { byPersonId: actor.personId, at: now() }
  if (isContested && found.by_name !== null)
    await tellOfVote(
      tx,
      row,
      'vote_delivery_contested',
      [...new Set([found.by_person, row.convener_id])],
      told,
    )
}
