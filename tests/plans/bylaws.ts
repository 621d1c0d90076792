import { listBylawsEndpoint, readBylawEndpoint } from '#core/votes'
import { bylawInForce } from '#server/votes/bylaws/bylaw-in-force'
import { bylawOf, placeOf } from '../builders/big-district'
import type { AreaPlans } from './look'

export const bylawPlans: AreaPlans = {
  reads: {
    'bylaws, for a resident': ({ pages, params, resident }) =>
      pages(listBylawsEndpoint, resident, { params, query: {} }),
    'bylaws, for staff': ({ pages, params, staff }) =>
      pages(listBylawsEndpoint, staff, { params, query: {} }),
    'one set of bylaws': ({ ok, params, resident, community }) =>
      ok(readBylawEndpoint, resident, { params: { ...params, bylawId: bylawOf(community, 1) } }),
    'bylaws in force at a building': ({ db, params: { communityId }, community }) =>
      bylawInForce(db, {
        communityId,
        jurisdiction: [communityId, placeOf(community, 1), placeOf(community, 2)],
      }),
  },
}
