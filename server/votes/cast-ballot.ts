import { randomBytes } from 'node:crypto'
import { decideCast, decideCede, decideChoices, type Choices, type MyVoter } from '#core/votes'
import { DomainError } from '#core/errors'
import { enforce } from '#core/permissions'
import { record } from '#server/audit/index'
import { enforceConsent } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { sealChoices } from './ballots'
import { listReceived } from './envelopes'
import { presentOwnVoters, type OwnVoter } from './my-voters'
import { holdProxyFor, voterByProxy } from './proxy-repository'
import { findVote, holdOpenVote, listVoteItems, voteOf, type VoteRow } from './repository'
import { standingBy, standingWith, votersMetIn } from './standing'

export interface CastBallot {
  voteId: string
  voterId: string
  choices: Choices
}

/**
 * 交票. Once for each voter and caster, however often it is sent and by however many devices at once: the last counts. The
 * voter's row is locked, the vote only held, so that thousands cast side by side and none after its end. What was chosen
 * is sealed before it is stored and is in no answer, record or message.
 */
export async function castBallot(context: Context, input: CastBallot, box: ContactBox): Promise<MyVoter> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    await enforceConsent(tx, actor.personId)
    const { row, voter } = await decide(tx, context, input, 'cast')
    const items = await listVoteItems(tx, region.regionId, [row.vote_id])
    enforce(
      decideChoices(
        items.map((item) => ({ itemId: item.item_id, options: item.options, maxChoices: item.max_choices })),
        input.choices,
      ),
    )
    await markVoter(tx, row, voter.voterId, true)
    await replaceOwn(tx, row, { voterId: voter.voterId, casterId: actor.personId, at: now() })
    const ballotId = newId()
    await tx
      .insertInto('ballots')
      .values({
        community_id: row.community_id,
        vote_id: row.vote_id,
        ballot_id: ballotId,
        voter_id: voter.voterId,
        caster_id: actor.personId,
        channel: voter.byProxy ? 'proxy' : 'online',
        choices_sealed: sealChoices(box, { ballotId, items, choices: input.choices }),
        receipt: newReceipt(),
        cast_at: now(),
        replaced_at: null,
      })
      .execute()
    await recordBallot(tx, context, row, 'vote.cast_ballot')
    return presentOne(tx, context, box, { row, voter })
  })
}

/**
 * 收回我的票: where a family differs, the other's stands, who is thereby the named voter. Who left the home takes theirs back as long
 * as it is open: nobody else can.
 */
export async function cedeBallot(
  context: Context,
  input: Omit<CastBallot, 'choices'>,
  box: ContactBox,
): Promise<MyVoter> {
  const { actor, now } = context
  return context.transact(async (tx) => {
    const { row, voter } = await decide(tx, context, input, 'cede')
    await markVoter(tx, row, voter.voterId, true)
    const ceded = await replaceOwn(tx, row, { voterId: voter.voterId, casterId: actor.personId, at: now() })
    if (!ceded) throw new DomainError('STATE_CHANGED')
    const isIn = (await hasStanding(tx, row, voter.voterId)) || (await hasEnvelope(tx, row, voter.voterId))
    if (!isIn) await markVoter(tx, row, voter.voterId, false)
    await recordBallot(tx, context, row, 'vote.cede_ballot')
    return presentOne(tx, context, box, { row, voter })
  })
}

const RECEIPT_BYTES = 16

/** 128 random bits: finds one's ballot in the bulletin and tells nothing else. */
export function newReceipt(): string {
  return randomBytes(RECEIPT_BYTES).toString('hex')
}

async function decide(
  tx: Transaction,
  { actor, region, now }: Context,
  { voteId, voterId }: Omit<CastBallot, 'choices'>,
  act: 'cast' | 'cede',
): Promise<{ row: VoteRow; voter: OwnVoter }> {
  const at = now()
  const held = await holdOpenVote(tx, region.regionId, voteId, at)
  const row = held ?? (await findVote(tx, region.regionId, voteId))
  if (!row) throw new DomainError('NOT_FOUND')
  const met = await votersMetIn(tx, actor, row)
  const right = met.own.find((one) => one.voterId === voterId)
  const proxy = right ? undefined : await holdProxyFor(tx, row, { agentId: actor.personId, voterId })
  const standing = await standingWith(tx, actor, row, standingBy(met))
  const vote = voteOf(row, { ...standing, isProxy: proxy !== undefined })
  enforce(act === 'cast' ? decideCast(actor, vote, at) : decideCede(actor, vote, at))
  // It opened between two looks at it: whoever is this early tries again.
  if (!held) throw new DomainError('VOTE_NOT_OPEN')
  if (right) return { row, voter: right }
  const left = act === 'cede' ? met.left.find((one) => one.voterId === voterId) : undefined
  if (left) return { row, voter: left }
  if (!proxy) throw new DomainError('VOTE_NOT_ON_ROLL', 'voterId')
  if (proxy.state !== 'accepted' || !proxy.counts) throw new DomainError('VOTE_PROXY_NOT_LIVE')
  return { row, voter: voterByProxy(proxy) }
}

/** Says whether one on the roll took part. Locks the voter's row, so that who votes for the same one comes one after the other. */
export async function markVoter(
  tx: Transaction,
  row: VoteRow,
  voterId: string,
  tookPart: boolean,
): Promise<void> {
  await tx
    .updateTable('vote_voters')
    .set({ took_part: tookPart })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voterId)
    .execute()
}

async function replaceOwn(
  tx: Transaction,
  row: VoteRow,
  { voterId, casterId, at }: { voterId: string; casterId: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ballots')
    .set({ replaced_at: at })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voterId)
    .where('caster_id', '=', casterId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a ballot of theirs stands that was cast. */
export async function hasStanding(tx: Transaction, row: VoteRow, voterId: string): Promise<boolean> {
  const standing = await tx
    .selectFrom('ballots')
    .select('ballot_id')
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('voter_id', '=', voterId)
    .where('replaced_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return standing !== undefined
}

/** What came in on paper is theirs still. No query where nothing is on paper. */
async function hasEnvelope(tx: Transaction, row: VoteRow, voterId: string): Promise<boolean> {
  if (row.paper_tellers === null) return false
  return (await listReceived(tx, row.community_id, row.vote_id, [voterId])).has(voterId)
}

function recordBallot(
  tx: Transaction,
  { actor, now }: Context,
  row: VoteRow,
  act: 'vote.cast_ballot' | 'vote.cede_ballot',
): Promise<void> {
  return record(tx, {
    regionId: row.community_id,
    at: now(),
    personId: actor.personId,
    role: null,
    act,
    subject: { kind: 'vote', id: row.vote_id },
  })
}

async function presentOne(
  tx: Transaction,
  { actor, region }: Context,
  box: ContactBox,
  { row, voter }: { row: VoteRow; voter: OwnVoter },
): Promise<MyVoter> {
  const asked = {
    communityId: region.regionId,
    personId: actor.personId,
    onPaper: row.paper_tellers !== null,
  }
  return (await presentOwnVoters(tx, box, asked, [voter]))[0] as MyVoter
}
