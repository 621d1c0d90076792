import {
  changeGridEndpoint,
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  dissolveGridEndpoint,
  issueDoorCodeEndpoint,
  listCoveragesEndpoint,
  movePlacesEndpoint,
  printDoorCodesEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  takeBackDissolutionEndpoint,
  takeBackMoveEndpoint,
} from '#core/places'
import { putsOnRecord } from '../../tests/builders/on-record'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'

let server: TestServer
let place: Neighbourhood
let admin: SignedInPerson
let secretary: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  admin = await place.inOffice('administrator', place.districtId, { community: null })
  secretary = await place.inOffice('community_secretary', place.community.communityId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })

const { leavesOne } = putsOnRecord(() => server.db)

it('every change of places leaves one entry, in the chain of its region', async () => {
  const as = admin.token
  const by = { person_id: admin.personId, role: 'administrator' }
  const here = { ...by, community_id: place.community.communityId }
  await leavesOne(
    () =>
      server.ok(createRegionEndpoint, {
        as,
        params: { regionId: place.subdistrictId },
        body: { kind: 'community', name: '丙社区' },
      }),
    { ...by, act: 'region.create', community_id: place.subdistrictId },
    ({ regionId }) => regionId,
  )
  const building = await leavesOne(
    () =>
      server.ok(createPlaceEndpoint, {
        as,
        params: params(),
        body: { parentId: null, kind: 'building', name: '9号楼' },
      }),
    { ...here, act: 'place.create' },
    ({ placeId }) => placeId,
  )
  await leavesOne(
    () =>
      server.ok(createGridEndpoint, {
        as,
        params: params(),
        body: { kind: 'grid', name: '第三网格', covers: [building.placeId] },
      }),
    { ...here, act: 'grid.create' },
    ({ placeId }) => placeId,
  )
  const { code } = await leavesOne(
    () => server.ok(issueDoorCodeEndpoint, { as, params: { ...params(), placeId: building.placeId } }),
    { ...here, act: 'door_code.issue' },
    ({ placeId }) => placeId,
  )
  const at = { ...params(), placeId: building.placeId }
  const fresh = await leavesOne(
    () => server.ok(replaceDoorCodeEndpoint, { as, params: { ...at, code } }),
    { ...here, act: 'door_code.replace' },
    () => building.placeId,
  )
  await leavesOne(
    () => server.ok(printDoorCodesEndpoint, { as, params: at, body: { layout: 'cut' } }),
    { ...here, act: 'door_code.print' },
    () => building.placeId,
  )
  await leavesOne(
    () =>
      server.ok(revokeDoorCodeEndpoint, {
        as,
        params: { ...params(), placeId: building.placeId, code: fresh.code },
      }),
    { ...here, act: 'door_code.revoke' },
    () => building.placeId,
  )
})

it('every act of arranging grids leaves one entry, by the secretary too', async () => {
  const as = secretary.token
  const here = { person_id: secretary.personId, role: 'community_secretary' }
  const make = (body: {
    name: string
    kind: 'grid' | 'functional_grid'
    purpose?: string
    endsAt?: string
  }) => server.ok(createGridEndpoint, { as, params: params(), body: { ...body, covers: [] } })
  const basic = (await make({ kind: 'grid', name: '待撤' })).placeId
  const endsAt = '2027-03-01T00:00:00.000Z'
  const functional = (await make({ kind: 'functional_grid', name: '过冬', purpose: '送暖', endsAt })).placeId
  const from = '2027-01-01'
  await leavesOne(
    () =>
      server.ok(movePlacesEndpoint, {
        as,
        params: params(),
        body: { placeIds: [place.community.otherBuildingId], gridId: basic, from },
      }),
    { ...here, act: 'grid.move' },
    () => basic,
  )
  await leavesOne(
    () =>
      server.ok(dissolveGridEndpoint, {
        as,
        params: { ...params(), gridId: basic },
        body: { from, successorId: place.community.otherGridId },
      }),
    { ...here, act: 'grid.dissolve' },
    ({ gridId }) => gridId,
  )
  await leavesOne(
    () => server.ok(takeBackDissolutionEndpoint, { as, params: { ...params(), gridId: basic } }),
    { ...here, act: 'grid.take_back_dissolution' },
    ({ gridId }) => gridId,
  )
  const { items } = await server.ok(listCoveragesEndpoint, {
    as,
    params: { ...params(), gridId: basic },
    query: {},
  })
  await leavesOne(
    () =>
      server.ok(takeBackMoveEndpoint, {
        as,
        params: { ...params(), gridId: basic, coverageId: items[0]?.coverageId as string },
      }),
    { ...here, act: 'grid.take_back_move' },
    () => basic,
  )
  await leavesOne(
    () =>
      server.ok(changeGridEndpoint, {
        as,
        params: { ...params(), gridId: functional },
        body: { purpose: '扫雪', endsAt },
      }),
    { ...here, act: 'grid.change' },
    ({ gridId }) => gridId,
  )
})
