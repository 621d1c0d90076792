import { PAGE_SIZE } from '#core/contract'
import { listInboxEndpoint } from '#core/inbox'
import { listFeedEndpoint, listMyMattersEndpoint, readDeskEndpoint } from '#core/matters'
import { listGrantsEndpoint, listMembershipsEndpoint, listSessionsEndpoint } from '#core/people'
import { listCommunitiesEndpoint, listDoorCodesEndpoint, listPlacesEndpoint } from '#core/places'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { manyRows, type ManyRows } from './many-rows'
import { fieldsOf } from './schema-walker'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let place: Neighbourhood
let rows: ManyRows
let resident: SignedInPerson
let worker: SignedInPerson
let staff: SignedInPerson
let admin: SignedInPerson

beforeEach(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  rows = manyRows(server, place)
  resident = await place.resident(place.community.homeId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
  staff = await place.inOffice('community_staff', place.community.communityId)
  admin = await place.inOffice('administrator', place.districtId, { community: null })
})
afterEach(() => server.close())

const here = () => ({ communityId: place.community.communityId })
const ROWS = 45
const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}号楼`)

interface Page {
  ids: string[]
  nextCursor: string | null
}

/** A list: how one of its pages is asked for, how rows get into it, and how more arrive while somebody reads. */
interface List {
  endpoint: { path: string }
  page(cursor: string | undefined): Promise<Page>
  /** 45 rows, as the list should show them. */
  fill(): Promise<string[]>
  arrive(): Promise<unknown>
}

const page = async <Item>(
  asked: Promise<{ items: Item[]; nextCursor: string | null }>,
  idOf: (item: Item) => string,
): Promise<Page> => {
  const { items, nextCursor } = await asked
  return { ids: items.map(idOf), nextCursor }
}
const newestFirst = async (made: Promise<string[]>) => (await made).reverse()

const LISTS: Record<string, List> = {
  'places, by name with numbers as numbers': {
    endpoint: listPlacesEndpoint,
    page: (cursor) => {
      const query = { parentId: place.community.estateId, cursor }
      return page(
        server.ok(listPlacesEndpoint, { as: resident.token, params: here(), query }),
        (item) => item.placeId,
      )
    },
    fill: () => rows.places(names(101, 145)),
    arrive: () => rows.places(['0号楼', '110号楼甲', '999号楼'].map((name) => `${name}${Math.random()}`)),
  },
  'grids, by name': {
    endpoint: listPlacesEndpoint,
    page: (cursor) => {
      const query = { grids: 'true' as const, cursor }
      return page(
        server.ok(listPlacesEndpoint, { as: resident.token, params: here(), query }),
        (item) => item.placeId,
      )
    },
    fill: () => rows.grids(names(101, 145)),
    arrive: () => rows.grids(['0号楼', '110号楼甲', '999号楼'].map((name) => `${name}${Math.random()}`)),
  },
  'communities, by name': {
    endpoint: listCommunitiesEndpoint,
    page: (cursor) =>
      page(
        server.ok(listCommunitiesEndpoint, { as: resident.token, query: { cursor } }),
        (item) => item.communityId,
      ),
    fill: () =>
      rows.communities(Array.from({ length: ROWS }, (_, index) => `社区${String(index).padStart(3, '0')}`)),
    arrive: () =>
      rows.communities(['社区010甲', '阿社区', '龙社区'].map((name) => `${name}${Math.random()}`)),
  },
  'what I reported, newest first': {
    endpoint: listMyMattersEndpoint,
    page: (cursor) =>
      page(
        server.ok(listMyMattersEndpoint, { as: resident.token, params: here(), query: { cursor } }),
        (item) => item.matterId,
      ),
    fill: () => newestFirst(rows.matters(ROWS, { reporterId: resident.personId })),
    arrive: () => rows.matters(3, { reporterId: resident.personId }),
  },
  'the feed of a building, newest first': {
    endpoint: listFeedEndpoint,
    page: (cursor) => {
      const query = { placeId: place.community.buildingId, cursor }
      return page(
        server.ok(listFeedEndpoint, { as: resident.token, params: here(), query }),
        (item) => item.matterId,
      )
    },
    fill: () => newestFirst(rows.matters(ROWS, { reporterId: resident.personId })),
    arrive: () => rows.matters(3, { reporterId: resident.personId }),
  },
  'the desk: nobody has it, what waits longest first': desk('unassigned', 'submitted'),
  'the desk: in my hands': desk('mine', 'in_progress'),
  'the desk: to be verified': desk('to_verify', 'resolved'),
  'my messages, newest first': {
    endpoint: listInboxEndpoint,
    page: (cursor) =>
      page(
        server.ok(listInboxEndpoint, { as: resident.token, params: here(), query: { cursor } }),
        (item) => item.itemId,
      ),
    fill: () => newestFirst(rows.messages(ROWS, resident.personId)),
    arrive: () => rows.messages(3, resident.personId),
  },
  'homes I asked for': {
    endpoint: listMembershipsEndpoint,
    page: memberships('mine', () => worker.token),
    fill: () => newestFirst(askFor(ROWS)),
    arrive: () => askFor(3),
  },
  'requests that wait for my word': {
    endpoint: listMembershipsEndpoint,
    page: memberships('to_decide', () => worker.token),
    fill: () => newestFirst(moveIn(ROWS, 'asked')),
    arrive: () => moveIn(3, 'asked'),
  },
  'who lives with me': {
    endpoint: listMembershipsEndpoint,
    page: memberships('household', () => resident.token),
    fill: () => newestFirst(moveIn(ROWS, 'confirmed')),
    arrive: () => moveIn(3, 'confirmed'),
  },
  'offices, newest first': {
    endpoint: listGrantsEndpoint,
    page: grants(() => admin.token),
    fill: () => newestFirst(rows.grants(ROWS)),
    arrive: () => rows.grants(3),
  },
  'door codes, newest first, those of one moment by code': {
    endpoint: listDoorCodesEndpoint,
    page: (cursor) => {
      const params = { ...here(), placeId: place.community.buildingId }
      return page(
        server.ok(listDoorCodesEndpoint, { as: staff.token, params, query: { cursor } }),
        (item) => item.code,
      )
    },
    fill: async () => {
      const earlier = await rows.doorCodes(30, new Date('2026-11-01T00:00:00.000Z'))
      const later = await rows.doorCodes(ROWS - 30, new Date('2026-11-02T00:00:00.000Z'))
      return [...later.sort(), ...earlier.sort()]
    },
    arrive: () => rows.doorCodes(3, new Date('2026-11-03T00:00:00.000Z')),
  },
  'where I am signed in, newest first': {
    endpoint: listSessionsEndpoint,
    page: (cursor) =>
      page(
        server.ok(listSessionsEndpoint, { as: resident.token, query: { cursor } }),
        (item) => item.sessionId,
      ),
    fill: () => newestFirst(rows.sessions(ROWS, resident.personId)),
    arrive: () => rows.sessions(3, resident.personId),
  },
}

function desk(
  list: 'unassigned' | 'mine' | 'to_verify',
  state: 'submitted' | 'in_progress' | 'resolved',
): List {
  return {
    endpoint: readDeskEndpoint,
    page: (cursor) =>
      page(
        server.ok(readDeskEndpoint, { as: worker.token, params: here(), query: { list, cursor } }),
        (item) => item.matterId,
      ),
    fill: () => rows.matters(ROWS, { reporterId: resident.personId, state }),
    arrive: () => rows.matters(3, { reporterId: resident.personId, state }),
  }
}

function memberships(list: 'mine' | 'to_decide' | 'household', token: () => string) {
  return (cursor: string | undefined) =>
    page(
      server.ok(listMembershipsEndpoint, { as: token(), params: here(), query: { list, cursor } }),
      (item) => item.membershipId,
    )
}

function grants(token: () => string) {
  return (cursor: string | undefined) =>
    page(
      server.ok(listGrantsEndpoint, {
        as: token(),
        params: { regionId: place.community.communityId },
        query: { cursor },
      }),
      (item) => item.grantId,
    )
}

async function askFor(count: number): Promise<string[]> {
  const homes = await rows.homes(count)
  return rows.memberships(
    homes.map((homeId) => ({ homeId, personId: worker.personId })),
    'asked',
  )
}

async function moveIn(count: number, state: 'asked' | 'confirmed'): Promise<string[]> {
  const persons = await rows.persons(count)
  return rows.memberships(
    persons.map((personId) => ({ personId, homeId: place.community.homeId })),
    state,
  )
}

/** Reads to the end; with `arriving`, new rows come in before every further page. */
async function readAll(list: List, arriving: boolean): Promise<Page[]> {
  const pages = [await list.page(undefined)]
  for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages[pages.length - 1]?.nextCursor) {
    if (arriving) await list.arrive()
    pages.push(await list.page(cursor))
    if (pages.length > 10) throw new Error('The list never ends')
  }
  return pages
}

const idsOf = (pages: Page[]) => pages.flatMap(({ ids }) => ids)

it('walks every list of the contract', () => {
  const paged = ALL_ENDPOINTS.filter(({ query }) => fieldsOf(query).some(({ path }) => path[0] === 'cursor'))
  const walked = new Set(Object.values(LISTS).map(({ endpoint }) => endpoint.path))
  expect(paged.map(({ path }) => path).filter((path) => !walked.has(path))).toEqual([])
})

describe.each(Object.entries(LISTS))('%s', (_name, list) => {
  it('is read in pages without gap or repeat, while new rows arrive', async () => {
    const there = idsOf(await readAll(list, false))
    const filled = await list.fill()
    const quiet = await readAll(list, false)
    expect(quiet.map(({ ids }) => ids.length)).toEqual(pageSizes(ROWS + there.length))
    expect(idsOf(quiet).filter((id) => !there.includes(id))).toEqual(filled)

    const busy = idsOf(await readAll(list, true))
    expect(busy.filter((id) => filled.includes(id))).toEqual(filled)
    expect(new Set(busy).size).toBe(busy.length)
  })
})

const pageSizes = (count: number): number[] =>
  Array.from({ length: Math.ceil(count / PAGE_SIZE) }, (_, index) =>
    Math.min(PAGE_SIZE, count - index * PAGE_SIZE),
  )

it('shows of offices only those one may see, and still ends', async () => {
  await rows.grants(ROWS)
  const seen = idsOf(
    await readAll({ ...LISTS['offices, newest first'], page: grants(() => staff.token) } as List, false),
  )
  const all = idsOf(
    await readAll({ ...LISTS['offices, newest first'], page: grants(() => admin.token) } as List, false),
  )
  const nobodys = idsOf(
    await readAll({ ...LISTS['offices, newest first'], page: grants(() => resident.token) } as List, false),
  )
  expect([seen.length < all.length, seen.length >= ROWS / 3, nobodys]).toEqual([true, true, []])
})
