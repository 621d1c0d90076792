import {
  actOnMatterEndpoint,
  listFeedEndpoint,
  readDeskEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  type MatterView,
  type PersonAct,
} from '#core/matters'
import { listInboxEndpoint } from '#core/inbox'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
let place: Neighbourhood
let reporter: SignedInPerson
let chief: SignedInPerson
let worker: SignedInPerson
let staff: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  reporter = await place.resident(place.community.homeId, { name: '阿梅' })
  chief = await place.inOffice('grid_chief', place.community.gridId, { name: '陈国强' })
  worker = await place.inOffice('grid_worker', place.community.gridId, { name: '张师傅' })
  staff = await place.inOffice('community_staff', place.community.communityId, { name: '王敏' })
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })

function report(by: SignedInPerson): Promise<MatterView> {
  const { buildingId: placeId } = place.community
  return server.ok(reportMatterEndpoint, {
    as: by.token,
    params: params(),
    body: { placeId, serviceCode: 'stair_lamp', title: '楼道灯不亮' },
  })
}

function act(
  by: SignedInPerson,
  matter: MatterView,
  name: PersonAct,
  more: object = {},
): Promise<MatterView> {
  return server.ok(actOnMatterEndpoint, {
    as: by.token,
    params: { ...params(), matterId: matter.matterId },
    body: { act: name, revision: matter.revision, ...more },
  })
}

it('goes from a report over a dispute to the reporter saying it is solved', async () => {
  let matter = await report(reporter)
  expect(matter).toMatchObject({ state: 'submitted', level: 'grid', acts: [] })
  matter = await act(chief, matter, 'acknowledge')
  matter = await act(chief, matter, 'assign', { team: { kind: 'grid', placeId: place.community.gridId } })
  matter = await act(worker, matter, 'start')
  expect(matter.leadName).toBe('张师傅（网格员）')
  matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了灯头' })
  matter = await act(reporter, matter, 'dispute', { note: '晚上还是不亮' })
  expect(matter.state).toBe('in_progress')
  matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了整只灯' })
  matter = await act(reporter, matter, 'confirm')
  expect(matter).toMatchObject({ state: 'closed', closedBy: 'confirm', acts: [] })
  expect(matter.timeline.map((entry) => entry.act)).toEqual([
    'submit',
    'acknowledge',
    'assign',
    'start',
    'resolve',
    'dispute',
    'resolve',
    'confirm',
  ])
  const inbox = await server.ok(listInboxEndpoint, { as: reporter.token, params: params(), query: {} })
  expect(inbox.items.map(({ kind }) => kind)).toEqual([
    'matter_result',
    'matter_result',
    'matter_progress',
    'matter_progress',
    'matter_progress',
  ])
})

it('shows neighbours what it is about and not what the reporter wrote', async () => {
  const matter = await report(reporter)
  const neighbour = await place.resident(place.community.otherHomeId)
  const seen = await server.ok(readMatterEndpoint, {
    as: neighbour.token,
    params: { ...params(), matterId: matter.matterId },
  })
  expect(seen).toMatchObject({ title: '楼道灯的事', text: null, wordsShown: false })
  const feed = await server.ok(listFeedEndpoint, { as: neighbour.token, params: params(), query: {} })
  expect(JSON.stringify(feed)).not.toContain('楼道灯不亮')
  expect(feed.items[0]?.matterId).toBe(matter.matterId)
})

it('lists on the desk what waits for somebody', async () => {
  const matter = await report(reporter)
  const desk = await server.ok(readDeskEndpoint, {
    as: chief.token,
    params: params(),
    query: { list: 'unassigned' },
  })
  expect(desk.items.map(({ matterId }) => matterId)).toContain(matter.matterId)
  const ofStaff = await server.ok(readDeskEndpoint, {
    as: staff.token,
    params: params(),
    query: { list: 'unassigned' },
  })
  expect(ofStaff.items.map(({ matterId }) => matterId)).not.toContain(matter.matterId)
})

it('lists for staff of another grid nothing that they could not open', async () => {
  const matter = await report(reporter)
  const elsewhere = await place.inOffice('grid_worker', place.community.otherGridId)
  const feed = await server.ok(listFeedEndpoint, { as: elsewhere.token, params: params(), query: {} })
  expect(feed.items.map(({ matterId }) => matterId)).not.toContain(matter.matterId)
})
