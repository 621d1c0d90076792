import { sql } from 'kysely'
import { decideReceive, decideReturn, type EnvelopeView, type Vote } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { officeOf } from './act-on-vote'
import { hasStanding, markVoter } from './cast-ballot'
import { findEnvelope, presentEnvelope } from './envelopes'
import { findVote, holdOpenVote, voteOf, type VoteRow } from './repository'
import { standingIn } from './standing'

export interface ReceiveEnvelope {
  voteId: string
  /** The number on it, or whose it is: one of them. */
  number?: number | undefined
  voterId?: string | undefined
}

/**
 * 收选票信封: that it came, and whose it is, nothing else (domain.md 7). Of two who take the same one at once the second is
 * told that it is there already. Its voter has taken part; what they cast online has precedence all the same.
 */
export async function receiveEnvelope(context: Context, input: ReceiveEnvelope): Promise<EnvelopeView> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    const { row, vote, held } = await holdVote(tx, context, input.voteId)
    enforce(decideReceive(actor, vote, now()))
    if (!held) throw new DomainError('VOTE_OVER')
    const voter = await takeVoter(tx, row, input)
    const { numInsertedOrUpdatedRows: added } = await tx
      .insertInto('vote_envelopes')
      .values({
        community_id: row.community_id,
        vote_id: row.vote_id,
        voter_id: voter.voterId,
        number: voter.position + 1,
        received_by: actor.personId,
        received_at: now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (!added) throw new DomainError('VOTE_ENVELOPE_KNOWN')
    await recordEnvelope(tx, context, row, 'vote.receive_envelope')
    const envelope = await findEnvelope(tx, row, voter.voterId)
    if (!envelope) throw new DomainError('INTERNAL')
    return presentEnvelope(envelope, actor.personId)
  })
}

/** 收错了，退回去: by who took it, until the close. Its voter has not taken part by it. */
export async function returnEnvelope(
  context: Context,
  { voteId, voterId }: { voteId: string; voterId: string },
): Promise<{ done: true }> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    const { row, vote, held } = await holdVote(tx, context, voteId)
    enforce(decideReceive(actor, vote, now()))
    if (!held) throw new DomainError('VOTE_OVER')
    await markVoter(tx, row, voterId, true)
    const envelope = await findEnvelope(tx, row, voterId)
    if (!envelope) throw new DomainError('VOTE_ENVELOPE_UNKNOWN')
    enforce(decideReturn(actor, vote, envelope, now()))
    await tx
      .deleteFrom('vote_envelopes')
      .where('community_id', '=', row.community_id)
      .where('vote_id', '=', row.vote_id)
      .where('voter_id', '=', voterId)
      .execute()
    if (!(await hasStanding(tx, row, voterId))) await markVoter(tx, row, voterId, false)
    await recordEnvelope(tx, context, row, 'vote.return_envelope')
    return { done: true }
  })
}

/** The vote as it is found, held open until the transaction ends where it is open. */
async function holdVote(
  tx: Transaction,
  { actor, region, now }: Context,
  voteId: string,
): Promise<{ row: VoteRow; vote: Vote; held: boolean }> {
  const held = await holdOpenVote(tx, region.regionId, voteId, now())
  const row = held ?? (await findVote(tx, region.regionId, voteId))
  if (!row) throw new DomainError('NOT_FOUND')
  return { row, vote: voteOf(row, await standingIn(tx, actor, row)), held: held !== undefined }
}

/** Locks whose it is, and marks them as having taken part. */
async function takeVoter(
  tx: Transaction,
  row: VoteRow,
  { number, voterId }: ReceiveEnvelope,
): Promise<{ voterId: string; position: number }> {
  if ((number === undefined) === (voterId === undefined)) throw new DomainError('BODY_INVALID', 'number')
  const which = number === undefined ? sql`voter_id = ${voterId}` : sql`position = ${number - 1}`
  const { rows } = await sql<{ voterId: string; position: number }>`
    update vote_voters set took_part = true
    where community_id = ${row.community_id} and vote_id = ${row.vote_id} and left_out is null and ${which}
    returning voter_id as "voterId", position`.execute(tx)
  const [voter] = rows
  if (!voter) throw new DomainError('VOTE_ENVELOPE_UNKNOWN', number === undefined ? 'voterId' : 'number')
  return voter
}

function recordEnvelope(
  tx: Transaction,
  context: Context,
  row: VoteRow,
  act: 'vote.receive_envelope' | 'vote.return_envelope',
): Promise<void> {
  return record(tx, {
    regionId: row.community_id,
    at: context.now(),
    personId: context.actor.personId,
    role: officeOf(context, row)?.role ?? null,
    act,
    subject: { kind: 'vote', id: row.vote_id },
  })
}
