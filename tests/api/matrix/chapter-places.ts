import {
  changeGridEndpoint,
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  dissolveGridEndpoint,
  issueDoorCodeEndpoint,
  listCommunitiesEndpoint,
  listCoveragesEndpoint,
  listDoorCodesEndpoint,
  listGridsEndpoint,
  listPlacesEndpoint,
  movePlacesEndpoint,
  openDoorCodeEndpoint,
  printDoorCodesEndpoint,
  readGridEndpoint,
  readPlaceEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  takeBackDissolutionEndpoint,
  takeBackMoveEndpoint,
} from '#core/places'
import { newId } from '#server/platform/db/index'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })
const building = (stage: Stage) => ({ ...here(stage), placeId: stage.place.community.buildingId })
const name = () => `新${newId().slice(-12)}`

/**
 * domain.md 2 and 3: the tree is public to whoever is signed in, so that a visitor can say where they live or what they
 * scanned; the administrator makes places. Door codes: the administrator and the community's staff.
 */
export const PLACES: Chapter = {
  about: 'places, grids and door codes',
  columns: {
    communities: calls(listCommunitiesEndpoint)(() => ({ query: {} })),
    places: calls(listPlacesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    place: calls(readPlaceEndpoint)((stage) => ({ params: building(stage) })),
    'open code': calls(openDoorCodeEndpoint)(async (stage) => ({ params: { code: await stage.doorCode() } })),
    'new region': acts(createRegionEndpoint)(({ place }) => ({
      params: { regionId: place.subdistrictId },
      body: { kind: 'community', name: name() },
    })),
    'new place': acts(createPlaceEndpoint)((stage) => ({
      params: here(stage),
      body: { parentId: stage.place.community.buildingId, kind: 'entrance', name: name() },
    })),
    'new grid': acts(createGridEndpoint)(async (stage) => ({
      params: here(stage),
      body: { kind: 'grid', name: name(), covers: [await stage.building()] },
    })),
    'issue code': acts(issueDoorCodeEndpoint)((stage) => ({ params: building(stage) })),
    codes: calls(listDoorCodesEndpoint)((stage) => ({ params: building(stage), query: {} })),
    'revoke code': acts(revokeDoorCodeEndpoint)(async (stage) => ({
      params: { ...building(stage), code: await stage.doorCode() },
    })),
  },
  table: `
                                  | communities | places | place | open code | new region | new place | new grid | issue code | codes | revoke code
nobody                            | 401         | 401    | 401   | 401       | 401        | 401       | 401      | 401        | 401   | 401
visitor, the reporter, the asker  | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
resident of the home              | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
neighbour, resident elsewhere     | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
building_head                     | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
building_head of another building | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
owners_committee                  | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
property_staff, property lead     | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
property_staff of another estate  | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_worker                       | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_worker who handled           | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_worker of another grid       | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_chief, grid_chief who handled| 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_chief of another grid        | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_specialist                   | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
grid_specialist of another grid   | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
community_staff                   | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 200        | 200   | 200
community_staff who handled       | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 200        | 200   | 200
community_secretary               | 200         | 200    | 200   | 200       | 403        | 403       | 200      | 403        | 403   | 403
residents_committee               | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
subdistrict_staff, district_staff | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
auditor                           | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403
administrator                     | 200         | 200    | 200   | 200       | 200        | 200       | 200      | 200        | 200   | 200
the other community               | 200         | 200    | 200   | 200       | 403        | 403       | 403      | 403        | 403   | 403`,
}

const grid = async (stage: Stage, kind: 'grid' | 'functional_grid' = 'grid') => ({
  ...here(stage),
  gridId: await stage.grid(kind),
})

/** docs/adr/0017: administrator and secretary arrange grids, the community's staff see what covers what; door codes as above. */
export const GRIDS: Chapter = {
  about: 'grids in time, and sheets of door codes',
  columns: {
    grids: calls(listGridsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    grid: calls(readGridEndpoint)(async (stage) => ({ params: await grid(stage) })),
    covers: calls(listCoveragesEndpoint)(async (stage) => ({ params: await grid(stage), query: {} })),
    move: acts(movePlacesEndpoint)(async (stage) => ({
      params: here(stage),
      body: { placeIds: [await stage.building()], gridId: await stage.grid('grid'), from: '2027-01-01' },
    })),
    dissolve: acts(dissolveGridEndpoint)(async (stage) => ({
      params: await grid(stage),
      body: { from: '2027-01-01', successorId: null },
    })),
    stay: acts(takeBackDissolutionEndpoint)(async (stage) => {
      const params = await grid(stage)
      await stage.server.db
        .updateTable('places')
        .set({ ends_at: new Date('2027-01-01T00:00:00.000Z') })
        .where('place_id', '=', params.gridId)
        .execute()
      return { params }
    }),
    'stay there': acts(takeBackMoveEndpoint)(async (stage) => {
      const params = { ...(await grid(stage)), coverageId: newId() }
      await stage.server.db
        .insertInto('grid_coverages')
        .values({
          community_id: params.communityId,
          coverage_id: params.coverageId,
          grid_id: params.gridId,
          place_id: await stage.building(),
          kind: 'grid',
          starts_at: new Date('2027-01-01T00:00:00.000Z'),
        })
        .execute()
      return { params }
    }),
    change: acts(changeGridEndpoint)(async (stage) => ({
      params: await grid(stage, 'functional_grid'),
      body: { purpose: '过冬', endsAt: '2027-03-01T00:00:00.000Z' },
    })),
    print: acts(printDoorCodesEndpoint)((stage) => ({ params: building(stage), body: { layout: 'cut' } })),
    replace: acts(replaceDoorCodeEndpoint)(async (stage) => ({
      params: { ...building(stage), code: await stage.doorCode() },
    })),
  },
  table: `
                                  | grids | grid | covers | move | dissolve | stay | stay there | change | print | replace
nobody                            | 401   | 401  | 401    | 401  | 401      | 401  | 401        | 401    | 401   | 401
visitor, the reporter, the asker  | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
resident of the home              | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
neighbour, resident elsewhere     | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
building_head                     | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
building_head of another building | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
owners_committee                  | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
property_staff, property lead     | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
property_staff of another estate  | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_worker                       | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_worker who handled           | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_worker of another grid       | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_chief, grid_chief who handled| 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_chief of another grid        | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_specialist                   | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
grid_specialist of another grid   | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
community_staff                   | 200   | 200  | 200    | 403  | 403      | 403  | 403        | 403    | 200   | 200
community_staff who handled       | 200   | 200  | 200    | 403  | 403      | 403  | 403        | 403    | 200   | 200
community_secretary               | 200   | 200  | 200    | 200  | 200      | 200  | 200        | 200    | 403   | 403
residents_committee               | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
subdistrict_staff, district_staff | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
auditor                           | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403
administrator                     | 200   | 200  | 200    | 200  | 200      | 200  | 200        | 200    | 200   | 200
the other community               | 403   | 403  | 403    | 403  | 403      | 403  | 403        | 403    | 403   | 403`,
}
