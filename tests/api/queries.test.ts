import { Client } from 'pg'
import { isWrite, type Endpoint } from '#core/contract'
import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import * as matters from '#core/matters'
import * as people from '#core/people'
import * as places from '#core/places'
import { ALL_ENDPOINTS } from '#server/endpoints'
import { createWechatClient } from '#server/platform/wechat/index'
import { startWechatServer, type WechatServer } from '../wechat/protocol-server'
import { buildBusybody, type Busybody } from './busybody'
import { manyRows, type ManyRows } from './many-rows'
import { startTestServer, type CallInput, type TestServer } from './test-server'

jest.setTimeout(60_000)

let server: TestServer
let wechat: WechatServer
let busy: Busybody
let rows: ManyRows
let statements: string[] = []

beforeAll(async () => {
  wechat = await startWechatServer()
  server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
  busy = await buildBusybody(server)
  rows = manyRows(server, busy.place)
  const query = Client.prototype.query
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...given: unknown[]) {
    const [first] = given
    statements.push(typeof first === 'string' ? first : (first as { text: string }).text)
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as never)
})
afterAll(async () => {
  jest.restoreAllMocks()
  await server.close()
  await wechat.close()
})

const WHO = 1 // the session
const HERE = 2 // the session, and the region with what the caller holds in it
const ONCE = 2 // the key taken, the answer kept under it
const ON_RECORD = 1 // the audit entry

interface Budget {
  endpoint: Endpoint
  /** SQL statements of one call, without begin and commit: what each of them is for stands beside it. */
  statements: number
  input?: () => object | Promise<object>
}

const here = () => ({ communityId: busy.ids.communityId })
const list = (endpoint: Endpoint, count: number, query: object = {}): Budget => ({
  endpoint,
  statements: count,
  input: () => ({ params: { ...busy.ids }, query }),
})

/** Lists and pages: the same number for one row and for twenty. */
const READS: Record<string, Budget> = {
  'demo persons': list(people.listDemoPersonsEndpoint, 1),
  me: list(people.readMeEndpoint, WHO + 2), // the person; communities with homes, offices, unread
  sessions: list(people.listSessionsEndpoint, WHO + 1),
  communities: list(places.listCommunitiesEndpoint, WHO + 1),
  'places of the community': list(places.listPlacesEndpoint, HERE + 1),
  'places below one': {
    ...list(places.listPlacesEndpoint, HERE + 2),
    input: () => ({ params: here(), query: { parentId: busy.ids.parentId } }),
  }, // the parent; its children
  grids: list(places.listPlacesEndpoint, HERE + 1, { grids: 'true' }),
  place: list(places.readPlaceEndpoint, HERE + 2), // the place; its grids
  'door code': list(places.openDoorCodeEndpoint, WHO + 4), // the code; community, place, grids
  'door codes': list(places.listDoorCodesEndpoint, HERE + 1),
  'my requests': list(people.listMembershipsEndpoint, HERE + 2, { list: 'mine' }), // rows; grids over their homes
  household: list(people.listMembershipsEndpoint, HERE + 2, { list: 'household' }),
  'requests to decide': list(people.listMembershipsEndpoint, HERE + 3, { list: 'to_decide' }), // what my grids cover; rows; grids
  request: list(people.readMembershipEndpoint, HERE + 2), // the row; its grids
  offices: list(people.listGrantsEndpoint, HERE + 2), // rows; whether the district has staff
  home: list(matters.readHomeEndpoint, HERE + 5), // my place; waiting, desk, feed, unread side by side
  feed: list(matters.listFeedEndpoint, HERE + 1),
  'my matters': list(matters.listMyMattersEndpoint, HERE + 1),
  'desk, unassigned': list(matters.readDeskEndpoint, HERE + 2, { list: 'unassigned' }), // rows; counts
  'desk, mine': list(matters.readDeskEndpoint, HERE + 2, { list: 'mine' }),
  'desk, to verify': list(matters.readDeskEndpoint, HERE + 2, { list: 'to_verify' }),
  matter: list(matters.readMatterEndpoint, HERE + 2), // the row; its timeline
  teams: list(matters.listTeamsEndpoint, HERE + 2), // the row; the teams
  inbox: list(listInboxEndpoint, HERE + 2), // rows; unread
}

const write = (endpoint: Endpoint, count: number, body: () => object | Promise<object>): Budget => ({
  endpoint,
  statements: count,
  input: async () => ({ params: { ...busy.ids }, body: await body() }),
})
const NEXT_YEAR = '2027-10-01T00:00:00.000Z'

/** Acts, each on something in a state that fits. */
const WRITES: Record<string, Budget> = {
  'sign in with WeChat, first time': write(people.signInWithWechatEndpoint, ONCE + 4, () => ({
    code: wechat.login('o-new'),
  })), // looked for; person, identity, session
  'sign in with WeChat, again': write(people.signInWithWechatEndpoint, ONCE + 2, () => ({
    code: wechat.login('o-new'),
  })), // found; session
  'sign in as demo person': write(people.signInAsDemoPersonEndpoint, ONCE + 2, () => ({
    personId: busy.ids.personId,
  })),
  'ask for a browser': write(people.askBrowserSignInEndpoint, ONCE + 1, () => ({})),
  'allow a browser': {
    endpoint: people.allowBrowserSignInEndpoint,
    statements: WHO + ONCE + 1,
    input: async () => ({ params: { code: (await server.ok(people.askBrowserSignInEndpoint, {})).code } }),
  },
  'take a browser’s session': write(people.finishBrowserSignInEndpoint, ONCE + 3, async () => {
    const { code, secret } = await server.ok(people.askBrowserSignInEndpoint, {})
    await server.ok(people.allowBrowserSignInEndpoint, { as: busy.local.token, params: { code } })
    return { secret }
  }), // found; ended; session
  'change me': write(people.changeMeEndpoint, WHO + ONCE + 3, () => ({ nickname: '小林' })), // saved; the person, communities
  'revoke a session': {
    endpoint: people.revokeSessionEndpoint,
    statements: WHO + ONCE + 1,
    input: async () => ({ params: { sessionId: (await rows.sessions(1, busy.everywhere.personId))[0] } }),
  },
  'ask for a home': write(people.askForHomeEndpoint, HERE + ONCE + ON_RECORD + 9, async () => ({
    homeId: (await rows.homes(1))[0],
    relation: 'tenant',
    isAdult: true,
  })), // home; saved; community remembered; locked, read, grids; household, deciders; told
  'confirm a request': write(people.actOnMembershipEndpoint, HERE + ONCE + ON_RECORD + 7, () => ({
    act: 'confirm',
  })), // locked, read, grids; saved; told; household (nobody yet); read
  'give an office': write(people.proposeGrantEndpoint, HERE + ONCE + ON_RECORD + 8, () => ({
    personCode: busy.ids.personCode,
    role: 'grid_worker',
    placeId: busy.ids.gridId,
    officialName: '张师傅',
    endsAt: NEXT_YEAR,
    evidence: '文件',
  })), // place, grids; person; an expired one closed; saved; community remembered; told; whether the district has staff
  'end an office': write(people.actOnGrantEndpoint, HERE + ONCE + ON_RECORD + 5, () => ({
    act: 'end',
    reason: '调走了',
  })), // locked; district staff; saved; community remembered; told
  'new region': {
    ...write(places.createRegionEndpoint, HERE + ONCE + ON_RECORD + 1, () => ({})),
    input: () => ({
      params: { regionId: busy.place.subdistrictId },
      body: { kind: 'community', name: '丙社区' },
    }),
  },
  'new place': write(places.createPlaceEndpoint, HERE + ONCE + ON_RECORD + 4, () => ({
    parentId: busy.ids.placeId,
    kind: 'entrance',
    name: '9单元',
  })), // parent; saved; place, grids
  'new grid': write(places.createGridEndpoint, HERE + ONCE + ON_RECORD + 5, async () => ({
    kind: 'grid',
    name: '第九网格',
    covers: await rows.places(['90号楼']),
  })), // places, locked; overlap; grid; coverages
  'issue a door code': write(places.issueDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 2, () => ({})), // place; saved
  'revoke a door code': write(places.revokeDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 1, () => ({})),
  'report a matter': write(matters.reportMatterEndpoint, HERE + ONCE + ON_RECORD + 10, () => ({
    placeId: busy.ids.placeId,
    serviceCode: 'door',
    title: '门坏了',
  })), // place, grids; matter, its places, event; community remembered; read; staff, told; timeline
  'acknowledge a matter': write(matters.actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 5, () => ({
    act: 'acknowledge',
    revision: 1,
  })), // locked; saved, event; told; timeline
  'assign a matter': write(matters.actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 8, () => ({
    act: 'assign',
    revision: 2,
    team: { kind: 'grid', placeId: busy.ids.gridId },
  })), // besides: teams; staff, told
  'start a matter': write(matters.actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 5, () => ({
    act: 'start',
    revision: 3,
  })),
  'resolve a matter': write(matters.actOnMatterEndpoint, HERE + ONCE + ON_RECORD + 6, () => ({
    act: 'resolve',
    revision: 4,
    outcome: 'fixed',
    note: '好了',
  })), // besides: the clock's job
  'mark messages read': write(markInboxReadEndpoint, HERE + ONCE + 2, () => ({
    itemId: busy.ids.itemId,
    andOlder: true,
  })), // saved; unread
}

async function countedCall({ endpoint, input }: Budget) {
  const given = (await input?.()) ?? {}
  statements = []
  await server.ok(endpoint, { ...(given as CallInput<Endpoint>), as: busy.everywhere.token })
  return statements.filter((text) => !/^(begin|commit)/i.test(text))
}

it('has a budget for every endpoint', () => {
  const budgeted = new Set(
    [...Object.values(READS), ...Object.values(WRITES)].map(({ endpoint }) => endpoint),
  )
  const missing = ALL_ENDPOINTS.filter((endpoint) => !budgeted.has(endpoint))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

describe('reads within its budget', () => {
  it.each(Object.entries(READS))('with a row or two: %s', async (_name, budget) => {
    expect(isWrite(budget.endpoint)).toBe(false)
    const made = await countedCall(budget)
    expect({ count: made.length, made }).toEqual({ count: budget.statements, made })
  })

  describe('with twenty rows of everything', () => {
    beforeAll(twentyOfEach)
    it.each(Object.entries(READS))('%s', async (_name, budget) => {
      expect(await countedCall(budget)).toHaveLength(budget.statements)
    })
  })
})

it.each(Object.entries(WRITES))('does it within its budget: %s', async (_name, budget) => {
  const made = await countedCall(budget)
  expect({ count: made.length, made }).toEqual({ count: budget.statements, made })
})

/** Twenty rows for every list. */
async function twentyOfEach(): Promise<void> {
  const { everywhere } = busy
  for (const state of ['submitted', 'in_progress', 'resolved'] as const) {
    await rows.matters(20, { reporterId: everywhere.personId, state })
  }
  await rows.messages(20, everywhere.personId)
  await rows.places(Array.from({ length: 20 }, (_, index) => `${index + 20}号楼`))
  await rows.grids(Array.from({ length: 20 }, (_, index) => `第${index + 20}网格`))
  await rows.communities(Array.from({ length: 20 }, (_, index) => `社区${index}`))
  const homes = await rows.homes(20)
  const persons = await rows.persons(20)
  const homeId = busy.place.community.homeId
  await rows.memberships(
    homes.map((one) => ({ homeId: one, personId: everywhere.personId })),
    'asked',
  )
  await rows.memberships(
    persons.map((personId) => ({ homeId, personId })),
    'confirmed',
  )
  await rows.grants(20)
  await rows.doorCodes(20, server.clock.now)
  await rows.sessions(20, everywhere.personId)
}
