import {
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  listMembershipsEndpoint,
  readMembershipEndpoint,
  type MembershipAct,
  type MembershipState,
} from '#core/people'
import { acts, calls, type Chapter, type MatrixCall } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

function act(name: MembershipAct, state: MembershipState): MatrixCall {
  return acts(actOnMembershipEndpoint)(async (stage) => ({
    params: { ...here(stage), membershipId: await stage.membership(state) },
    body: { act: name, reason: '请看一下' },
  }))
}

/**
 * domain.md 3, row `resident`: confirmed by building head, grid worker or community staff, or an existing adult member of
 * the home; nobody confirms their own; existing members are told and may object. That someone asked is their own affair:
 * whoever doesn't decide it, not even the secretary or the next door, finds nothing (404).
 */
export const MEMBERSHIPS: Chapter = {
  about: 'being bound to a home',
  columns: {
    ask: acts(askForHomeEndpoint)(async (stage) => ({
      params: here(stage),
      body: { homeId: await stage.emptyHome(), relation: 'tenant', isAdult: true },
    })),
    list: calls(listMembershipsEndpoint)((stage) => ({ params: here(stage), query: { list: 'to_decide' } })),
    read: calls(readMembershipEndpoint)(async (stage) => ({
      params: { ...here(stage), membershipId: await stage.membership('asked') },
    })),
    confirm: act('confirm', 'asked'),
    refuse: act('refuse', 'asked'),
    withdraw: act('withdraw', 'asked'),
    object: act('object', 'asked'),
    uphold: act('uphold', 'objected'),
    dismiss: act('dismiss', 'objected'),
    leave: act('leave', 'confirmed'),
    end: act('end', 'confirmed'),
  },
  table: `
                                  | ask | list | read | confirm | refuse | withdraw | object | uphold | dismiss | leave | end
nobody                            | 401 | 401  | 401  | 401     | 401    | 401      | 401    | 401    | 401     | 401   | 401
the asker                         | 200 | 200  | 200  | 403     | 403    | 200      | 403    | 403    | 403     | 200   | 403
resident of the home              | 200 | 200  | 200  | 200     | 200    | 403      | 200    | 403    | 403     | 403   | 200
building_head                     | 200 | 200  | 200  | 200     | 200    | 403      | 403    | 403    | 403     | 403   | 200
grid_worker                       | 200 | 200  | 200  | 200     | 200    | 403      | 403    | 403    | 403     | 403   | 200
grid_worker who handled           | 200 | 200  | 200  | 200     | 200    | 403      | 403    | 403    | 403     | 403   | 200
community_staff                   | 200 | 200  | 200  | 200     | 200    | 403      | 403    | 200    | 200     | 403   | 200
community_staff who handled       | 200 | 200  | 200  | 200     | 200    | 403      | 403    | 200    | 200     | 403   | 200
visitor, the reporter             | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
neighbour, resident elsewhere     | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
building_head of another building | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
owners_committee                  | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
property_staff, property lead     | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
property_staff of another estate  | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
grid_worker of another grid       | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
grid_chief, grid_chief who handled| 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
grid_chief of another grid        | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
grid_specialist                   | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
grid_specialist of another grid   | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
community_secretary               | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
residents_committee               | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
subdistrict_staff, district_staff | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
auditor, administrator            | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404
the other community               | 200 | 200  | 404  | 404     | 404    | 404      | 404    | 404    | 404     | 404   | 404`,
}
