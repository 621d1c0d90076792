import type { VoteToCast } from '#core/votes'
import type { Context } from '#server/platform/context'
import { listOpenVoters } from './my-voters'

/** Open votes in which somebody has not voted yet, for themselves or another of their roll: the first to close first. One query. */
export async function listVotesToCast(
  { db, actor, region, now }: Context,
  limit: number,
): Promise<VoteToCast[]> {
  const open = await listOpenVoters(db, actor, region.regionId)
  // Until the job has counted, a vote that is over still says it is open.
  const waiting = open.filter(({ tookPart, closesAt }) => !tookPart && closesAt > now())
  return waiting
    .filter(({ voteId }, index) => waiting.findIndex((one) => one.voteId === voteId) === index)
    .slice(0, limit)
    .map(({ voteId, title, closesAt, electorate, binding }) => ({
      voteId,
      title,
      closesAt: closesAt.toISOString(),
      electorate,
      binding,
    }))
}
