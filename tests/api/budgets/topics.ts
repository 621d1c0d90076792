import {
  actOnTopicEndpoint,
  answerObjectionEndpoint,
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  listRoundHomesEndpoint,
  listRoundPlacesEndpoint,
  listTopicsEndpoint,
  objectToRoundEndpoint,
  proposeTopicEndpoint,
  readRoundEndpoint,
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { oneDiscussion } from '../many-sessions'
import { chooseHome, manyRoundObjections, manyTopics } from '../many-topics'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'
import { seatInCommittee } from './residents-committee'

const ROUND = 2 // the round; what the reader has to do with it
const SHOWN = 4 + 2 // its gate; homes that took part; steps; the rounds before and after it; what its convener holds there, twice
const MET = 3 // rounds of the topics; what the reader has to do with them; whose homes seconded
const MET_HELD = MET - 2 // its round is held as its reader meets it
const TAKEN_IN = 1
const HELD = 1 + 1 + 1 // homes; its round held, itself locked
const TAKES_PART = 1
const WRITER = 1 // consents, phone, homes
const IN_ROUND = WRITER + 1 + TAKES_PART // the round held, and what the reader has to do with it
const WORDS = 2 // whether its words may be shown
const COUNTED = 1 // the second, with how many there are

/** A round convened by the busybody, who lives there. */
async function round(scene: Scene) {
  const { personId } = scene.busy.everywhere
  const [roundId = ''] = await manyRounds(scene.server, scene.busy.place, 1, { convener_id: personId })
  return { communityId: scene.busy.place.community.communityId, roundId }
}

/** One of which one home of the building is no part. */
async function leavingOut(scene: Scene, homeId: string) {
  const params = await round(scene)
  await chooseHome(scene.server, { ...params, homeId })
  return params
}

const topics = { more: 2 }

/** Topics of one round; what is asked for is the first. */
async function topic(scene: Scene, isMine = false) {
  const { communityId, roundId } = await round(scene)
  const [other = ''] = await scene.rows.persons(1)
  const ids = await manyTopics(scene.server, scene.busy.place, topics.more, {
    round_id: roundId,
    author_id: isMine ? scene.busy.everywhere.personId : other,
  })
  return { roundId, communityId, params: { communityId, topicId: ids[0] ?? '' }, intoId: ids[1] ?? '' }
}

async function objection(scene: Scene) {
  const params = await leavingOut(scene, scene.busy.place.community.homeId)
  const [author_id = ''] = await scene.rows.persons(1)
  const [roundObjectionId = ''] = await manyRoundObjections(scene.server, params, topics.more, { author_id })
  return { ...params, roundObjectionId }
}

export const topicBudgets: AreaBudgets = {
  reads: {
    'where I convene': {
      endpoint: listRoundPlacesEndpoint,
      statements: HERE + 3, // estates of the community; the places; their homes
      input: async (scene) => {
        await seatInCommittee(scene)
        return { params: here(scene) }
      },
    },
    'homes to choose from': {
      endpoint: listRoundHomesEndpoint,
      statements: HERE + 2 + 1, // the place
      input: (scene) => ({
        params: { ...here(scene), placeId: scene.busy.place.community.buildingId },
        query: {},
      }),
    },
    'homes left out': {
      endpoint: listLeftOutEndpoint,
      statements: HERE + ROUND + 1,
      input: async (scene) => ({
        params: await leavingOut(scene, scene.busy.place.community.homeId),
        query: {},
      }),
    },
    'what those left out say': {
      endpoint: listObjectionsEndpoint,
      statements: HERE + ROUND + 1,
      input: async (scene) => {
        const { communityId, roundId } = await objection(scene)
        return { params: { communityId, roundId }, query: {} }
      },
    },
    'a round in its agenda, with what its page shows first': {
      endpoint: readRoundEndpoint,
      statements: HERE + ROUND + SHOWN + 1 + MET + 1, // topics; objections
      input: async (scene) => {
        const { communityId, roundId } = await objection(scene)
        const more = { round_id: roundId, author_id: (await scene.rows.persons(1))[0] ?? '' }
        await manyTopics(scene.server, scene.busy.place, topics.more, more)
        return { params: { communityId, roundId }, query: { opening: 'true' } }
      },
    },
    'topics of a round': {
      endpoint: listTopicsEndpoint,
      statements: HERE + ROUND + 1 + MET,
      input: async (scene) => {
        const { communityId, roundId } = await topic(scene)
        return { params: { communityId, roundId }, query: {} }
      },
    },
    'a topic': {
      endpoint: readTopicEndpoint,
      statements: HERE + 1 + MET + TAKEN_IN + 1 + ROUND, // its links, and the round among them
      input: async (scene) => ({ params: (await topic(scene)).params }),
    },
    'a topic that is talked about in a session': {
      endpoint: readTopicEndpoint,
      statements: HERE + 1 + MET + TAKEN_IN + 1 + ROUND + 1 + ROUND, // its links; the round; the session, and its round
      input: async (scene) => {
        const { server, busy } = scene
        const { topicId } = await oneDiscussion(server, busy.place, { convenerId: busy.everywhere.personId })
        return { params: { ...here(scene), topicId } }
      },
    },
  },
  writes: {
    'propose a topic': {
      endpoint: proposeTopicEndpoint,
      statements: HERE + ONCE + IN_ROUND + WORDS + 2 + COUNTED + ON_RECORD + 1 + MET + TAKEN_IN, // itself, read; search
      input: async (scene) => ({ params: await round(scene), body: { title: '加两张长椅' } }),
    },
    'second a topic': {
      endpoint: secondTopicEndpoint,
      statements: HERE + ONCE + HELD + MET_HELD + COUNTED + TAKES_PART + ON_RECORD,
      input: async (scene) => ({ params: (await topic(scene)).params }),
    },
    'take back a second of a topic': {
      endpoint: takeBackTopicSecondEndpoint,
      statements: HERE + ONCE + HELD + MET_HELD + COUNTED + TAKES_PART + ON_RECORD,
      input: async (scene) => {
        const { params } = await topic(scene)
        await scene.server.db
          .insertInto('topic_seconds')
          .values({
            community_id: params.communityId,
            topic_id: params.topicId,
            home_id: scene.busy.place.community.homeId,
            person_id: scene.busy.everywhere.personId,
            at: scene.server.clock.now,
          })
          .execute()
        return { params }
      },
    },
    'merge a topic of one’s own': {
      endpoint: actOnTopicEndpoint,
      statements:
        HERE +
        ONCE +
        HELD +
        1 +
        1 +
        MET_HELD +
        MET +
        2 +
        1 +
        1 +
        2 +
        1 +
        TAKES_PART +
        ON_RECORD +
        1 +
        MET +
        1 +
        TAKEN_IN, // consent; seconds, added and counted; itself; whom to tell; inbox; search; where it went
      input: async (scene) => {
        const { params, intoId } = await topic(scene, true)
        return { params, body: { act: 'ask_merge', revision: 1, reason: '说的是一件事', intoId } }
      },
    },
    'object to a round': {
      endpoint: objectToRoundEndpoint,
      statements: HERE + ONCE + WRITER + 1 + 1 + WORDS + 1 + ON_RECORD + 1, // homes that did; itself; read: they convened it, so nobody is told
      input: async (scene) => ({
        params: await leavingOut(scene, scene.busy.place.community.neighbourHomeId),
        body: { text: '我家也想一起谈' },
      }),
    },
    'answer who was left out': {
      endpoint: answerObjectionEndpoint,
      statements: HERE + ONCE + 2 + 1 + 1 + 1 + ON_RECORD + 1, // consents; the round as one meets it; the objection; itself; inbox
      input: async (scene) => ({ params: await objection(scene), body: { text: '下一次一起请' } }),
    },
  },
  twenty: (scene) => {
    topics.more = 20
    return Promise.resolve(scene)
  },
}
