import {
  actOnRoundEndpoint,
  changeRoundEndpoint,
  conveneRoundEndpoint,
  listRoundsEndpoint,
  readRoundEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

const ONE = 2 // the round; what the reader has to do with it
const SHOWN = 4 // its gate; homes that took part; steps; the rounds before and after it
const GONE = 2 // for who may name another convener: what the one there is holds there, and whether it is enough
const WORDS = 2 // whether its words may be shown
const SAVED = 1 + 1 + ON_RECORD + 1 // itself; the step; search

/** A round convened by the busybody. */
async function round(scene: Scene) {
  const { personId } = scene.busy.everywhere
  const [roundId = ''] = await manyRounds(scene.server, scene.busy.place, 1, { convener_id: personId })
  return { ...here(scene), roundId }
}

const question = { question: '车棚要不要装充电桩' }

export const roundBudgets: AreaBudgets = {
  reads: {
    'rounds under way': {
      endpoint: listRoundsEndpoint,
      statements: HERE + 2, // the page; homes that took part
      input: async (scene) => {
        await round(scene)
        return { params: here(scene), query: {} }
      },
    },
    'a round': {
      endpoint: readRoundEndpoint,
      statements: HERE + ONE + SHOWN + GONE,
      input: async (scene) => ({ params: await round(scene), query: {} }),
    },
  },
  writes: {
    'convene a round': {
      endpoint: conveneRoundEndpoint,
      statements: HERE + ONCE + 1 + 2 + 1 + WORDS + 1 + SAVED + 1 + 1 + 1 + SHOWN + GONE, // consents, phone, homes; the place; homes of it; read; who takes part; the clock; the reader
      input: (scene) => ({
        params: here(scene),
        body: { placeId: scene.busy.place.community.buildingId, topicIds: [], ...question },
      }),
    },
    'change a round': {
      endpoint: changeRoundEndpoint,
      statements: HERE + ONCE + 1 + ONE + WORDS + SAVED + 1 + SHOWN + GONE, // consent; the reader
      input: async (scene) => ({ params: await round(scene), body: { revision: 1, ...question } }),
    },
    'invite to a round': {
      endpoint: actOnRoundEndpoint,
      statements: HERE + ONCE + 1 + ONE + 1 + SAVED + 1 + 2 + 1 + SHOWN + 2 * GONE, // consent; the gate; the clock; whom to tell; the reader
      input: async (scene) => ({ params: await round(scene), body: { act: 'invite', revision: 1 } }),
    },
  },
  twenty: (scene) =>
    manyRounds(scene.server, scene.busy.place, 20, { convener_id: scene.busy.everywhere.personId }),
}
