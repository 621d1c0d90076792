import {
  actOnRoundEndpoint,
  changeRoundEndpoint,
  conveneRoundEndpoint,
  listRoundsEndpoint,
  readRoundEndpoint,
} from '#core/rounds'
import { manyRounds } from '../many-rounds'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

/** A round of the building, convened by its head. */
async function oneRound(stage: Stage, more: { idle_at?: Date } = {}) {
  const [roundId = ''] = await manyRounds(stage.server, stage.place, 1, {
    convener_id: personOf(stage, 'building_head'),
    ...more,
  })
  return { ...here(stage), roundId }
}

/** A resident is asked to go on with it. */
async function naming(stage: Stage, more: { idle_at?: Date } = {}) {
  const { person_code: personCode } = await stage.server.db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', personOf(stage, 'resident of the home'))
    .executeTakeFirstOrThrow()
  return {
    params: await oneRound(stage, more),
    body: { act: 'name_convener' as const, revision: 1, reason: '两个月没有动静', personCode },
  }
}

/**
 * domain.md 3 and 6: the head convenes for the building, and leads the round on; who lives there and who answers for it
 * reads it; for everybody else there is none.
 */
export const ROUNDS: Chapter = {
  about: 'rounds',
  columns: {
    list: calls(listRoundsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    read: calls(readRoundEndpoint)(async (stage) => ({ params: await oneRound(stage), query: {} })),
    convene: acts(conveneRoundEndpoint)((stage) => ({
      params: here(stage),
      body: { placeId: stage.place.community.buildingId, question: '空地怎么用', topicIds: [] },
    })),
    change: acts(changeRoundEndpoint)(async (stage) => ({
      params: await oneRound(stage),
      body: { revision: 1, question: '空地怎么用才好' },
    })),
    invite: acts(actOnRoundEndpoint)(async (stage) => ({
      params: await oneRound(stage),
      body: { act: 'invite', revision: 1 },
    })),
    'name another': acts(actOnRoundEndpoint)((stage) => naming(stage, { idle_at: new Date() })),
    'name, not idle': acts(actOnRoundEndpoint)((stage) => naming(stage)),
  },
  table: `
                                                        | list | read | convene | change | invite | name another | name, not idle
nobody                                                  | 401  | 401  | 401     | 401    | 401    | 401          | 401
visitor, the reporter, the asker                        | 200  | 404  | 403     | 404    | 404    | 404          | 404
resident of the home, neighbour                         | 200  | 200  | 403     | 403    | 403    | 403          | 403
resident elsewhere                                      | 200  | 404  | 403     | 404    | 404    | 404          | 404
building_head                                           | 200  | 200  | 200     | 200    | 200    | 403          | 403
building_head of another building                       | 200  | 404  | 403     | 404    | 404    | 404          | 404
owners_committee                                        | 200  | 200  | 403     | 403    | 403    | 403          | 403
property company                                        | 200  | 200  | 403     | 403    | 403    | 403          | 403
property_staff of another estate                        | 200  | 404  | 403     | 404    | 404    | 404          | 404
grid_worker, grid_worker who handled                    | 200  | 404  | 403     | 404    | 404    | 404          | 404
grid_chief, grid_chief who handled                      | 200  | 404  | 403     | 404    | 404    | 404          | 404
grid_worker of another grid, grid_chief of another grid | 200  | 404  | 403     | 404    | 404    | 404          | 404
grid_specialist, grid_specialist of another grid        | 200  | 404  | 403     | 404    | 404    | 404          | 404
community_staff, community_staff who handled            | 200  | 200  | 403     | 403    | 403    | 200          | 403
community_secretary, residents_committee                | 200  | 200  | 403     | 403    | 403    | 200          | 403
subdistrict_staff, district_staff                       | 200  | 200  | 403     | 403    | 403    | 403          | 403
auditor, administrator                                  | 200  | 404  | 403     | 404    | 404    | 404          | 404
the other community                                     | 200  | 404  | 403     | 404    | 404    | 404          | 404`,
}
