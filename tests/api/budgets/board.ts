import {
  declineTopicEndpoint,
  listBoardsEndpoint,
  listBoardTopicsEndpoint,
  putUpTopicEndpoint,
} from '#core/rounds'
import { manyBoardTopics } from '../many-board-topics'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

const PLACE = 2 // the place; the grids over it
const SHOWN = 2 // what the reader has to do with it; what was merged into it

const board = (scene: Scene) => ({ ...here(scene), placeId: scene.busy.place.community.buildingId })
const topics = (scene: Scene, count: number) =>
  manyBoardTopics(scene.server, scene.busy.place, count, { author_id: scene.busy.everywhere.personId })

export const boardBudgets: AreaBudgets = {
  reads: {
    'the boards of one’s places': {
      endpoint: listBoardsEndpoint,
      statements: HERE + 2, // places of one's offices; all of them
      input: (scene) => ({ params: here(scene) }),
    },
    'the topics of a board': {
      endpoint: listBoardTopicsEndpoint,
      statements: HERE + PLACE + 3, // the page; what the reader has to do with them; homes of the place
      input: async (scene) => {
        await topics(scene, 1)
        return { params: board(scene), query: {} }
      },
    },
  },
  writes: {
    'put up a topic': {
      endpoint: putUpTopicEndpoint,
      // consents, phone, homes; homes of the place; the words; the topic, read; its first second; search
      statements: HERE + ONCE + 1 + PLACE + 1 + 2 + 2 + 1 + ON_RECORD + 1 + SHOWN,
      input: (scene) => ({ params: board(scene), body: { title: '楼前加两张长椅' } }),
    },
    'decline a topic': {
      endpoint: declineTopicEndpoint,
      statements: HERE + ONCE + 1 + 1 + 3 + 1 + ON_RECORD + 1 + SHOWN, // homes; consent; the topic, locked, met; itself; who seconds it
      input: async (scene) => {
        const [topicId = ''] = await topics(scene, 1)
        return { params: { ...here(scene), topicId }, body: { revision: 1, reason: '物业月底就来装' } }
      },
    },
  },
  twenty: (scene) => topics(scene, 20),
}
