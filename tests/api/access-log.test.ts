import { createAccessLog } from '#server/platform/access-log'
import { forgetOld } from '#server/platform/forget-old'
import { CONTACT_BOX } from '../builders/contact-box'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'
import { tracesOf, wholeDatabase } from './whole-database'

const ADDRESS = '203.0.113.77'
const DAY_MS = 86_400_000

let server: TestServer
let place: Neighbourhood
let amei: SignedInPerson

beforeEach(async () => {
  server = await startTestServer()
  server.parts.accessLog = createAccessLog(server.db, CONTACT_BOX)
  place = await buildNeighbourhood(server.db, server.clock.now)
  amei = await place.person('阿梅')
})
afterEach(() => server.close())

const look = (remoteAddress = ADDRESS, token = amei.token) =>
  server.app.inject({ url: '/api/me', remoteAddress, headers: { authorization: `Bearer ${token}` } })
const kept = async () => {
  const rows = await server.db.selectFrom('access_log').select('sealed').execute()
  return rows.map(
    ({ sealed }) => JSON.parse(CONTACT_BOX.open(sealed, 'access log')) as Record<string, string>,
  )
}
const later = (days: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + days * DAY_MS)
}

it('keeps who called from which address, once a day for each session and address', async () => {
  for (let times = 0; times < 3; times += 1) await look()
  expect(await kept()).toEqual([
    {
      personId: amei.personId,
      sessionId: expect.any(String) as string,
      address: ADDRESS,
      at: server.clock.now.toISOString(),
    },
  ])
  await look('198.51.100.1')
  await look(ADDRESS, (await place.person()).token)
  later(1)
  await look()
  expect((await kept()).map(({ address }) => address).sort()).toEqual([
    '198.51.100.1',
    ADDRESS,
    ADDRESS,
    ADDRESS,
  ])
})

it('keeps the address that the proxy in front added, never one that the caller wrote', async () => {
  await server.close()
  server = await startTestServer({ trustProxy: true })
  server.parts.accessLog = createAccessLog(server.db, CONTACT_BOX)
  place = await buildNeighbourhood(server.db, server.clock.now)
  const { token } = await place.person()
  await server.app.inject({
    url: '/api/me',
    remoteAddress: '10.0.0.1',
    headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': `198.51.100.1, ${ADDRESS}` },
  })
  expect((await kept()).map(({ address }) => address)).toEqual([ADDRESS])
})

it('keeps one of many calls at once, from several servers', async () => {
  const other = createAccessLog(server.db, CONTACT_BOX)
  const access = { personId: amei.personId, sessionId: 'session', address: ADDRESS, at: server.clock.now }
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? other : server.parts.accessLog)?.note(access)),
  )
  expect(await kept()).toHaveLength(1)
})

it('keeps nothing of who is not signed in', async () => {
  await look(ADDRESS, 'nobody')
  await server.app.inject({ url: '/api/demo/persons', remoteAddress: ADDRESS })
  expect(await kept()).toEqual([])
})

it('is sealed: neither address nor person can be read in the table', async () => {
  await look()
  const rows = (await wholeDatabase(server.db)).split('\n')
  const from = rows.findIndex((line) => line.includes('access_log'))
  const entry = rows[from + 1] ?? ''
  expect(entry).not.toBe('')
  expect([ADDRESS, amei.personId].flatMap(tracesOf).filter((trace) => entry.includes(trace))).toEqual([])
  expect(tracesOf(ADDRESS).filter((trace) => rows.join('\n').includes(trace))).toEqual([])
})

it('is kept for six months at least, and erased soon after', async () => {
  await look()
  later(184)
  await forgetOld(server.db, server.clock.now)
  expect(await kept()).toHaveLength(1)
  later(1)
  await forgetOld(server.db, server.clock.now)
  expect(await kept()).toEqual([])
})
