import { PAGE_SIZE } from '#core/contract'
import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import { COUNT_CAP, listMyMattersEndpoint, readDeskEndpoint, readHomeEndpoint } from '#core/matters'
import { listMembershipsEndpoint, readMeEndpoint } from '#core/people'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { manyRows, type ManyRows } from './many-rows'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

const ROWS = 45
let server: TestServer
let place: Neighbourhood
let rows: ManyRows
let resident: SignedInPerson
let worker: SignedInPerson

beforeEach(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  rows = manyRows(server, place)
  resident = await place.resident(place.community.homeId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
afterEach(() => server.close())

/** What nobody asked for here: a longer time to grant, a place to look at again. */
const NONE = { to_grant: 0, to_reinspect: 0 }

const here = () => ({ communityId: place.community.communityId })

it('has no next page after exactly one full page', async () => {
  await rows.messages(PAGE_SIZE, resident.personId)
  const first = await server.ok(listInboxEndpoint, { as: resident.token, params: here(), query: {} })
  expect([first.items.length, first.nextCursor]).toEqual([PAGE_SIZE, null])
})

it('counts up to one more than is shown', async () => {
  const counts = async () => {
    const home = await server.ok(readHomeEndpoint, { as: worker.token, params: here(), query: {} })
    const shown = await server.ok(readDeskEndpoint, {
      as: worker.token,
      params: here(),
      query: { list: 'mine' },
    })
    const inbox = await server.ok(listInboxEndpoint, { as: worker.token, params: here(), query: {} })
    const me = await server.ok(readMeEndpoint, { as: worker.token })
    return { desk: [home.desk, shown.counts], unread: [home.unread, inbox.unread, me.communities[0]?.unread] }
  }
  const states = ['submitted', 'in_progress', 'resolved'] as const
  for (const state of states) await rows.matters(COUNT_CAP, { reporterId: resident.personId, state })
  await rows.messages(COUNT_CAP, worker.personId)
  const full = { unassigned: COUNT_CAP, mine: COUNT_CAP, to_verify: COUNT_CAP, ...NONE }
  expect(await counts()).toEqual({ desk: [full, full], unread: Array(3).fill(COUNT_CAP) })

  for (const state of states) await rows.matters(30, { reporterId: resident.personId, state })
  const last = (await rows.messages(30, worker.personId)).pop() ?? ''
  const capped = { unassigned: COUNT_CAP + 1, mine: COUNT_CAP + 1, to_verify: COUNT_CAP + 1, ...NONE }
  expect(await counts()).toEqual({ desk: [capped, capped], unread: Array(3).fill(COUNT_CAP + 1) })

  const read = (andOlder: boolean) =>
    server.ok(markInboxReadEndpoint, { as: worker.token, params: here(), body: { itemId: last, andOlder } })
  expect([(await read(false)).unread, (await read(true)).unread]).toEqual([COUNT_CAP + 1, 0])
})

it('brings the counts of the desk with its first page only', async () => {
  await rows.matters(ROWS, { reporterId: resident.personId })
  const ask = (cursor?: string) =>
    server.ok(readDeskEndpoint, { as: worker.token, params: here(), query: { list: 'unassigned', cursor } })
  const first = await ask()
  expect(first.counts).toEqual({ unassigned: ROWS, mine: 0, to_verify: 0, ...NONE })
  expect((await ask(first.nextCursor ?? '')).counts).toBeNull()
})

it('shows of messages, reports and homes only one’s own', async () => {
  const other = await place.resident(place.community.otherHomeId)
  await rows.messages(3, resident.personId)
  await rows.matters(3, { reporterId: resident.personId })
  const inbox = await server.ok(listInboxEndpoint, { as: other.token, params: here(), query: {} })
  const mine = await server.ok(listMyMattersEndpoint, { as: other.token, params: here(), query: {} })
  const query = { list: 'household' as const }
  const household = await server.ok(listMembershipsEndpoint, { as: other.token, params: here(), query })
  expect([inbox.items, inbox.unread, mine.items, household.items]).toEqual([[], 0, [], []])
})
