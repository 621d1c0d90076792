import { randomUUID } from 'node:crypto'
import { actOnMatterEndpoint, reportMatterEndpoint } from '#core/matters'
import {
  askForHomeEndpoint,
  changeMeEndpoint,
  readMeEndpoint,
  signInAsDemoPersonEndpoint,
} from '#core/people'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'
import { tracesOf, wholeDatabase } from './whole-database'

jest.setTimeout(60_000)

let server: TestServer
let place: Neighbourhood
let reporter: SignedInPerson
let neighbour: SignedInPerson
let worker: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  reporter = await place.resident(place.community.homeId, { name: '阿梅' })
  neighbour = await place.resident(place.community.neighbourHomeId, { name: '老吴' })
  await place.inOffice('grid_chief', place.community.gridId)
  worker = await place.inOffice('grid_worker', place.community.gridId)
})
afterAll(() => server.close())

const params = () => ({ communityId: place.community.communityId })
const bodyWith = (title: string) => ({
  placeId: place.community.buildingId,
  serviceCode: 'stair_lamp' as const,
  title,
})
const report = (by: SignedInPerson, title: string, key: string) =>
  server.call(reportMatterEndpoint, { as: by.token, params: params(), body: bodyWith(title), key })
const rows = async (table: 'matters' | 'audit_entries' | 'inbox_items' | 'idempotency_keys' | 'sessions') => {
  const counted = server.db.selectFrom(table).select((eb) => eb.fn.countAll<string>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}
const REUSED = { status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED', message: expect.any(String) } }

it('answers the same call with the same answer, and does it once', async () => {
  const key = randomUUID()
  const before = [await rows('matters'), await rows('audit_entries'), await rows('inbox_items')]
  const first = await report(reporter, '灯坏了', key)
  const after = [await rows('matters'), await rows('audit_entries'), await rows('inbox_items')]
  expect(first.status).toBe(200)
  expect(await report(reporter, '灯坏了', key)).toEqual(first)
  expect([await rows('matters'), await rows('audit_entries'), await rows('inbox_items')]).toEqual(after)
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1, 2])
})

it('replays what was answered then, whatever happened since', async () => {
  const key = randomUUID()
  const first = await report(reporter, '灯闪', key)
  const { matterId, revision } = first.body
  await server.ok(actOnMatterEndpoint, {
    as: worker.token,
    params: { ...params(), matterId },
    body: { act: 'acknowledge', revision },
  })
  expect(await report(reporter, '灯闪', key)).toEqual(first)
})

it('refuses the key for another body and for another address', async () => {
  const key = randomUUID()
  const { matterId } = (await report(reporter, '门关不上', key)).body
  expect(await report(reporter, '门锁坏了', key)).toEqual(REUSED)
  const elsewhere = await server.call(askForHomeEndpoint, {
    as: reporter.token,
    params: params(),
    body: { homeId: place.community.otherHomeId, relation: 'tenant', isAdult: true },
    key,
  })
  const act = { act: 'confirm' as const, revision: 1 }
  const otherAct = await server.call(actOnMatterEndpoint, {
    as: reporter.token,
    params: { ...params(), matterId },
    body: act,
    key,
  })
  expect([elsewhere, otherAct]).toEqual([REUSED, REUSED])
})

it('keeps the keys of two persons apart', async () => {
  const key = randomUUID()
  const mine = await report(reporter, '扶手松了', key)
  const theirs = await report(neighbour, '台阶缺了一块', key)
  expect([mine.status, theirs.status]).toEqual([200, 200])
  expect(theirs.body.matterId).not.toBe(mine.body.matterId)
  expect(theirs.body.title).toBe('台阶缺了一块')
})

it.each([
  undefined,
  '',
  '1',
  'null',
  '00000000-0000-0000-0000-00000000000',
  `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(13)}`,
  'x'.repeat(36),
  "' or 1=1 --",
  `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}, ${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
])('asks for a key that is a UUID: %j', async (key) => {
  const before = await rows('matters')
  const answer = await server.app.inject({
    method: 'POST',
    url: `/api/communities/${place.community.communityId}/matters`,
    headers: {
      authorization: `Bearer ${reporter.token}`,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    payload: bodyWith('灯坏了'),
  })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING'])
  expect(await rows('matters')).toBe(before)
})

it('does twenty equal calls at once a single time, and answers all of them alike', async () => {
  const key = randomUUID()
  const before = [await rows('matters'), await rows('audit_entries')]
  const answers = await Promise.all(Array.from({ length: 20 }, () => report(reporter, '二十次', key)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 200, body: { title: '二十次' } })
  expect([await rows('matters'), await rows('audit_entries')]).toEqual(before.map((count) => count + 1))
})

it('lets one of two different calls at once have the key', async () => {
  const key = randomUUID()
  const answers = await Promise.all([report(reporter, '这一件', key), report(reporter, '那一件', key)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

it('keeps no refusal: what was wrong can be put right under the same key', async () => {
  const key = randomUUID()
  const visitor = await place.person('路过的人')
  expect((await report(visitor, '灯坏了', key)).body.code).toBe('REPORT_NEEDS_PLACE')
  expect((await report(reporter, '', key)).body.code).toBe('TEXT_MISSING')
  expect((await report(reporter, '灯坏了', key)).status).toBe(200)
})

it('frees the key of a call that failed inside its transaction', async () => {
  const key = randomUUID()
  const ask = (homeId: string) =>
    server.call(askForHomeEndpoint, {
      as: neighbour.token,
      params: params(),
      body: { homeId, relation: 'owner', isAdult: true },
      key,
    })
  const before = await rows('idempotency_keys')
  expect((await ask(place.community.neighbourHomeId)).body.code).toBe('MEMBERSHIP_EXISTS')
  expect(await rows('idempotency_keys')).toBe(before)
  expect((await ask(place.community.homeId)).status).toBe(200)
})

it('takes a call for the same however its body is written', async () => {
  const key = randomUUID()
  const call = (payload: string) =>
    server.app.inject({
      method: 'PUT',
      url: '/api/me',
      headers: {
        authorization: `Bearer ${reporter.token}`,
        'idempotency-key': key,
        'content-type': 'application/json',
      },
      payload,
    })
  const first = await call('{"nickname":"阿梅"}')
  const again = await call('{ "nickname" : "\\u963f\\u6885", "since": "v2" }')
  expect([again.statusCode, again.body]).toEqual([200, first.body])
})

it('gives the same token to a sign-in that is repeated, and starts one session', async () => {
  const key = randomUUID()
  const before = await rows('sessions')
  const signIn = (personId: string) => server.call(signInAsDemoPersonEndpoint, { body: { personId }, key })
  const first = await signIn(reporter.personId)
  expect(await signIn(reporter.personId)).toEqual(first)
  expect(await rows('sessions')).toBe(before + 1)
  expect((await server.call(readMeEndpoint, { as: first.body.token })).status).toBe(200)
  expect(await signIn(neighbour.personId)).toEqual(REUSED)
})

it('keeps keys and answers so that the table tells nobody anything', async () => {
  const key = randomUUID()
  const title = '三楼拐角的灯罩碎了'
  await report(reporter, title, key)
  await server.ok(changeMeEndpoint, { as: reporter.token, body: { nickname: '梅姐' }, key: randomUUID() })
  const { token } = await server.ok(signInAsDemoPersonEndpoint, {
    body: { personId: reporter.personId },
    key: randomUUID(),
  })
  const table =
    (await wholeDatabase(server.db))
      .split(/^(?=public\.)/m)
      .find((text) => text.startsWith('public.idempotency_keys')) ?? ''
  expect(table.length).toBeGreaterThan(1000)
  const secrets = [
    key,
    title,
    '梅姐',
    token,
    reporter.token,
    reporter.personId,
    place.community.communityId,
    'matterId',
  ]
  expect(secrets.filter((secret) => tracesOf(secret).some((trace) => table.includes(trace)))).toEqual([])
})
