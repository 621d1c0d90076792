import { sql } from 'kysely'
import { hasResult, type BallotReceipt } from '#core/votes'
import { DomainError } from '#core/errors'
import type { Context } from '#server/platform/context'
import type { OwnVoter, VotersMet } from './my-voters'
import { readable } from './read-vote'
import type { VoteRow } from './repository'
import { votersMetIn } from './standing'

/**
 * 回执, after the end: with one a ballot is found in the bulletin (domain.md 7: never beside the choice). Of what one cast oneself,
 * and of what came on paper, or by a proxy, from those for whom one votes by right. Who moved out since has theirs still.
 */
export async function listMyBallots(context: Context, voteId: string): Promise<{ items: BallotReceipt[] }> {
  const { db, actor } = context
  const { row, met } = await readable(context, voteId, 'see_receipts')
  if (!hasResult(row.state)) throw new DomainError('VOTE_NOT_COUNTED')
  const voterIds = (await ownAtTheEnd(context, row, met)).map(({ voterId }) => voterId)
  const rows = await db
    .selectFrom('ballots as b')
    .innerJoin('vote_voters as v', (join) =>
      join
        .onRef('v.community_id', '=', 'b.community_id')
        .onRef('v.vote_id', '=', 'b.vote_id')
        .onRef('v.voter_id', '=', 'b.voter_id'),
    )
    .select(['b.voter_id as voterId', 'v.name', 'b.cast_at as castAt', 'b.receipt', 'b.channel'])
    .select('b.caster_id as casterId')
    .where('b.community_id', '=', row.community_id)
    .where('b.vote_id', '=', voteId)
    .where('b.replaced_at', 'is', null)
    .where(
      sql<boolean>`(b.caster_id = ${actor.personId} or b.channel in ('paper', 'proxy') and b.voter_id = any (${voterIds}::uuid[]))`,
    )
    .orderBy('b.ballot_id')
    .execute()
  return {
    items: rows.map(({ casterId, castAt, ...one }) => ({
      ...one,
      castAt: castAt.toISOString(),
      mine: casterId === actor.personId,
    })),
  }
}

/** Who moved in after the end did not vote: what was handed in before is not theirs to look up. */
async function ownAtTheEnd(
  { db, actor }: Context,
  row: VoteRow,
  { own }: VotersMet,
): Promise<readonly OwnVoter[]> {
  const homes = actor.homes.filter(({ since }) => since < row.closes_at)
  if (homes.length === actor.homes.length) return own
  return (await votersMetIn(db, { personId: actor.personId, homes }, row)).own
}
