import {
  actOnMatterEndpoint,
  listFeedEndpoint,
  listMyMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  type Level,
  type MatterState,
  type PersonAct,
  type TeamKind,
} from '#core/matters'
import { acts, calls, type Chapter, type MatrixCall } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/**
 * domain.md 3 and 5. Residents follow what happens around them; who works here has a desk; a role that isn't named for
 * handling may do what a visitor may. A resident reports at once, anybody else with the door code of the place.
 */
const MATTERS: Chapter = {
  about: 'seeing and reporting matters',
  columns: {
    home: calls(readHomeEndpoint)((stage) => ({ params: here(stage), query: {} })),
    feed: calls(listFeedEndpoint)((stage) => ({ params: here(stage), query: {} })),
    mine: calls(listMyMattersEndpoint)((stage) => ({ params: here(stage), query: {} })),
    desk: calls(readDeskEndpoint)((stage) => ({ params: here(stage), query: { list: 'unassigned' } })),
    read: calls(readMatterEndpoint)(async (stage) => ({
      params: { ...here(stage), matterId: await stage.matter({ state: 'acknowledged' }) },
    })),
    teams: calls(listTeamsEndpoint)(async (stage) => ({
      params: { ...here(stage), matterId: await stage.matter({ state: 'acknowledged' }) },
    })),
    report: acts(reportMatterEndpoint)((stage) => ({
      params: here(stage),
      body: { placeId: stage.place.community.buildingId, serviceCode: 'door', title: '门关不上' },
    })),
    'with code': acts(reportMatterEndpoint)(async (stage) => ({
      params: here(stage),
      body: {
        placeId: stage.place.community.buildingId,
        doorCode: await stage.doorCode(),
        serviceCode: 'door',
        title: '门关不上',
      },
    })),
  },
  table: `
                                         | home | feed | mine | desk | read | teams | report | with code
nobody                                   | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
visitor, the asker                       | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
the reporter                             | 403  | 403  | 200  | 403  | 200  | 403   | 403    | 200
resident of the home, neighbour          | 200  | 200  | 200  | 403  | 200  | 403   | 200    | 200
resident elsewhere                       | 200  | 200  | 200  | 403  | 200  | 403   | 200    | 200
building_head                            | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
building_head of another building        | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
owners_committee, residents_committee    | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
property_staff, property lead            | 200  | 403  | 200  | 200  | 404  | 404   | 403    | 200
property_staff of another estate         | 200  | 403  | 200  | 200  | 404  | 404   | 403    | 200
grid_worker, grid_worker who handled     | 200  | 200  | 200  | 200  | 200  | 403   | 403    | 200
grid_worker of another grid              | 200  | 200  | 200  | 200  | 404  | 404   | 403    | 200
grid_chief, grid_chief who handled       | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 200
grid_chief of another grid               | 200  | 200  | 200  | 200  | 404  | 404   | 403    | 200
grid_specialist                          | 200  | 200  | 200  | 200  | 200  | 403   | 403    | 200
grid_specialist of another grid          | 200  | 200  | 200  | 200  | 404  | 404   | 403    | 200
community_staff                          | 200  | 200  | 200  | 200  | 200  | 403   | 403    | 200
community_staff who handled              | 200  | 200  | 200  | 200  | 200  | 403   | 403    | 200
community_secretary                      | 200  | 200  | 200  | 403  | 200  | 403   | 403    | 200
subdistrict_staff, district_staff        | 200  | 200  | 200  | 403  | 200  | 403   | 403    | 200
auditor, administrator                   | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
the other community                      | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200`,
}

function act(
  name: PersonAct,
  state: MatterState,
  { level = 'grid', lead = 'grid' }: { level?: Level; lead?: TeamKind } = {},
): MatrixCall {
  return acts(actOnMatterEndpoint)(async (stage) => {
    const matterId = await stage.matter({
      state,
      level,
      ...(['submitted', 'acknowledged'].includes(state) ? {} : { lead }),
    })
    const { gridId, communityId } = stage.place.community
    const team =
      level === 'grid'
        ? { kind: 'grid' as const, placeId: gridId }
        : { kind: 'community' as const, placeId: communityId }
    return {
      params: { ...here(stage), matterId },
      body: {
        act: name,
        revision: 1,
        note: '看过了',
        ...(name === 'assign' ? { team } : {}),
        ...(name === 'resolve' ? { outcome: 'fixed' as const } : {}),
      },
    }
  })
}

const allActs = (options: { level: Level; lead: TeamKind }): Record<string, MatrixCall> => ({
  acknowledge: act('acknowledge', 'submitted', options),
  decline: act('decline', 'submitted', options),
  assign: act('assign', 'acknowledged', options),
  start: act('start', 'assigned', options),
  resolve: act('resolve', 'in_progress', options),
  confirm: act('confirm', 'resolved', options),
  dispute: act('dispute', 'resolved', options),
  passed: act('verify_passed', 'resolved', options),
  failed: act('verify_failed', 'resolved', options),
})

/** domain.md 5, a matter that the grid holds and its team handles; domain.md 3: who handled it never verifies it. */
const ACTS_AT_GRID_LEVEL: Chapter = {
  about: 'acts on a matter that a grid holds and handles',
  columns: allActs({ level: 'grid', lead: 'grid' }),
  table: `
                                         | acknowledge | decline | assign | start | resolve | confirm | dispute | passed | failed
nobody                                   | 401         | 401     | 401    | 401   | 401     | 401     | 401     | 401    | 401
visitor, the asker                       | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
the reporter                             | 403         | 403     | 403    | 403   | 403     | 200     | 200     | 403    | 403
resident of the home, neighbour          | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
resident elsewhere                       | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
building_head                            | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
building_head of another building        | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
owners_committee, residents_committee    | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
property_staff, property lead            | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
property_staff of another estate         | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_worker                              | 200         | 403     | 403    | 200   | 200     | 403     | 403     | 200    | 200
grid_worker who handled                  | 200         | 403     | 403    | 200   | 200     | 403     | 403     | 403    | 403
grid_worker of another grid              | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_chief                               | 200         | 200     | 200    | 200   | 200     | 403     | 403     | 200    | 200
grid_chief who handled                   | 200         | 200     | 200    | 200   | 200     | 403     | 403     | 403    | 403
grid_chief of another grid               | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_specialist                          | 403         | 403     | 403    | 200   | 200     | 403     | 403     | 403    | 403
grid_specialist of another grid          | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
community_staff                          | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 200    | 200
community_staff who handled              | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
community_secretary                      | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
subdistrict_staff, district_staff        | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
auditor, administrator                   | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
the other community                      | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404`,
}

/** The same held and handled by the community: triage is its staff's alone; the grid team may still verify. */
const ACTS_AT_COMMUNITY_LEVEL: Chapter = {
  about: 'acts on a matter that the community holds and handles',
  columns: allActs({ level: 'community', lead: 'community' }),
  table: `
                                         | acknowledge | decline | assign | start | resolve | confirm | dispute | passed | failed
nobody                                   | 401         | 401     | 401    | 401   | 401     | 401     | 401     | 401    | 401
visitor, the asker                       | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
the reporter                             | 403         | 403     | 403    | 403   | 403     | 200     | 200     | 403    | 403
resident of the home, neighbour          | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
resident elsewhere                       | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
building_head                            | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
building_head of another building        | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
owners_committee, residents_committee    | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
property_staff, property lead            | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
property_staff of another estate         | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_worker                              | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 200    | 200
grid_worker who handled                  | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
grid_worker of another grid              | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_chief                               | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 200    | 200
grid_chief who handled                   | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
grid_chief of another grid               | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
grid_specialist                          | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
grid_specialist of another grid          | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
community_staff                          | 200         | 200     | 200    | 200   | 200     | 403     | 403     | 200    | 200
community_staff who handled              | 200         | 200     | 200    | 200   | 200     | 403     | 403     | 403    | 403
community_secretary                      | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
subdistrict_staff, district_staff        | 403         | 403     | 403    | 403   | 403     | 403     | 403     | 403    | 403
auditor, administrator                   | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404
the other community                      | 404         | 404     | 404    | 404   | 404     | 404     | 404     | 404    | 404`,
}

const BY_PROPERTY = { level: 'community', lead: 'property' } as const

/** domain.md 3, row `property_staff`: handles what is assigned to the property company of its estate, and no more. */
const ACTS_OF_PROPERTY: Chapter = {
  about: 'acts on a matter that the property company handles',
  columns: {
    read: calls(readMatterEndpoint)(async (stage) => ({
      params: { ...here(stage), matterId: await stage.matter({ state: 'assigned', ...BY_PROPERTY }) },
    })),
    start: act('start', 'assigned', BY_PROPERTY),
    resolve: act('resolve', 'in_progress', BY_PROPERTY),
    reassign: act('assign', 'in_progress', BY_PROPERTY),
    passed: act('verify_passed', 'resolved', BY_PROPERTY),
  },
  table: `
                                         | read | start | resolve | reassign | passed
nobody                                   | 401  | 401   | 401     | 401      | 401
visitor, the asker                       | 404  | 404   | 404     | 404      | 404
the reporter                             | 200  | 403   | 403     | 403      | 403
resident of the home, neighbour          | 200  | 403   | 403     | 403      | 403
resident elsewhere                       | 200  | 403   | 403     | 403      | 403
building_head                            | 404  | 404   | 404     | 404      | 404
building_head of another building        | 404  | 404   | 404     | 404      | 404
owners_committee, residents_committee    | 404  | 404   | 404     | 404      | 404
property_staff, property lead            | 200  | 200   | 200     | 403      | 403
property_staff of another estate         | 404  | 404   | 404     | 404      | 404
grid_worker                              | 200  | 403   | 403     | 403      | 200
grid_worker who handled                  | 200  | 403   | 403     | 403      | 403
grid_worker of another grid              | 404  | 404   | 404     | 404      | 404
grid_chief                               | 200  | 403   | 403     | 403      | 200
grid_chief who handled                   | 200  | 403   | 403     | 403      | 403
grid_chief of another grid               | 404  | 404   | 404     | 404      | 404
grid_specialist                          | 200  | 403   | 403     | 403      | 403
grid_specialist of another grid          | 404  | 404   | 404     | 404      | 404
community_staff                          | 200  | 403   | 403     | 200      | 200
community_staff who handled              | 200  | 403   | 403     | 200      | 403
community_secretary                      | 200  | 403   | 403     | 403      | 403
subdistrict_staff, district_staff        | 200  | 403   | 403     | 403      | 403
auditor, administrator                   | 404  | 404   | 404     | 404      | 404
the other community                      | 404  | 404   | 404     | 404      | 404`,
}

export const MATTER_CHAPTERS: readonly Chapter[] = [
  MATTERS,
  ACTS_AT_GRID_LEVEL,
  ACTS_AT_COMMUNITY_LEVEL,
  ACTS_OF_PROPERTY,
]
