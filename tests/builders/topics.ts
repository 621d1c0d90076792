import {
  actOnTopicEndpoint,
  listTopicsEndpoint,
  proposeTopicEndpoint,
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
  type TopicAct,
  type TopicItem,
  type TopicView,
} from '#core/rounds'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from './neighbourhood'
import { place, server } from './round-stage'

const here = () => ({ communityId: place.community.communityId })
const params = ({ topicId }: { topicId: string }) => ({ ...here(), topicId })

interface Words {
  title?: string
  text?: string
  shownAs?: 'nickname' | 'resident'
}

/** Proposes a topic; the answer as it came. */
export const tryPropose = (by: SignedInPerson, { roundId }: { roundId: string }, more: Words = {}) =>
  server.call(proposeTopicEndpoint, {
    as: by.token,
    params: { ...here(), roundId },
    body: { title: '加两张长椅', shownAs: 'resident', ...more },
  })

/** A topic of a round. */
export async function aTopic(by: SignedInPerson, round: { roundId: string }, more: Words = {}) {
  const { status, body } = await tryPropose(by, round, more)
  expect(status).toBe(200)
  return body as TopicView
}

/** 附议, or taking it back; the answer as it came. */
export const trySecond = (by: SignedInPerson, topic: { topicId: string }, wanted = true) =>
  server.call(wanted ? secondTopicEndpoint : takeBackTopicSecondEndpoint, {
    as: by.token,
    params: params(topic),
  })

export const readTopicBy = (by: SignedInPerson, topic: { topicId: string }): Promise<TopicView> =>
  server.ok(readTopicEndpoint, { as: by.token, params: params(topic) })

export const topicsFor = async (by: SignedInPerson, { roundId }: { roundId: string }): Promise<TopicItem[]> =>
  (await server.ok(listTopicsEndpoint, { as: by.token, params: { ...here(), roundId }, query: {} })).items

/** One act on a topic as it stands now; the answer as it came. */
export async function tryTopicAct(
  by: SignedInPerson,
  { topicId }: { topicId: string },
  act: TopicAct,
  more: { reason?: string; intoId?: string; revision?: number } = {},
) {
  const { revision } = await server.db
    .selectFrom('topics')
    .select('revision')
    .where('topic_id', '=', topicId)
    .executeTakeFirstOrThrow()
  return server.call(actOnTopicEndpoint, {
    as: by.token,
    params: params({ topicId }),
    body: { act, revision, ...more },
  })
}

/** Asks the author to let a topic go into another. */
export const askMerge = (by: SignedInPerson, topic: { topicId: string }, into: { topicId: string }) =>
  tryTopicAct(by, topic, 'ask_merge', { reason: '说的是一件事', intoId: into.topicId })

/** More homes beside the first one of the building, each with somebody in it. */
export async function moreNeighbours(count: number): Promise<SignedInPerson[]> {
  const { communityId, homeId } = place.community
  const home = await server.db
    .selectFrom('places')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('place_id', '=', homeId)
    .executeTakeFirstOrThrow()
  const ids = Array.from({ length: count }, newId)
  await server.db
    .insertInto('places')
    .values(
      ids.map((place_id, index) => ({
        ...home,
        place_id,
        name: `${String(index + 1)}0${String(index)}`,
        path_names: JSON.stringify(home.path_names),
      })),
    )
    .execute()
  const neighbours: SignedInPerson[] = []
  for (const id of ids) neighbours.push(await place.resident(id))
  return neighbours
}
