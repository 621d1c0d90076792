import { sql, Kysely, PostgresDialect, type LogEvent } from 'kysely'
import { isWrite, type Endpoint } from '#core/contract'
import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import {
  actOnMatterEndpoint,
  listFeedEndpoint,
  listMyMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
} from '#core/matters'
import {
  actOnGrantEndpoint,
  actOnMembershipEndpoint,
  askForHomeEndpoint,
  listGrantsEndpoint,
  listMembershipsEndpoint,
  listSessionsEndpoint,
  proposeGrantEndpoint,
  readMeEndpoint,
  readMembershipEndpoint,
} from '#core/people'
import {
  listCommunitiesEndpoint,
  listDoorCodesEndpoint,
  listPlacesEndpoint,
  openDoorCodeEndpoint,
  readPlaceEndpoint,
} from '#core/places'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { sealEntries } from '#server/audit/index'
import { forgetOld } from '#server/platform/forget-old'
import { startTestServer, type CallInput, type TestServer } from '../../../tests/api/test-server'
import {
  busyResidentOf,
  fillBigDistrict,
  idOf,
  officerOf,
  placeOf,
  signInTo,
} from '../../../tests/builders/big-district'
import { planOf, troublesOf } from '../../../tests/postgres/plans'

jest.setTimeout(120_000)

const NOW = new Date('2026-11-18T02:00:00.000Z')

/** Asks nothing of these tables, or only where a demo was born. */
const ELSEWHERE = ['/demo/persons']
const looked = new Set<string>()

let server: TestServer
const heard: { sql: string; parameters: readonly unknown[] }[] = []

beforeAll(async () => {
  server = await startTestServer()
  await fillBigDistrict(server.db)
  const log = ({ query }: LogEvent) => {
    heard.push({ sql: query.sql, parameters: query.parameters })
  }
  server.parts.db = new Kysely({ dialect: new PostgresDialect({ pool: server.pool }), log })
})
afterAll(() => server.close())

/** Everything that was asked of the database while something was done; each statement is explained. */
async function troublesWhile(work: () => Promise<unknown>): Promise<string[]> {
  heard.length = 0
  await work()
  const asked = heard.splice(0).filter(({ sql: text }) => !/^(begin|commit|rollback|set)/i.test(text))
  expect(asked.length).toBeGreaterThan(0)
  const troubles: string[] = []
  for (const { sql: text, parameters } of asked) {
    const plan = await planOf(server.pool, text, parameters)
    troubles.push(...troublesOf(plan).map((trouble) => `${trouble}: ${text.replace(/\s+/g, ' ')}`))
  }
  return troubles
}

const tokens = new Map<string, Promise<string>>()
function tokenOf(personId: string): Promise<string> {
  if (!tokens.has(personId)) tokens.set(personId, signInTo(server.db, personId, NOW))
  return tokens.get(personId) as Promise<string>
}

/** The first page of a list and, where there is one, the second. */
async function firstPages<E extends Endpoint>(
  endpoint: E,
  personId: string,
  input: CallInput<E>,
): Promise<void> {
  looked.add(endpoint.path)
  const as = await tokenOf(personId)
  const { nextCursor } = (await server.ok(endpoint, { ...input, as })) as { nextCursor?: string | null }
  if (!nextCursor) return
  const query = { ...(input.query as object), cursor: nextCursor } as CallInput<E>['query']
  await server.ok(endpoint, { ...input, as, query })
}

describe.each([
  ['the biggest community', 1],
  ['a small one', 7],
])('in %s', (_name, community) => {
  const params = { communityId: idOf('community', community) }
  const resident = busyResidentOf(community)
  const staff = officerOf(community, 'staff')
  const chief = officerOf(community, 'chief')
  const worker = officerOf(community, 'worker')
  const property = officerOf(community, 'property')
  const head = officerOf(community, 'head')

  const reads: [string, () => Promise<unknown>][] = [
    ['the feed of the community', () => firstPages(listFeedEndpoint, resident, { params, query: {} })],
    [
      'the feed of a building',
      () => firstPages(listFeedEndpoint, resident, { params, query: { placeId: placeOf(community, 3) } }),
    ],
    [
      'what a busy resident reported',
      () => firstPages(listMyMattersEndpoint, resident, { params, query: {} }),
    ],
    ['the first screen of a resident', () => firstPages(readHomeEndpoint, resident, { params, query: {} })],
    ['the first screen of staff', () => firstPages(readHomeEndpoint, staff, { params, query: {} })],
    ['the inbox', () => firstPages(listInboxEndpoint, resident, { params, query: {} })],
    ['me', () => firstPages(readMeEndpoint, resident, {})],
    ['my sessions', () => firstPages(listSessionsEndpoint, resident, { query: {} })],
    ['the communities', () => firstPages(listCommunitiesEndpoint, resident, { query: {} })],
    ['places of the community', () => firstPages(listPlacesEndpoint, resident, { params, query: {} })],
    [
      'homes of an entrance',
      () => firstPages(listPlacesEndpoint, resident, { params, query: { parentId: placeOf(community, 11) } }),
    ],
    [
      'a place',
      () =>
        firstPages(readPlaceEndpoint, resident, { params: { ...params, placeId: placeOf(community, 40) } }),
    ],
    [
      'the door codes of a place',
      () =>
        firstPages(listDoorCodesEndpoint, staff, {
          params: { ...params, placeId: placeOf(community, 10) },
          query: {},
        }),
    ],
    [
      'the grants',
      () => firstPages(listGrantsEndpoint, staff, { params: { regionId: params.communityId }, query: {} }),
    ],
    ...([staff, worker, head, resident] as const).flatMap((person, index) =>
      (['mine', 'to_decide', 'household'] as const).map((list): [string, () => Promise<unknown>] => [
        `memberships ${list} of ${['staff', 'a grid worker', 'a building head', 'a resident'][index]}`,
        () => firstPages(listMembershipsEndpoint, person, { params, query: { list } }),
      ]),
    ),
    ...([staff, chief, worker, property] as const).flatMap((person, index) =>
      (['unassigned', 'mine', 'to_verify'] as const).map((list): [string, () => Promise<unknown>] => [
        `the desk ${list} of ${['staff', 'a grid chief', 'a grid worker', 'property staff'][index]}`,
        () => firstPages(readDeskEndpoint, person, { params, query: { list } }),
      ]),
    ),
  ]

  it.each(reads)('%s is found by its index and comes in order', async (_what, read) => {
    expect(await troublesWhile(read)).toEqual([])
  })

  it('reporting, handling and answering look up by index', async () => {
    const work = async () => {
      const body = { placeId: placeOf(community, 3), serviceCode: 'pipe', title: '下水道返味' } as const
      const made = await server.ok(reportMatterEndpoint, { as: await tokenOf(resident), params, body })
      const matter = { ...params, matterId: made.matterId }
      await firstPages(readMatterEndpoint, staff, { params: matter })
      const acknowledge = { act: 'acknowledge', revision: made.revision } as const
      await server.ok(actOnMatterEndpoint, { as: await tokenOf(staff), params: matter, body: acknowledge })
      looked.add(listTeamsEndpoint.path)
      const { items } = await server.ok(listTeamsEndpoint, { as: await tokenOf(staff), params: matter })
      const [team] = items
      const assign = {
        act: 'assign',
        revision: 2,
        team: { kind: team!.kind, placeId: team!.placeId },
      } as const
      await server.ok(actOnMatterEndpoint, { as: await tokenOf(staff), params: matter, body: assign })
    }
    expect(await troublesWhile(work)).toEqual([])
  })

  it('asking for a home, deciding and granting look up by index', async () => {
    const newcomer = officerOf(community, 'property')
    const work = async () => {
      const body = { homeId: placeOf(community, 40), relation: 'tenant', isAdult: true } as const
      const asked = await server.ok(askForHomeEndpoint, { as: await tokenOf(newcomer), params, body })
      const membership = { ...params, membershipId: asked.membershipId }
      await firstPages(readMembershipEndpoint, staff, { params: membership })
      await server.ok(actOnMembershipEndpoint, {
        as: await tokenOf(staff),
        params: membership,
        body: { act: 'confirm' },
      })
      const proposal = {
        personCode: `P${community * 100 + 60}`,
        role: 'grid_worker',
        placeId: placeOf(community, 94),
        officialName: '李明',
        endsAt: '2027-06-01T00:00:00.000Z',
        evidence: '任用文件',
      } as const
      const region = { regionId: params.communityId }
      const granted = await server.ok(proposeGrantEndpoint, {
        as: await tokenOf(staff),
        params: region,
        body: proposal,
      })
      const end = { act: 'end', reason: '调走了' } as const
      await server.ok(actOnGrantEndpoint, {
        as: await tokenOf(staff),
        params: { ...region, grantId: granted.grantId },
        body: end,
      })
    }
    expect(await troublesWhile(work)).toEqual([])
  })

  it('marking the inbox as read looks up by index', async () => {
    const as = await tokenOf(resident)
    const { items } = await server.ok(listInboxEndpoint, { as, params, query: {} })
    const body = { itemId: items[0]!.itemId, andOlder: true }
    expect(await troublesWhile(() => server.ok(markInboxReadEndpoint, { as, params, body }))).toEqual([])
  })
})

describe('what runs by itself', () => {
  it('seals what is new without reading what is sealed', async () => {
    expect(await troublesWhile(() => sealEntries(server.parts.db))).toEqual([])
  })

  it('forgets what is old by its age', async () => {
    expect(await troublesWhile(() => forgetOld(server.parts.db, NOW))).toEqual([])
  })

  it('opens a door code by the code', async () => {
    const as = await tokenOf(busyResidentOf(1))
    const params = { code: '1X3'.padStart(26, '0') }
    looked.add(openDoorCodeEndpoint.path)
    expect(await troublesWhile(() => server.ok(openDoorCodeEndpoint, { as, params }))).toEqual([])
  })
})

it('a query that reads a whole table, or sorts more than a page, would be found', async () => {
  const { db } = server.parts
  expect(
    await troublesWhile(() => db.selectFrom('matters').select('title').where('title', '=', 'x').execute()),
  ).toEqual([expect.stringMatching(/^reads all of matters/)])
  const sorting = () =>
    sql`select title from matters where community_id = ${idOf('community', 1)} order by title limit 5`.execute(
      db,
    )
  expect((await troublesWhile(sorting)).join()).toMatch(/sorts \d+ rows/)
})

it('every read that the contract has was looked at', () => {
  const reads = ALL_ENDPOINTS.filter((endpoint) => !isWrite(endpoint)).map(({ path }) => path)
  expect(reads.filter((path) => !looked.has(path) && !ELSEWHERE.includes(path))).toEqual([])
})
