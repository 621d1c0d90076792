import { actOnGrantEndpoint, listGrantsEndpoint, proposeGrantEndpoint, type GrantAct } from '#core/people'
import type { Role } from '#core/permissions'
import { acts, calls, type Chapter, type MatrixCall } from './call'
import type { Stage } from './stage'

type Where = (place: Stage['place']) => { regionId: string; placeId: string }

const inCommunity =
  (key: 'buildingId' | 'estateId' | 'gridId' | 'communityId'): Where =>
  ({ community }) => ({ regionId: community.communityId, placeId: community[key] })
const inSubdistrict: Where = ({ subdistrictId }) => ({ regionId: subdistrictId, placeId: subdistrictId })
const inDistrict: Where = ({ districtId }) => ({ regionId: districtId, placeId: districtId })

function grant(role: Role, where: Where): MatrixCall {
  return acts(proposeGrantEndpoint)(async (stage) => {
    const { regionId, placeId } = where(stage.place)
    const personCode = await stage.personCode()
    const body = {
      personCode,
      role,
      placeId,
      officialName: '新来的',
      endsAt: '2027-11-18T00:00:00.000Z',
      evidence: '任用文件 12 号',
    }
    return { params: { regionId }, body }
  })
}

function answer(act: GrantAct, role: Role, where: Where, proposedAs: Role): MatrixCall {
  return acts(actOnGrantEndpoint)(async (stage) => {
    const { regionId, placeId } = where(stage.place)
    const grantId = await stage.grant({
      role,
      regionId,
      placeId,
      proposedAs,
      state: act === 'end' ? 'granted' : 'proposed',
    })
    return { params: { regionId, grantId }, body: { act, reason: '查过了' } }
  })
}

/** domain.md 3, column "granted by", in a community. Councils are elected, agency officers and volunteers come later: by nobody. */
export const GRANTS_IN_COMMUNITIES: Chapter = {
  about: 'who grants an office in a community',
  columns: {
    building_head: grant('building_head', inCommunity('buildingId')),
    owners_committee: grant('owners_committee', inCommunity('estateId')),
    property_staff: grant('property_staff', inCommunity('estateId')),
    grid_worker: grant('grid_worker', inCommunity('gridId')),
    grid_chief: grant('grid_chief', inCommunity('gridId')),
    grid_specialist: grant('grid_specialist', inCommunity('gridId')),
    community_staff: grant('community_staff', inCommunity('communityId')),
    committee: grant('residents_committee', inCommunity('communityId')),
    secretary: grant('community_secretary', inCommunity('communityId')),
    volunteer: grant('volunteer', inCommunity('communityId')),
    council: grant('council_member', inCommunity('buildingId')),
    officer: grant('agency_officer', inCommunity('communityId')),
  },
  table: `
                                  | building_head | owners_committee | property_staff | grid_worker | grid_chief | grid_specialist | community_staff | committee | secretary | volunteer | council | officer
nobody                            | 401           | 401              | 401            | 401         | 401        | 401             | 401             | 401       | 401       | 401       | 401     | 401
property lead                     | 403           | 403              | 200            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
community_staff                   | 200           | 200              | 403            | 200         | 200        | 403             | 403             | 403       | 403       | 403       | 403     | 403
community_staff who handled       | 200           | 200              | 403            | 200         | 200        | 403             | 403             | 403       | 403       | 403       | 403     | 403
community_secretary               | 403           | 403              | 200            | 200         | 200        | 403             | 200             | 403       | 403       | 403       | 403     | 403
subdistrict_staff                 | 403           | 403              | 403            | 403         | 403        | 200             | 403             | 200       | 200       | 403       | 403     | 403
district_staff                    | 403           | 403              | 403            | 403         | 403        | 200             | 403             | 403       | 403       | 403       | 403     | 403
administrator, auditor            | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
visitor, the reporter, the asker  | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
resident of the home, neighbour   | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
resident elsewhere, building_head | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
building_head of another building | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
owners_committee, property_staff  | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
property_staff of another estate  | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
grid_worker, grid_worker who handled, grid_worker of another grid | 403 | 403 | 403       | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
grid_chief, grid_chief who handled, grid_chief of another grid    | 403 | 403 | 403       | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
grid_specialist, grid_specialist of another grid                  | 403 | 403 | 403       | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
residents_committee               | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403
the other community               | 403           | 403              | 403            | 403         | 403        | 403             | 403             | 403       | 403       | 403       | 403     | 403`,
}

const REST = [
  'visitor, the reporter, the asker, resident of the home, neighbour, resident elsewhere',
  'building_head, building_head of another building, owners_committee, property_staff, property_staff of another estate',
  'grid_worker, grid_worker who handled, grid_worker of another grid, grid_chief, grid_chief who handled, grid_chief of another grid',
  'grid_specialist, grid_specialist of another grid, residents_committee, auditor, the other community',
].join(', ')

/** The same above the community: two persons of two offices (district staff and an administrator), proposed by either. */
export const GRANTS_ABOVE: Chapter = {
  about: 'who grants an office above the community, and who sees which list',
  columns: {
    list: calls(listGrantsEndpoint)(({ place }) => ({ params: { regionId: place.districtId }, query: {} })),
    subdistrict_staff: grant('subdistrict_staff', inSubdistrict),
    district_staff: grant('district_staff', inDistrict),
    auditor: grant('auditor', inDistrict),
    administrator: grant('administrator', inDistrict),
  },
  table: `
                                                            | list | subdistrict_staff | district_staff | auditor | administrator
nobody                                                      | 401  | 401               | 401            | 401     | 401
district_staff                                              | 200  | 200               | 200            | 200     | 403
administrator                                               | 200  | 200               | 200            | 200     | 200
property lead, community_secretary, subdistrict_staff       | 200  | 403               | 403            | 403     | 403
community_staff, community_staff who handled                | 200  | 403               | 403            | 403     | 403
${REST} | 200  | 403               | 403            | 403     | 403`,
}

/**
 * The second person, and ending. A grant is between those who give it, the secretary and the administrator (403: sees it,
 * but it isn't theirs to answer); everyone else finds nothing (404).
 */
export const GRANT_ACTS: Chapter = {
  about: 'confirming, refusing and ending an office',
  columns: {
    'confirm property': answer('confirm', 'property_staff', inCommunity('estateId'), 'property_staff'),
    'refuse property': answer('refuse', 'property_staff', inCommunity('estateId'), 'property_staff'),
    'confirm subdistrict': answer('confirm', 'subdistrict_staff', inSubdistrict, 'administrator'),
    'confirm district': answer('confirm', 'district_staff', inDistrict, 'district_staff'),
    'confirm auditor': answer('confirm', 'auditor', inCommunity('communityId'), 'administrator'),
    'confirm administrator': answer('confirm', 'administrator', inDistrict, 'administrator'),
    'end worker': answer('end', 'grid_worker', inCommunity('gridId'), 'community_staff'),
    'end staff': answer('end', 'community_staff', inCommunity('communityId'), 'community_secretary'),
    'end secretary': answer('end', 'community_secretary', inCommunity('communityId'), 'subdistrict_staff'),
  },
  table: `
                             | confirm property | refuse property | confirm subdistrict | confirm district | confirm auditor | confirm administrator | end worker | end staff | end secretary
nobody                       | 401              | 401             | 401                 | 401              | 401             | 401                   | 401        | 401       | 401
community_staff              | 200              | 200             | 404                 | 404              | 404             | 404                   | 200        | 404       | 404
community_staff who handled  | 200              | 200             | 404                 | 404              | 404             | 404                   | 200        | 404       | 404
property lead                | 403              | 403             | 404                 | 404              | 404             | 404                   | 404        | 404       | 404
community_secretary          | 403              | 403             | 404                 | 404              | 403             | 404                   | 200        | 200       | 403
subdistrict_staff            | 404              | 404             | 404                 | 404              | 404             | 404                   | 404        | 404       | 200
district_staff               | 404              | 404             | 200                 | 403              | 200             | 200                   | 404        | 404       | 404
administrator                | 403              | 403             | 403                 | 200              | 403             | 200                   | 403        | 403       | 403
${REST}                      | 404              | 404             | 404                 | 404              | 404             | 404                   | 404        | 404       | 404`,
}
