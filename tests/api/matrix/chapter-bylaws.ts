import {
  actOnBylawEndpoint,
  listBylawsEndpoint,
  readBylawEndpoint,
  recordBylawEndpoint,
  type BylawAct,
  type BylawState,
} from '#core/votes'
import { newId } from '#server/platform/db/index'
import { manyBylaws } from '../../builders/bylaws'
import { waitingPhotos } from '../many-proxies'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

/** Bylaws of the estate, in which an owners' committee is in office; by somebody who is nobody of the cast. */
async function one(stage: Stage, state: BylawState, by?: 'owners_committee') {
  const { communityId, estateId, gridId } = stage.place.community
  const personId = by ? personOf(stage, by) : (await stage.place.person()).personId
  const { districtId, subdistrictId } = stage.place
  const at = { communityId, at: stage.server.clock.now }
  const [bylawId = ''] = await manyBylaws(stage.server.db, at, 1, {
    recorded_by: personId,
    state,
    place_id: newId(),
    jurisdiction: [districtId, subdistrictId, communityId, estateId, gridId],
  })
  return { communityId, bylawId }
}

const acting = (state: BylawState, act: BylawAct, reason?: string, by?: 'owners_committee') =>
  acts(actOnBylawEndpoint)(async (stage) => ({
    params: await one(stage, state, by),
    body: { act, ...(reason ? { reason } : {}) },
  }))

/** With photos of the one who may. */
const recording = (placeIn: (stage: Stage) => string, by: 'owners_committee' | 'residents_committee') =>
  acts(recordBylawEndpoint)(async (stage) => {
    const photoIds = await waitingPhotos(stage.server, here(stage), personOf(stage, by))
    const words = { title: '议事规则', clause: '没交票的不算', adoptedOn: '2026-05-10' }
    return { params: here(stage), body: { placeId: placeIn(stage), ...words, photoIds } }
  })

/**
 * domain.md 7: recorded by the owners' committee, where there is none by the residents' committee; a second official, the
 * secretary, puts them in force; until then who recorded them takes them back. Everybody who lives in the community reads them, but for those that were refused.
 */
export const BYLAWS: Chapter = {
  about: 'bylaws',
  columns: {
    list: calls(listBylawsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    waiting: calls(readBylawEndpoint)(async (stage) => ({ params: await one(stage, 'recorded') })),
    refused: calls(readBylawEndpoint)(async (stage) => ({ params: await one(stage, 'refused') })),
    'record, estate': recording(({ place }) => place.community.estateId, 'owners_committee'),
    elsewhere: recording(({ otherEstateId }) => otherEstateId, 'residents_committee'),
    confirm: acting('recorded', 'put_in_force'),
    refuse: acting('recorded', 'refuse', '看不清'),
    'take back': acting('recorded', 'take_back', undefined, 'owners_committee'),
    end: acting('in_force', 'end', '废止了'),
  },
  table: `
                                                        | list | waiting | refused | record, estate | elsewhere | confirm | refuse | take back | end
nobody                                                  | 401  | 401     | 401     | 401            | 401       | 401     | 401    | 401       | 401
visitor, the reporter, the asker                        | 200  | 404     | 404     | 403            | 403       | 404     | 404    | 404       | 404
resident of the home, neighbour, resident elsewhere     | 200  | 200     | 404     | 403            | 403       | 403     | 403    | 403       | 403
building_head, building_head of another building        | 200  | 200     | 404     | 403            | 403       | 403     | 403    | 403       | 403
owners_committee                                        | 200  | 200     | 200     | 200            | 403       | 403     | 403    | 200       | 200
property company, property_staff of another estate      | 200  | 404     | 404     | 403            | 403       | 404     | 404    | 404       | 404
grid_worker, grid_worker who handled                    | 200  | 200     | 200     | 403            | 403       | 403     | 403    | 403       | 403
grid_chief, grid_chief who handled                      | 200  | 200     | 200     | 403            | 403       | 403     | 403    | 403       | 403
grid_worker of another grid, grid_chief of another grid | 200  | 200     | 404     | 403            | 403       | 403     | 403    | 403       | 403
grid_specialist, grid_specialist of another grid        | 200  | 404     | 404     | 403            | 403       | 404     | 404    | 404       | 404
community_staff, community_staff who handled            | 200  | 200     | 200     | 403            | 403       | 403     | 403    | 403       | 403
community_secretary                                     | 200  | 200     | 200     | 403            | 403       | 200     | 200    | 403       | 200
residents_committee                                     | 200  | 200     | 200     | 403            | 200       | 403     | 403    | 403       | 403
subdistrict_staff, district_staff, auditor              | 200  | 200     | 200     | 403            | 403       | 403     | 403    | 403       | 403
administrator                                           | 200  | 404     | 404     | 403            | 403       | 404     | 404    | 404       | 404
the other community                                     | 200  | 404     | 404     | 403            | 403       | 404     | 404    | 404       | 404`,
}
