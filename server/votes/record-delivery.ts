import { sql } from 'kysely'
import { decideDeliver, decideDeliveryProof, type DeliveryHow, type DeliveryRow } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce, signedAs } from '#core/permissions'
import { record } from '#server/audit/index'
import { enforceConsent, holdHomes } from '#server/people/index'
import { attachPhotos } from '#server/photos/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { officeOf } from './act-on-vote'
import { findVoter, listStanding, markDelivered } from './delivery-repository'
import { presentDeliveries } from './present-deliveries'
import { holdVote, voteOf, type VoterRow, type VoteRow } from './repository'
import { standingOf, votersMetIn } from './standing'
import { tellOfVote } from './tell'
import { listPrincipalIds } from './tell-proxy'

export interface RecordDelivery {
  voteId: string
  voterId: string
  how: DeliveryHow
  number?: string | undefined
  photoIds: readonly string[]
}

/**
 * 登记送达: with a photo of the signature, the number of what was posted, or by who votes for that voter themselves. Of two
 * at once one stands. Who votes for that voter is told what others recorded, for they may contest it.
 */
export async function recordDelivery(context: Context, input: RecordDelivery): Promise<DeliveryRow> {
  const { actor, region } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const homeIds = await holdHomes(tx, region.regionId, actor.personId)
    const here = { ...actor, homes: actor.homes.filter(({ homeId }) => homeIds.includes(homeId)) }
    const row = await holdVote(tx, region.regionId, input.voteId)
    if (!row) throw new DomainError('NOT_FOUND')
    const met = await votersMetIn(tx, here, row)
    const { own } = met
    const vote = voteOf(row, await standingOf(tx, here, row, met))
    const isOwn = own.some(({ voterId }) => voterId === input.voterId)
    enforce(decideDeliver(here, vote, { how: input.how, isOwn, now: context.now() }))
    const { how, number, photoIds } = input
    enforce(decideDeliveryProof({ how, number, photos: photoIds.length }))
    const voter = await findVoter(tx, row, input.voterId)
    if (!voter) throw new DomainError('NOT_FOUND', 'voterId')
    if ((await listStanding(tx, row, [voter.voter_id])).length > 0) throw new DomainError('VOTE_DELIVERED')
    await save(tx, context, row, input)
    await markDelivered(tx, row, sql`v.voter_id = ${voter.voter_id}`)
    await tell(tx, context, row, { voter, how })
    return (await presentDeliveries(tx, context, { vote, own, row }, [voter]))[0] as DeliveryRow
  })
}

async function save(
  tx: Transaction,
  context: Context,
  row: VoteRow,
  { voterId, how, number, photoIds }: RecordDelivery,
): Promise<void> {
  const { actor, now } = context
  const deliveryId = newId()
  const office = how === 'acknowledged' ? undefined : officeOf(context, row)
  await tx
    .insertInto('vote_deliveries')
    .values({
      community_id: row.community_id,
      vote_id: row.vote_id,
      delivery_id: deliveryId,
      voter_id: voterId,
      how,
      note: number ?? null,
      at: now(),
      by_person: actor.personId,
      by_name: how === 'acknowledged' ? null : office ? signedAs(office) : row.convener_name,
      ended_at: null,
      ended_by: null,
      ended_name: null,
      end_reason: null,
    })
    .execute()
  if (photoIds.length > 0)
    await attachPhotos(tx, {
      communityId: row.community_id,
      personId: actor.personId,
      photoIds,
      subject: { kind: 'delivery', id: deliveryId },
      moment: 'other',
      at: now(),
    })
  await record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: office?.role ?? null,
    act: 'vote.record_delivery',
    subject: { kind: 'vote', id: row.vote_id },
  })
}

/** Who votes for that voter, of what somebody else recorded. */
async function tell(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  { voter, how }: { voter: VoterRow; how: DeliveryHow },
): Promise<void> {
  if (how === 'acknowledged') return
  const principals = await listPrincipalIds(tx, row, [voter.voter_id])
  await tellOfVote(tx, row, 'vote_delivered', principals, { byPersonId: actor.personId, at: now() })
}
