import { manyStatements } from '../many-statements'
import type { AreaHints, Ids, Made } from './hint'

/** A statement in the round that is being discussed. */
async function ids({ server, place, community, ids: before, title }: Made): Promise<Ids> {
  const author = await place.resident(community.homeId, { community, name: title })
  const inRound = { communityId: community.communityId, roundId: before.roundId as string }
  const words = { author_id: author.personId, text: title }
  const [statementId = ''] = await manyStatements(server, inRound, 1, words)
  return { statementId }
}

export const statementHints: AreaHints = {
  ids,
  tables: ['statements', 'round_opinions', 'opinion_pictures'],
}
