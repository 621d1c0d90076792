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
  expect(matter).toMatchObject({ state: 'submitted', level: 'grid', acts: ['withdraw'] })
  matter = await act(chief, matter, 'acknowledge')
  matter = await act(chief, matter, 'assign', { team: { kind: 'grid', placeId: place.community.gridId } })
  matter = await act(worker, matter, 'start')
  expect(matter.leadName).toBe('张师傅（网格员）')
  matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了灯头' })
  matter = await act(reporter, matter, 'dispute', { note: '晚上还是不亮' })
  expect(matter.state).toBe('in_progress')
  matter = await act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了整只灯' })
  matter = await act(reporter, matter, 'confirm')
  expect(matter).toMatchObject({ state: 'closed', closedBy: 'confirm', acts: ['reopen'] })
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
  // One thing, one line: the newest of what was told about it, and how often.
  expect(inbox.items).toMatchObject([{ kind: 'matter_result', count: 5 }])
})

it('goes up after a second return, is put off, taken up again, merged and taken out of it', async () => {
  const { estateId } = place.community
  const secretary = await place.inOffice('community_secretary', place.community.communityId)
  const property = await place.inOffice('property_staff', estateId, { name: '刘师傅' })
  const team = { team: { kind: 'property', placeId: estateId } }
  const note = { note: '写一句为什么' }
  let matter = await act(chief, await report(reporter), 'acknowledge')
  for (let time = 0; time < 2; time += 1) {
    matter = await act(chief, matter, 'assign', team)
    matter = await act(property, matter, 'return', { ...note, legalBasis: '合同', proposedOwner: '供电' })
  }
  expect(matter).toMatchObject({ state: 'acknowledged', level: 'community' })
  matter = await act(staff, matter, 'assign', team)
  matter = await act(property, matter, 'start')
  matter = await act(property, matter, 'ask_deferral', { ...note, reviewOn: '2027-02-01' })
  matter = await act(secretary, matter, 'grant_deferral')
  expect(matter).toMatchObject({ state: 'deferred', reviewAt: '2027-01-31T16:00:00.000Z' })
  matter = await act(property, matter, 'resume')
  matter = await act(property, matter, 'resolve', { outcome: 'explained', note: '等改线' })
  matter = await act(reporter, matter, 'confirm')
  matter = await act(reporter, matter, 'reopen', note)
  expect(matter).toMatchObject({
    state: 'in_progress',
    leadName: expect.stringContaining('刘师傅') as string,
  })
  const twin = await report(await place.resident(place.community.neighbourHomeId))
  const merged = await act(chief, twin, 'merge', { intoMatterId: matter.matterId })
  expect(merged).toMatchObject({ state: 'merged', mergedInto: matter.matterId })
})

it('shows neighbours the words of who is verified, and the desk of staff the same', async () => {
  const matter = await report(reporter)
  const neighbour = await place.resident(place.community.otherHomeId)
  const seen = await server.ok(readMatterEndpoint, {
    as: neighbour.token,
    params: { ...params(), matterId: matter.matterId },
  })
  expect(seen).toMatchObject({ title: '楼道灯不亮', wordsShown: true, reporterName: null, mayJoin: true })
  const feed = await server.ok(listFeedEndpoint, { as: neighbour.token, params: params(), query: {} })
  expect(feed.items[0]).toMatchObject({ matterId: matter.matterId, title: '楼道灯不亮' })
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
