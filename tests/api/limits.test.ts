import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf } from '#core/errors'
import { newToken } from '#server/platform/crypto/index'
import { ADDRESS_LIMIT, CALL_LIMIT, SIGN_IN_LIMIT, type ServerParts } from '#server/platform/http/parts'
import { buildNeighbourhood, type Neighbourhood } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

jest.setTimeout(60_000)

const TOO_MANY = { code: 'TOO_MANY_REQUESTS', message: messageOf('TOO_MANY_REQUESTS') }
let server: TestServer
let place: Neighbourhood

const start = async (parts: Partial<ServerParts>, trustProxy = false) => {
  server = await startTestServer({ parts, trustProxy })
  place = await buildNeighbourhood(server.db, server.clock.now)
}
afterEach(() => server.close())

interface From {
  token?: string
  address?: string
}

const get = (url: string, { token, address = '203.0.113.1' }: From = {}) =>
  server.app.inject({
    url,
    remoteAddress: address,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  })
const statuses = async (calls: number, call: () => Promise<{ statusCode: number }>) => {
  const heard: number[] = []
  for (let made = 0; made < calls; made += 1) heard.push((await call()).statusCode)
  return heard
}

it('lets a person make so many calls a minute, from wherever, and says when to go on', async () => {
  await start({ callLimit: { max: 3, timeWindow: '1 minute' } })
  const amei = await place.person('阿梅')
  const laowu = await place.person('老吴')
  let last = 0
  const anywhere = () => get('/api/me', { token: amei.token, address: `203.0.113.${(last += 1)}` })
  expect(await statuses(5, anywhere)).toEqual([200, 200, 200, 429, 429])
  expect((await anywhere()).json()).toEqual(TOO_MANY)
  expect((await get('/api/me', { token: laowu.token })).statusCode).toBe(200)
})

it('goes on when the window is over', async () => {
  await start({ callLimit: { max: 1, timeWindow: '2 seconds' } })
  const { token } = await place.person()
  expect(await statuses(2, () => get('/api/me', { token }))).toEqual([200, 429])
  await sleep(2_100)
  expect((await get('/api/me', { token })).statusCode).toBe(200)
})

it('lets an address make so many calls a minute, whoever they say they are and however they write the path', async () => {
  await start({ addressLimit: { max: 4, timeWindow: '1 minute' } })
  const guess = () => get('/api/me', { token: newToken() })
  expect(await statuses(4, guess)).toEqual([401, 401, 401, 401])
  const refused = [
    await guess(),
    await get('/api/communities'),
    await get('/%61pi/me'),
    await get('/api/m%65'),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([429, 429, 429, 429])
  expect(refused.map((answer) => answer.json<unknown>())).toEqual(Array(4).fill(TOO_MANY))
  expect(refused[0]?.headers['retry-after']).toMatch(/^\d+$/)
  expect((await get('/api/me', { address: '203.0.113.2' })).statusCode).toBe(401)
  expect(await statuses(10, () => get('/healthz'))).toEqual(Array(10).fill(200))
})

it('lets an address sign in so many times a minute, whatever else it sends along', async () => {
  await start({ signInLimit: { max: 3, timeWindow: '1 minute' } })
  const { personId } = await place.person()
  const signIn = (address: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/sessions/demo',
      remoteAddress: address,
      headers: {
        'idempotency-key': randomUUID(),
        authorization: `Bearer ${newToken()}`,
        'x-forwarded-for': `198.51.100.${Math.random()}`,
      },
      payload: { personId },
    })
  expect(await statuses(5, () => signIn('203.0.113.1'))).toEqual([200, 200, 200, 429, 429])
  expect((await signIn('203.0.113.1')).json()).toEqual(TOO_MANY)
  expect((await signIn('203.0.113.2')).statusCode).toBe(200)
})

describe('behind a proxy', () => {
  const behind = (forwarded: string) =>
    server.app.inject({
      url: '/api/me',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': forwarded, authorization: `Bearer ${newToken()}` },
    })

  it('counts the address that the proxy added, whatever the caller wrote before it', async () => {
    await start({ addressLimit: { max: 2, timeWindow: '1 minute' } }, true)
    let last = 0
    const forged = () => behind(`198.51.100.${(last += 1)}, 203.0.113.1`)
    expect(await statuses(4, forged)).toEqual([401, 401, 429, 429])
    expect((await behind('203.0.113.2')).statusCode).toBe(401)
  })

  it('counts nothing that stands in a header where no proxy is trusted', async () => {
    await start({ addressLimit: { max: 2, timeWindow: '1 minute' } })
    let last = 0
    expect(await statuses(4, () => behind(`203.0.113.${(last += 1)}`))).toEqual([401, 401, 429, 429])
  })
})

it('is set so that nobody who uses the screens meets it', async () => {
  await start({})
  expect([CALL_LIMIT.max >= 120, ADDRESS_LIMIT.max >= 10 * CALL_LIMIT.max, SIGN_IN_LIMIT.max >= 10]).toEqual([
    true,
    true,
    true,
  ])
})
