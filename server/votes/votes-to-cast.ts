import type { VoteToCast } from '#core/votes'
import type { Context } from '#server/platform/context'
import { listOpenVoters, type VoterToCast } from './my-voters'

/**
 * Open votes in which somebody has not voted yet, for themselves, another of their roll, or who gave them a proxy: the first to
 * close first. One query.
 */
export async function listVotesToCast(
  { db, actor, region, now }: Context,
  limit: number,
): Promise<VoteToCast[]> {
  // Until the job has counted, a vote that is over still says it is open.
  const waiting = (await listOpenVoters(db, actor, region.regionId)).filter(
    ({ closesAt }) => closesAt > now(),
  )
  return waiting
    .filter(({ voteId }, index) => waiting.findIndex((one) => one.voteId === voteId) === index)
    .slice(0, limit)
    .map(({ voteId, title, closesAt, electorate, binding }) => ({
      voteId,
      title,
      closesAt: closesAt.toISOString(),
      electorate,
      binding,
      ...toCastOf(voteId, waiting),
    }))
}

/** What of one vote waits, of those that wait in several. */
export function toCastOf(
  voteId: string,
  waiting: readonly VoterToCast[],
): Pick<VoteToCast, 'toCast' | 'byProxyFor'> {
  const here = waiting.filter((one) => one.voteId === voteId)
  return {
    toCast: here.length,
    byProxyFor: here.filter(({ byProxy }) => byProxy).map(({ name }) => name),
  }
}
