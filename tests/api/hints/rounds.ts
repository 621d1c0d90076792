import { manyRounds } from '../many-rounds'
import { manyRoundObjections, manyTopics } from '../many-topics'
import type { AreaHints, Ids, Made } from './hint'

/** A round of the building, convened by its head. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const head = await place.inOffice('building_head', community.buildingId, { community, name: title })
  const [roundId = ''] = await manyRounds(server, { ...place, community }, 1, {
    convener_id: head.personId,
    convener_name: title,
    question: title,
    text: title,
  })
  const author = await place.resident(community.homeId, { community, name: title })
  const words = { round_id: roundId, author_id: author.personId, title, text: title }
  const [topicId = '', intoId = ''] = await manyTopics(server, { ...place, community }, 2, words)
  const params = { communityId: community.communityId, roundId }
  const said = { author_id: author.personId, text: title }
  const [roundObjectionId = ''] = await manyRoundObjections(server, params, 1, said)
  return { roundId, topicId, intoId, roundObjectionId }
}

export const roundHints: AreaHints = {
  ids,
  tables: [
    'rounds',
    'round_homes',
    'round_participants',
    'round_events',
    'topics',
    'topic_seconds',
    'round_objections',
  ],
}
