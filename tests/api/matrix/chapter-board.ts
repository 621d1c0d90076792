import {
  declineTopicEndpoint,
  listBoardsEndpoint,
  listBoardTopicsEndpoint,
  putUpTopicEndpoint,
} from '#core/rounds'
import { manyBoardTopics } from '../many-board-topics'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

const board = (stage: Stage) => ({ ...here(stage), placeId: stage.place.community.buildingId })

/** A topic of the building that enough homes second, put up by somebody who lives there. */
async function oneTopic(stage: Stage) {
  const [topicId = ''] = await manyBoardTopics(stage.server, stage.place, 1, {
    author_id: personOf(stage, 'neighbour'),
  })
  return { ...here(stage), topicId }
}

/**
 * domain.md 6: who lives at a place puts topics up, who lives there or answers for it reads them, and who convenes there says in public
 * why something is not talked about. For everybody else there is no board.
 */
export const BOARD: Chapter = {
  about: 'standing boards',
  columns: {
    boards: calls(listBoardsEndpoint)((stage) => ({ params: here(stage) })),
    list: calls(listBoardTopicsEndpoint)((stage) => ({ params: board(stage), query: {} })),
    'put up': acts(putUpTopicEndpoint)((stage) => ({
      params: board(stage),
      body: { title: '楼前加两张长椅' },
    })),
    decline: acts(declineTopicEndpoint)(async (stage) => ({
      params: await oneTopic(stage),
      body: { revision: 1, reason: '物业月底就来装' },
    })),
  },
  table: `
                                                        | boards | list | put up | decline
nobody                                                  | 401    | 401  | 401    | 401
visitor, the reporter, the asker                        | 200    | 404  | 404    | 404
resident of the home, neighbour                         | 200    | 200  | 200    | 403
resident elsewhere                                      | 200    | 404  | 404    | 404
building_head                                           | 200    | 200  | 403    | 200
building_head of another building                       | 200    | 404  | 404    | 404
owners_committee                                        | 200    | 200  | 403    | 403
property company                                        | 200    | 200  | 403    | 403
property_staff of another estate                        | 200    | 404  | 404    | 404
grid_worker, grid_worker who handled                    | 200    | 200  | 403    | 403
grid_chief, grid_chief who handled                      | 200    | 200  | 403    | 403
grid_worker of another grid, grid_chief of another grid | 200    | 404  | 404    | 404
grid_specialist                                         | 200    | 200  | 403    | 403
grid_specialist of another grid                         | 200    | 404  | 404    | 404
community_staff, community_staff who handled            | 200    | 200  | 403    | 403
community_secretary, residents_committee                | 200    | 200  | 403    | 403
subdistrict_staff, district_staff                       | 200    | 200  | 403    | 403
auditor, administrator                                  | 200    | 404  | 404    | 404
the other community                                     | 200    | 404  | 404    | 404`,
}
