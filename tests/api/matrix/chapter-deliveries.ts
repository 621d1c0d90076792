import {
  actOnDeliveryEndpoint,
  listDeliveriesEndpoint,
  recordDeliveryEndpoint,
  type DeliveryAct,
} from '#core/votes'
import { manyDeliveries, silent } from '../many-deliveries'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, oneVote, personOf, voteOf } from './votes-on-stage'

/** That the ballot reached the resident's home, as the grid worker recorded it; the building's head convenes. */
async function oneDelivery(stage: Stage) {
  const { communityId, voteId, homeVoter } = await voteOf(stage, silent())
  const [deliveryId = ''] = await manyDeliveries(stage.server, here(stage), voteId, {
    byPersonId: personOf(stage, 'grid_worker'),
    voterIds: [homeVoter],
  })
  return { communityId, voteId, deliveryId }
}

const acting = (act: DeliveryAct, reason?: string) =>
  acts(actOnDeliveryEndpoint)(async (stage) => ({
    params: await oneDelivery(stage),
    body: { act, ...(reason ? { reason } : {}) },
  }))

const recording = (how: 'posted' | 'acknowledged') =>
  acts(recordDeliveryEndpoint)(async (stage) => {
    const { communityId, voteId, homeVoter } = await voteOf(stage, silent())
    return {
      params: { communityId, voteId },
      body: { voterId: homeVoter, how, ...(how === 'posted' ? { number: 'XA1' } : {}) },
    }
  })

/**
 * domain.md 7: silence counts only with a proof of delivery per voter. Who convenes and who goes from door to door records
 * it; who votes for that voter says that it came or did not; who recorded it or convenes takes a wrong one back.
 */
export const DELIVERIES: Chapter = {
  about: 'deliveries of ballots',
  columns: {
    list: calls(listDeliveriesEndpoint)(async (stage) => ({
      params: await oneVote(stage, silent()),
      query: {},
    })),
    posted: recording('posted'),
    received: recording('acknowledged'),
    contest: acting('contest'),
    'take back': acting('take_back', '送错了门'),
  },
  table: `
                                                        | list | posted | received | contest | take back
nobody                                                  | 401  | 401    | 401      | 401     | 401
visitor, the reporter, the asker                        | 404  | 404    | 404      | 404     | 404
resident of the home                                    | 403  | 403    | 200      | 200     | 403
neighbour                                               | 403  | 403    | 403      | 404     | 404
resident elsewhere                                      | 404  | 404    | 404      | 404     | 404
building_head                                           | 200  | 200    | 403      | 403     | 200
building_head of another building                       | 404  | 404    | 404      | 404     | 404
owners_committee                                        | 200  | 200    | 403      | 403     | 403
property company, property_staff of another estate      | 404  | 404    | 404      | 404     | 404
grid_worker                                             | 200  | 200    | 403      | 403     | 200
grid_worker who handled                                 | 200  | 200    | 403      | 403     | 403
grid_chief, grid_chief who handled                      | 403  | 403    | 403      | 404     | 404
grid_worker of another grid, grid_chief of another grid | 404  | 404    | 404      | 404     | 404
grid_specialist, grid_specialist of another grid        | 404  | 404    | 404      | 404     | 404
community_staff, community_staff who handled            | 200  | 403    | 403      | 403     | 403
community_secretary                                     | 200  | 403    | 403      | 403     | 403
residents_committee                                     | 200  | 200    | 403      | 403     | 403
subdistrict_staff, district_staff                       | 403  | 403    | 403      | 404     | 404
auditor                                                 | 403  | 403    | 403      | 404     | 404
administrator                                           | 404  | 404    | 404      | 404     | 404
the other community                                     | 404  | 404    | 404      | 404     | 404`,
}
