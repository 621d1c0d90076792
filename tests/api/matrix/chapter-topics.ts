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
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { chooseHome, manyRoundObjections, manyTopics } from '../many-topics'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

/** A round of the building, convened by its head. */
async function oneRound(stage: Stage) {
  const [roundId = ''] = await manyRounds(stage.server, stage.place, 1, {
    convener_id: personOf(stage, 'building_head'),
  })
  return { ...here(stage), roundId }
}

/** A round of one home of the building; the other one is left out. */
async function ofOneHome(stage: Stage) {
  const params = await oneRound(stage)
  await chooseHome(stage.server, { ...params, homeId: stage.place.community.homeId })
  return params
}

/** A topic that the neighbour proposed, and another one. */
async function oneTopic(stage: Stage) {
  const { communityId, roundId } = await oneRound(stage)
  const words = { round_id: roundId, author_id: personOf(stage, 'neighbour') }
  const [topicId = '', intoId = ''] = await manyTopics(stage.server, stage.place, 2, words)
  return { params: { communityId, topicId }, intoId }
}

async function secondedTopic(stage: Stage) {
  const { params } = await oneTopic(stage)
  const row = {
    community_id: params.communityId,
    topic_id: params.topicId,
    home_id: stage.place.community.homeId,
    person_id: personOf(stage, 'resident of the home'),
    at: stage.server.clock.now,
  }
  await stage.server.db.insertInto('topic_seconds').values(row).execute()
  return params
}

async function oneRoundObjection(stage: Stage) {
  const params = await ofOneHome(stage)
  const by = { author_id: personOf(stage, 'neighbour') }
  const [roundObjectionId = ''] = await manyRoundObjections(stage.server, params, 1, by)
  return { ...params, roundObjectionId }
}

/** domain.md 6: who lives there proposes and seconds, who convenes asks for a merge, the author alone answers and withdraws. */
export const TOPICS: Chapter = {
  about: 'topics of rounds',
  columns: {
    list: calls(listTopicsEndpoint)(async (stage) => ({ params: await oneRound(stage), query: {} })),
    read: calls(readTopicEndpoint)(async (stage) => ({ params: (await oneTopic(stage)).params })),
    propose: acts(proposeTopicEndpoint)(async (stage) => ({
      params: await oneRound(stage),
      body: { title: '加两张长椅' },
    })),
    second: acts(secondTopicEndpoint)(async (stage) => ({ params: (await oneTopic(stage)).params })),
    'take back': acts(takeBackTopicSecondEndpoint)(async (stage) => ({ params: await secondedTopic(stage) })),
    merge: acts(actOnTopicEndpoint)(async (stage) => {
      const { params, intoId } = await oneTopic(stage)
      return { params, body: { act: 'ask_merge', revision: 1, reason: '说的是一件事', intoId } }
    }),
    withdraw: acts(actOnTopicEndpoint)(async (stage) => ({
      params: (await oneTopic(stage)).params,
      body: { act: 'withdraw', revision: 1 },
    })),
  },
  table: `
                                                        | list | read | propose | second | take back | merge | withdraw
nobody                                                  | 401  | 401  | 401     | 401    | 401       | 401   | 401
visitor, the reporter, the asker                        | 404  | 404  | 404     | 404    | 404       | 404   | 404
resident of the home                                    | 200  | 200  | 200     | 200    | 200       | 403   | 403
neighbour                                               | 200  | 200  | 200     | 403    | 403       | 403   | 200
resident elsewhere                                      | 404  | 404  | 404     | 404    | 404       | 404   | 404
building_head                                           | 200  | 200  | 403     | 403    | 403       | 200   | 403
building_head of another building                       | 404  | 404  | 404     | 404    | 404       | 404   | 404
owners_committee                                        | 200  | 200  | 403     | 403    | 403       | 403   | 403
property company                                        | 200  | 200  | 403     | 403    | 403       | 403   | 403
property_staff of another estate                        | 404  | 404  | 404     | 404    | 404       | 404   | 404
grid_worker, grid_worker who handled                    | 404  | 404  | 404     | 404    | 404       | 404   | 404
grid_chief, grid_chief who handled                      | 404  | 404  | 404     | 404    | 404       | 404   | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404  | 404     | 404    | 404       | 404   | 404
grid_specialist, grid_specialist of another grid        | 404  | 404  | 404     | 404    | 404       | 404   | 404
community_staff, community_staff who handled            | 200  | 200  | 403     | 403    | 403       | 403   | 403
community_secretary, residents_committee                | 200  | 200  | 403     | 403    | 403       | 403   | 403
subdistrict_staff, district_staff                       | 200  | 200  | 403     | 403    | 403       | 403   | 403
auditor, administrator                                  | 404  | 404  | 404     | 404    | 404       | 404   | 404
the other community                                     | 404  | 404  | 404     | 404    | 404       | 404   | 404`,
}

/** domain.md 6: a chosen scope lists the homes left out, who may object; who convenes answers, or staff who observe. */
export const LEFT_OUT: Chapter = {
  about: 'the scope of rounds',
  columns: {
    places: calls(listRoundPlacesEndpoint)((stage) => ({ params: here(stage) })),
    homes: calls(listRoundHomesEndpoint)((stage) => ({
      params: { ...here(stage), placeId: stage.place.community.buildingId },
      query: {},
    })),
    'left out': calls(listLeftOutEndpoint)(async (stage) => ({ params: await ofOneHome(stage), query: {} })),
    said: calls(listObjectionsEndpoint)(async (stage) => ({ params: await ofOneHome(stage), query: {} })),
    object: acts(objectToRoundEndpoint)(async (stage) => ({
      params: await ofOneHome(stage),
      body: { text: '我家也想一起谈' },
    })),
    answer: acts(answerObjectionEndpoint)(async (stage) => ({
      params: await oneRoundObjection(stage),
      body: { text: '下一次一起请' },
    })),
  },
  table: `
                                                        | places | homes | left out | said | object | answer
nobody                                                  | 401    | 401   | 401      | 401  | 401    | 401
visitor, the reporter, the asker                        | 200    | 403   | 404      | 404  | 404    | 404
resident of the home                                    | 200    | 403   | 200      | 200  | 403    | 403
neighbour                                               | 200    | 403   | 200      | 200  | 200    | 403
resident elsewhere                                      | 200    | 403   | 404      | 404  | 404    | 404
building_head                                           | 200    | 200   | 200      | 200  | 403    | 200
building_head of another building                       | 200    | 403   | 404      | 404  | 404    | 404
owners_committee                                        | 200    | 403   | 200      | 200  | 403    | 403
property company                                        | 200    | 403   | 200      | 200  | 403    | 403
property_staff of another estate                        | 200    | 403   | 404      | 404  | 404    | 404
grid_worker, grid_worker who handled                    | 200    | 403   | 404      | 404  | 404    | 404
grid_chief, grid_chief who handled                      | 200    | 403   | 404      | 404  | 404    | 404
grid_worker of another grid, grid_chief of another grid | 200    | 403   | 404      | 404  | 404    | 404
grid_specialist, grid_specialist of another grid        | 200    | 403   | 404      | 404  | 404    | 404
community_staff, community_staff who handled            | 200    | 403   | 200      | 200  | 403    | 200
community_secretary, residents_committee                | 200    | 403   | 200      | 200  | 403    | 200
subdistrict_staff, district_staff                       | 200    | 403   | 200      | 200  | 403    | 403
auditor, administrator                                  | 200    | 403   | 404      | 404  | 404    | 404
the other community                                     | 200    | 403   | 404      | 404  | 404    | 404`,
}
