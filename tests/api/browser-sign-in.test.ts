import { randomUUID } from 'node:crypto'
import {
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  finishBrowserSignInEndpoint,
  readMeEndpoint,
} from '#core/people'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'
import { tracesOf, wholeDatabase } from './whole-database'

jest.setTimeout(60_000)

const MINUTE_MS = 60_000
let server: TestServer
let place: Neighbourhood
let phone: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, server.clock.now)
  phone = await place.person('阿梅')
})
afterAll(() => server.close())

const ask = () => server.ok(askBrowserSignInEndpoint, {})
const allow = (code: string, as = phone.token) =>
  server.call(allowBrowserSignInEndpoint, { as, params: { code } })
const finish = (secret: string, key?: string) =>
  server.call(finishBrowserSignInEndpoint, { body: { secret }, ...(key ? { key } : {}) })

it('lets the browser in as the person whose phone allowed it', async () => {
  const { code, secret } = await ask()
  expect(await finish(secret)).toMatchObject({ status: 409, body: { code: 'BROWSER_SIGN_IN_WAITING' } })
  expect((await allow(code)).status).toBe(200)
  const { status, body } = await finish(secret)
  expect([status, body.personId]).toEqual([200, phone.personId])
  expect((await server.ok(readMeEndpoint, { as: body.token })).personId).toBe(phone.personId)
})

it('takes the code as people type it: in small letters, with blanks and dashes', async () => {
  const { code, secret } = await ask()
  expect((await allow(`${code.slice(0, 4)}- ${code.slice(4)}`.toLowerCase())).status).toBe(200)
  expect((await finish(secret)).status).toBe(200)
})

it('gives one session for one permission, and the same one when the answer was lost', async () => {
  const { code, secret } = await ask()
  await allow(code)
  const key = randomUUID()
  const first = await finish(secret, key)
  expect(await finish(secret, key)).toEqual(first)
  expect(await finish(secret)).toMatchObject({ status: 404, body: { code: 'BROWSER_CODE_INVALID' } })
})

it('gives twenty takers at once one session', async () => {
  const { code, secret } = await ask()
  await allow(code)
  const answers = await Promise.all(Array.from({ length: 20 }, () => finish(secret)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(19)
})

it('is allowed by one person only: who comes second changes nothing', async () => {
  const { code, secret } = await ask()
  const second = await place.person('老吴')
  await allow(code)
  expect(await allow(code, second.token)).toMatchObject({
    status: 404,
    body: { code: 'BROWSER_CODE_INVALID' },
  })
  expect((await finish(secret)).body.personId).toBe(phone.personId)
})

it('ends after five minutes, allowed or not', async () => {
  const waiting = await ask()
  const allowed = await ask()
  await allow(allowed.code)
  server.clock.now = new Date(server.clock.now.getTime() + 5 * MINUTE_MS)
  const answers = [await allow(waiting.code), await finish(waiting.secret), await finish(allowed.secret)]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
})

it.each(['', ' ', 'AAAAAAAA', '00000000', '%00', '\u0000', "' or 1=1 --", '__proto__', 'Ａ'.repeat(8), '🙂'])(
  'knows neither a code nor a secret like %j',
  async (text) => {
    await ask()
    expect([400, 404]).toContain((await allow(text)).status)
    expect([400, 404]).toContain((await finish(text)).status)
  },
)

it('needs the secret that only the browser has: the code on its screen opens nothing', async () => {
  const { code, secret } = await ask()
  await allow(code)
  expect((await finish(code)).status).toBe(404)
  const kept = await wholeDatabase(server.db)
  expect(tracesOf(secret).filter((trace) => kept.includes(trace))).toEqual([])
})
