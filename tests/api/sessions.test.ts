import { randomUUID } from 'node:crypto'
import {
  listSessionsEndpoint,
  readMeEndpoint,
  revokeSessionEndpoint,
  signInAsDemoPersonEndpoint,
  type SignedIn,
} from '#core/people'
import { buildNeighbourhood } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

const DAY_MS = 86_400_000
const START = new Date('2026-11-18T02:00:00.000Z')

let server: TestServer
let personId: string

beforeAll(async () => {
  server = await startTestServer()
  const place = await buildNeighbourhood(server.db, server.clock.now)
  ;({ personId } = await place.person('阿梅'))
})
afterAll(() => server.close())
beforeEach(async () => {
  server.clock.now = START
  await server.db.deleteFrom('sessions').execute()
})

const signIn = (): Promise<SignedIn> => server.ok(signInAsDemoPersonEndpoint, { body: { personId } })
const me = async (token: string) => (await server.call(readMeEndpoint, { as: token })).status
const listed = async (token: string) =>
  (await server.ok(listSessionsEndpoint, { as: token, query: {} })).items
const later = (ms: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + ms)
}

it('lists where I am signed in, newest first, and says which one this is', async () => {
  const onPhone = await server.app.inject({
    method: 'POST',
    url: '/api/sessions/demo',
    headers: {
      'idempotency-key': randomUUID(),
      'user-agent': 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.50(0x18003231) NetType/WIFI miniProgram',
    },
    payload: { personId },
  })
  const inBrowser = await signIn()
  const items = await listed(onPhone.json<SignedIn>().token)
  expect(items.map(({ device, current }) => ({ device, current }))).toEqual([
    { device: '浏览器', current: false },
    { device: '微信小程序', current: true },
  ])
  expect(JSON.stringify(items)).not.toContain(inBrowser.token)
  expect(JSON.stringify(items)).not.toContain('iPhone')
})

it('ends another of my sessions at once, and the one I use', async () => {
  const lost = await signIn()
  const kept = await signIn()
  const lostId = (await listed(kept.token)).find(({ current }) => !current)?.sessionId ?? ''
  await server.ok(revokeSessionEndpoint, { as: kept.token, params: { sessionId: lostId } })
  expect([await me(lost.token), await me(kept.token)]).toEqual([401, 200])
  // Ended from another device: it isn't told that its time was over.
  expect((await server.call(readMeEndpoint, { as: lost.token })).body.code).toBe('SESSION_ENDED')
  const again = await server.call(revokeSessionEndpoint, { as: kept.token, params: { sessionId: lostId } })
  expect(again.status).toBe(404)
  const own = (await listed(kept.token))[0]?.sessionId ?? ''
  await server.ok(revokeSessionEndpoint, { as: kept.token, params: { sessionId: own } })
  expect(await server.call(readMeEndpoint, { as: kept.token })).toMatchObject({
    status: 401,
    body: { code: 'SESSION_EXPIRED' },
  })
})

it('ends thirty days after it was last used, to the millisecond', async () => {
  const { token, expiresAt } = await signIn()
  expect(expiresAt).toBe(new Date(START.getTime() + 30 * DAY_MS).toISOString())
  const unused = await signIn()
  later(20 * DAY_MS)
  expect(await me(token)).toBe(200)
  later(10 * DAY_MS - 1)
  expect(await me(unused.token)).toBe(200)
  later(1)
  expect(await me(token)).toBe(200)
  later(30 * DAY_MS)
  expect([await me(token), await me(unused.token)]).toEqual([401, 401])
})

it('does not list or prolong what has ended', async () => {
  const ended = await signIn()
  later(30 * DAY_MS)
  const fresh = await signIn()
  expect(await me(ended.token)).toBe(401)
  expect(await listed(fresh.token)).toHaveLength(1)
})

it('is prolonged once a day at most: reading writes nothing within the day', async () => {
  const { token } = await signIn()
  const expiry = async () =>
    (await server.db.selectFrom('sessions').select('expires_at').executeTakeFirstOrThrow()).expires_at
  const first = await expiry()
  later(DAY_MS)
  await me(token)
  expect(await expiry()).toEqual(first)
  later(1)
  await me(token)
  expect(await expiry()).toEqual(new Date(first.getTime() + DAY_MS + 1))
})

it('keeps the token only as a hash', async () => {
  const { token } = await signIn()
  const row = await server.db.selectFrom('sessions').selectAll().executeTakeFirstOrThrow()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(row.token_hash).toHaveLength(32)
  expect(row.token_hash.equals(Buffer.from(token, 'base64url'))).toBe(false)
})

it('refuses every tampered token with 401 and says how to go on', async () => {
  const { token } = await signIn()
  const flipped = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
  const headers = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    token,
    `Basic ${token}`,
    `Bearer ${flipped}`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${token}A`,
    `Bearer ${token} ${token}`,
    `Bearer ${token.toLowerCase()}`,
    `Bearer ${'A'.repeat(43)}`,
    `Bearer ${'A'.repeat(8_000)}`,
    `Bearer ' or 1=1 --`,
    'Bearer null',
    'Bearer __proto__',
  ]
  for (const authorization of headers) {
    const answer = await server.app.inject({
      url: '/api/me',
      headers: authorization === undefined ? {} : { authorization },
    })
    expect([authorization, answer.statusCode]).toEqual([authorization, 401])
    expect(['SESSION_MISSING', 'SESSION_EXPIRED']).toContain(answer.json<{ code: string }>().code)
  }
  expect(await me(token)).toBe(200)
})

it('does not list or reach another person’s sessions', async () => {
  const mine = await signIn()
  const sessionId = (await listed(mine.token))[0]?.sessionId ?? ''
  const place = await server.db
    .selectFrom('people')
    .select('person_id')
    .where('person_id', '<>', personId)
    .execute()
  expect(place).toEqual([])
  const other = await anotherPerson()
  expect((await listed(other)).map((item) => item.sessionId)).not.toContain(sessionId)
  expect((await server.call(revokeSessionEndpoint, { as: other, params: { sessionId } })).status).toBe(404)
  expect(await me(mine.token)).toBe(200)
})

async function anotherPerson(): Promise<string> {
  const otherId = randomUUID()
  await server.db
    .insertInto('people')
    .values({ person_id: otherId, person_code: 'ANOTHERONE12', created_at: START })
    .execute()
  await server.db
    .insertInto('identities')
    .values({ provider: 'demo', subject: '老吴', person_id: otherId, created_at: START })
    .execute()
  return (await server.ok(signInAsDemoPersonEndpoint, { body: { personId: otherId } })).token
}
