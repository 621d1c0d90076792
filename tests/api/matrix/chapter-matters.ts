import {
  deleteDeskFilterEndpoint,
  listDeskFiltersEndpoint,
  listFeedEndpoint,
  listMergeTargetsEndpoint,
  listMyMattersEndpoint,
  listSimilarMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  saveDeskFilterEndpoint,
  type StaffChannel,
} from '#core/matters'
import { newId } from '#server/platform/db/index'
import { acts, calls, type Chapter, type MatrixCall } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/**
 * domain.md 3 and 5. Residents follow what happens around them; who works here has a desk; a role that isn't named for
 * handling may do what a visitor may. A resident reports at once, anybody else with the door code of the place.
 */
export const MATTERS: Chapter = {
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
community_secretary                      | 200  | 200  | 200  | 200  | 200  | 403   | 403    | 200
subdistrict_staff, district_staff        | 200  | 200  | 200  | 403  | 200  | 403   | 403    | 200
auditor, administrator                   | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200
the other community                      | 403  | 403  | 200  | 403  | 404  | 404   | 403    | 200`,
}

async function filterOf({ server, place, persons }: Stage): Promise<string> {
  const filterId = newId()
  await server.db
    .insertInto('desk_filters')
    .values({
      community_id: place.community.communityId,
      person_id: persons.grid_worker.personId,
      filter_id: filterId,
      name: '灯',
      list: 'mine',
      service_code: 'stair_lamp',
    })
    .execute()
  return filterId
}

const recorded = (channel: StaffChannel): MatrixCall =>
  acts(reportMatterEndpoint)((stage) => ({
    params: here(stage),
    body: { placeId: stage.place.community.buildingId, serviceCode: 'door', title: '门关不上', channel },
  }))

/** domain.md 3 and 5: the grid's people record what they find, its workers and the community's staff what they are told. */
export const AT_THE_DESK: Chapter = {
  about: 'recording matters, finding the same ones, and narrowing the desk',
  columns: {
    patrol: recorded('patrol'),
    visit: recorded('visit'),
    phone: recorded('phone'),
    similar: calls(listSimilarMattersEndpoint)((stage) => ({
      params: here(stage),
      query: { placeId: stage.place.community.buildingId, serviceCode: 'door', title: '门关不上' },
    })),
    targets: calls(listMergeTargetsEndpoint)(async (stage) => ({
      params: { ...here(stage), matterId: await stage.matter({ state: 'acknowledged' }) },
    })),
    filters: calls(listDeskFiltersEndpoint)((stage) => ({ params: here(stage) })),
    save: calls(saveDeskFilterEndpoint)((stage) => ({
      params: here(stage),
      body: { name: '我的灯', list: 'mine' },
    })),
    forget: calls(deleteDeskFilterEndpoint)(async (stage) => ({
      params: { ...here(stage), filterId: await filterOf(stage) },
    })),
  },
  table: `
                                         | patrol | visit | phone | similar | targets | filters | save | forget
nobody                                   | 401    | 401   | 401   | 401     | 401     | 401     | 401  | 401
visitor, the asker                       | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404
the reporter                             | 403    | 403   | 403   | 403     | 403     | 403     | 403  | 404
residents                                | 403    | 403   | 403   | 200     | 403     | 403     | 403  | 404
building_head                            | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404
building_head of another building        | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404
owners_committee, residents_committee    | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404
property company                         | 403    | 403   | 403   | 403     | 404     | 200     | 200  | 404
property_staff of another estate         | 403    | 403   | 403   | 403     | 404     | 200     | 200  | 404
grid_worker                              | 200    | 200   | 200   | 200     | 403     | 200     | 200  | 200
grid_worker who handled                  | 200    | 200   | 200   | 200     | 403     | 200     | 200  | 404
grid_worker of another grid              | 403    | 403   | 403   | 200     | 404     | 200     | 200  | 404
grid_chief, grid_chief who handled       | 200    | 200   | 200   | 200     | 200     | 200     | 200  | 404
grid_chief of another grid               | 403    | 403   | 403   | 200     | 404     | 200     | 200  | 404
grid_specialist                          | 200    | 403   | 403   | 200     | 403     | 200     | 200  | 404
grid_specialist of another grid          | 403    | 403   | 403   | 200     | 404     | 200     | 200  | 404
community_staff                          | 403    | 200   | 200   | 200     | 403     | 200     | 200  | 404
community_staff who handled              | 403    | 200   | 200   | 200     | 403     | 200     | 200  | 404
community_secretary                      | 403    | 403   | 403   | 200     | 403     | 200     | 200  | 404
levels above                             | 403    | 403   | 403   | 200     | 403     | 403     | 403  | 404
auditor, administrator                   | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404
the other community                      | 403    | 403   | 403   | 403     | 404     | 403     | 403  | 404`,
}
