import { randomUUID } from 'node:crypto'
import {
  listDemoPersonsEndpoint,
  readMeEndpoint,
  signInAsDemoPersonEndpoint,
  signInWithWechatEndpoint,
  type SignedIn,
} from '#core/people'
import { createWechatClient } from '#server/platform/wechat/index'
import { startWechatServer, type Trouble, type WechatServer } from '../wechat/protocol-server'
import { openLogBook, type LogBook } from './log-book'
import { startTestServer, type TestServer } from './test-server'
import { tracesOf, wholeDatabase } from './whole-database'

jest.setTimeout(60_000)

let wechat: WechatServer
let log: LogBook
let server: TestServer

beforeAll(async () => {
  wechat = await startWechatServer()
  log = openLogBook()
  server = await startTestServer({
    log,
    parts: { wechat: createWechatClient(wechat.settings), demoSignIn: false },
  })
})
afterAll(async () => {
  await server.close()
  await wechat.close()
})

const signIn = (code: string, key?: string) =>
  server.call(signInWithWechatEndpoint, { body: { code }, ...(key ? { key } : {}) })
const signedIn = (code: string): Promise<SignedIn> => server.ok(signInWithWechatEndpoint, { body: { code } })
const count = async (table: 'people' | 'identities' | 'sessions') => {
  const counted = server.db.selectFrom(table).select((eb) => eb.fn.countAll<string>().as('count'))
  return Number((await counted.executeTakeFirstOrThrow()).count)
}

describe('with WeChat', () => {
  it('makes a person at the first sign-in and finds the same one again', async () => {
    const first = await signedIn(wechat.login('o-amei'))
    const again = await signedIn(wechat.login('o-amei'))
    const another = await signedIn(wechat.login('o-laowu'))
    expect(again.personId).toBe(first.personId)
    expect(again.token).not.toBe(first.token)
    expect(another.personId).not.toBe(first.personId)
    const me = await server.ok(readMeEndpoint, { as: again.token })
    expect(me).toMatchObject({ personId: first.personId, nickname: null, communities: [] })
  })

  it('makes one person of ten first sign-ins at once', async () => {
    const before = await count('people')
    const codes = Array.from({ length: 10 }, () => wechat.login('o-tenfold'))
    const answers = await Promise.all(codes.map(signedIn))
    expect(new Set(answers.map(({ personId }) => personId)).size).toBe(1)
    expect(new Set(answers.map(({ token }) => token)).size).toBe(10)
    expect(await count('people')).toBe(before + 1)
  })

  it('asks WeChat with appid, secret and the code, and only for openid', async () => {
    const code = wechat.login('o-asked')
    await signedIn(code)
    expect(Object.fromEntries(wechat.asked[wechat.asked.length - 1] ?? [])).toEqual({
      appid: wechat.settings.appid,
      secret: wechat.settings.secret,
      js_code: code,
      grant_type: 'authorization_code',
    })
  })

  it('spends a code once; the same call repeated gets the same session without asking WeChat again', async () => {
    const code = wechat.login('o-repeat')
    const key = randomUUID()
    const first = await signIn(code, key)
    const asked = wechat.asked.length
    const replayed = await signIn(code, key)
    expect(replayed).toEqual(first)
    expect(wechat.asked).toHaveLength(asked)
    expect(await signIn(code)).toMatchObject({ status: 401, body: { code: 'WECHAT_CODE_INVALID' } })
  })

  it('refuses a code older than five minutes', async () => {
    const code = wechat.login('o-late')
    wechat.clock.now = new Date(wechat.clock.now.getTime() + 5 * 60_000 + 1)
    expect(await signIn(code)).toMatchObject({ status: 401, body: { code: 'WECHAT_CODE_INVALID' } })
  })

  it.each([
    [40029, 401, 'WECHAT_CODE_INVALID'],
    [40163, 401, 'WECHAT_CODE_INVALID'],
    [41008, 401, 'WECHAT_CODE_INVALID'],
    [40226, 403, 'WECHAT_REFUSED'],
    [45011, 503, 'WECHAT_BUSY'],
    [-1, 503, 'WECHAT_BUSY'],
    [40013, 503, 'WECHAT_NOT_SET_UP'],
    [40125, 503, 'WECHAT_NOT_SET_UP'],
  ])(
    'says what to do about error code %i, keeps nothing, and lets the same call try again',
    async (errcode, status, code) => {
      const people = await count('people')
      const sessions = await count('sessions')
      const key = randomUUID()
      const login = wechat.login(`o-error ${errcode}`)
      wechat.failNext(errcode)
      expect(await signIn(login, key)).toMatchObject({
        status,
        body: { code, message: expect.stringMatching(/\p{Script=Han}/u) },
      })
      expect([await count('people'), await count('sessions')]).toEqual([people, sessions])
      expect((await signIn(login, key)).status).toBe(200)
    },
  )

  it.each<Trouble>([
    'no JSON',
    'JSON of another kind',
    'neither openid nor errcode',
    'hangs up',
    'status 502',
    'never answers',
  ])('says WeChat is busy when it answers otherwise: %s', async (trouble) => {
    wechat.failNext(trouble)
    expect(await signIn(wechat.login('o-trouble'))).toMatchObject({
      status: 503,
      body: { code: 'WECHAT_BUSY' },
    })
  })

  it.each([{ appid: 'wx0000000000000000' }, { secret: 'wrong' }])(
    'takes a wrong %j for not set up',
    async (wrong) => {
      const settings = { ...wechat.settings, ...wrong }
      const other = await startTestServer({ log, parts: { wechat: createWechatClient(settings) } })
      const answer = await other.call(signInWithWechatEndpoint, { body: { code: wechat.login('o-wrong') } })
      await other.close()
      expect(answer).toMatchObject({ status: 503, body: { code: 'WECHAT_NOT_SET_UP' } })
    },
  )

  it('says WeChat is busy when nobody listens there, and not set up without an appid', async () => {
    const nobody = createWechatClient({ ...wechat.settings, baseUrl: 'http://127.0.0.1:1' })
    await expect(nobody.openidOf('code')).rejects.toMatchObject({ code: 'WECHAT_BUSY' })
    const without = await startTestServer()
    const answer = await without.call(signInWithWechatEndpoint, { body: { code: 'code' } })
    await without.close()
    expect(answer).toMatchObject({ status: 503, body: { code: 'WECHAT_NOT_SET_UP' } })
  })

  it('keeps session_key nowhere, tells it nobody, and logs neither secret, code nor openid', async () => {
    const code = wechat.login('o-secretive')
    const answer = await signIn(code)
    expect(Object.keys(answer.body).sort()).toEqual(['closingCancelled', 'expiresAt', 'personId', 'token'])
    const kept = await wholeDatabase(server.db)
    expect(wechat.sessionKeys.length).toBeGreaterThan(10)
    const secrets = [...wechat.sessionKeys, wechat.settings.secret, answer.body.token]
    expect(secrets.filter((secret) => tracesOf(secret).some((trace) => kept.includes(trace)))).toEqual([])
    const told = [...secrets, code, 'o-secretive', answer.body.personId]
    expect(log.lines().length).toBeGreaterThan(30)
    expect(told.filter((secret) => log.text().includes(secret))).toEqual([])
  })
})

describe('as a person of the demo', () => {
  it('is an unknown address where this is no demo', async () => {
    const unknown = await server.app.inject({ url: '/api/no-such-thing' })
    const persons = await server.call(listDemoPersonsEndpoint, {})
    const person = await server.call(signInAsDemoPersonEndpoint, { body: { personId: randomUUID() } })
    expect([persons, person]).toEqual(Array(2).fill({ status: 404, body: unknown.json() }))
  })

  it('signs in demo persons and nobody else', async () => {
    const demo = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings) } })
    const real = await demo.ok(signInWithWechatEndpoint, { body: { code: wechat.login('o-real') } })
    await expect(demo.ok(listDemoPersonsEndpoint, {})).resolves.toEqual({ items: [] })
    const answer = await demo.call(signInAsDemoPersonEndpoint, { body: { personId: real.personId } })
    await demo.close()
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  })
})
