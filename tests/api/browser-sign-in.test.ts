import {
  allowBrowserSignInEndpoint,
  askBrowserSignInEndpoint,
  finishBrowserSignInEndpoint,
  listSessionsEndpoint,
  readMeEndpoint,
} from '#core/people'
import { buildNeighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startTestServer, type TestServer } from './test-server'

let server: TestServer
let staff: SignedInPerson
let other: SignedInPerson

beforeAll(async () => {
  server = await startTestServer()
  const place = await buildNeighbourhood(server.db, server.clock.now)
  staff = await place.person('王敏')
  other = await place.person('别人')
})
afterAll(() => server.close())

const ask = () => server.ok(askBrowserSignInEndpoint, {})
const allow = (by: SignedInPerson, code: string) => server.call(allowBrowserSignInEndpoint, { as: by.token, params: { code } })
const finish = (secret: string) => server.call(finishBrowserSignInEndpoint, { body: { secret } })

it('signs a browser in as the person who allowed its code on the phone', async () => {
  const { code, secret } = await ask()
  expect(await finish(secret)).toMatchObject({ status: 409, body: { code: 'BROWSER_SIGN_IN_WAITING' } })
  expect((await allow(staff, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `)).status).toBe(200)
  const { body } = await finish(secret)
  const me = await server.ok(readMeEndpoint, { as: body.token })
  expect(me.personId).toBe(staff.personId)
  const sessions = await server.ok(listSessionsEndpoint, { as: staff.token, query: {} })
  expect(sessions.items).toHaveLength(2)
})

it('gives the session once, and a code to one person only', async () => {
  const { code, secret } = await ask()
  await allow(staff, code)
  expect(await allow(other, code)).toMatchObject({ status: 404, body: { code: 'BROWSER_CODE_INVALID' } })
  const answers = await Promise.all([finish(secret), finish(secret), finish(secret)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
})

it('forgets a code after five minutes', async () => {
  const { code, secret } = await ask()
  server.clock.now = new Date(server.clock.now.getTime() + 5 * 60_000)
  expect((await allow(staff, code)).status).toBe(404)
  expect((await finish(secret)).status).toBe(404)
})

it('stores no secret', async () => {
  const { code, secret } = await ask()
  const row = await server.db.selectFrom('browser_sign_ins').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
  expect(row.secret_hash.includes(Buffer.from(secret))).toBe(false)
})
