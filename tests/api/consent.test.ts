import { randomUUID } from 'node:crypto'
import {
  askForHomeEndpoint,
  askPhoneCodeEndpoint,
  changeMeEndpoint,
  confirmPhoneEndpoint,
  giveConsentEndpoint,
  NOTICES,
  readConsentsEndpoint,
  readMeEndpoint,
  takeWechatPhoneEndpoint,
  withdrawConsentEndpoint,
  type ConsentDocument,
} from '#core/people'
import { enforceConsent, hasConsent } from '#server/people/index'
import { createWechatClient } from '#server/platform/wechat/index'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../builders/neighbourhood'
import { startWechatServer, type WechatServer } from '../wechat/protocol-server'
import { startTestServer, type TestServer } from './test-server'

let wechat: WechatServer
let server: TestServer
let place: Neighbourhood
let newcomer: SignedInPerson

beforeAll(async () => {
  wechat = await startWechatServer()
  const sms = { send: () => Promise.resolve() }
  server = await startTestServer({ parts: { wechat: createWechatClient(wechat.settings), sms } })
  place = await buildNeighbourhood(server.db, server.clock.now)
})
afterAll(async () => {
  await server.close()
  await wechat.close()
})
beforeEach(async () => {
  newcomer = await place.person('小顾', { consented: false, verified: false })
})

const agree = (
  document: ConsentDocument = 'privacy',
  version = NOTICES[document].version,
  as = newcomer.token,
) => server.call(giveConsentEndpoint, { as, body: { document, version, age: 'over_14' } })
const consents = async (as = newcomer.token) => (await server.ok(readConsentsEndpoint, { as })).items
const withdraw = (document: ConsentDocument) =>
  server.ok(withdrawConsentEndpoint, { as: newcomer.token, params: { document } })
const rename = (key = randomUUID()) =>
  server.call(changeMeEndpoint, { as: newcomer.token, body: { nickname: '小顾同学' }, key })

it('shows both notices whole, and that nothing was agreed to yet', async () => {
  const items = await consents()
  expect(items.map(({ document, agreed, last }) => [document, agreed, last])).toEqual([
    ['privacy', false, null],
    ['public_words', false, null],
  ])
  expect(items[0]).toMatchObject({ ...NOTICES.privacy, agreed: false })
})

it.each(['傻逼', '加微信abc12345', '13800138000'])(
  'refuses to be called %s before neighbours',
  async (nickname) => {
    await agree()
    expect(await server.call(changeMeEndpoint, { as: newcomer.token, body: { nickname } })).toEqual({
      status: 400,
      body: {
        code: 'NICKNAME_UNSUITABLE',
        field: 'nickname',
        message: '这个称呼邻居看了可能会误会，换一个吧',
      },
    })
    expect((await server.ok(readMeEndpoint, { as: newcomer.token })).nickname).toBe('小顾')
  },
)

describe('before the first personal field', () => {
  const home = () => ({ homeId: place.community.homeId, relation: 'tenant' as const, isAdult: true })
  const tries: [string, () => Promise<{ status: number; body: { code?: string } }>][] = [
    ['a nickname', () => rename()],
    [
      'asking for a home',
      () =>
        server.call(askForHomeEndpoint, {
          as: newcomer.token,
          params: { communityId: place.community.communityId },
          body: home(),
        }),
    ],
    [
      'a typed phone',
      () => server.call(askPhoneCodeEndpoint, { as: newcomer.token, body: { phone: '13900000001' } }),
    ],
    ['a code', () => server.call(confirmPhoneEndpoint, { as: newcomer.token, body: { code: '123456' } })],
    [
      'a phone from WeChat',
      () =>
        server.call(takeWechatPhoneEndpoint, {
          as: newcomer.token,
          body: { code: wechat.phones.press('13900000002') },
        }),
    ],
  ]

  it.each(tries)('consent is asked for: %s', async (_what, attempt) => {
    expect(await attempt()).toMatchObject({ status: 403, body: { code: 'CONSENT_REQUIRED' } })
    expect(await server.ok(readMeEndpoint, { as: newcomer.token })).toMatchObject({
      nickname: '小顾',
      phone: null,
      communities: [],
    })
  })

  it.each(tries)('and asked for again once it is withdrawn: %s', async (_what, attempt) => {
    await agree()
    await withdraw('privacy')
    expect(await attempt()).toMatchObject({ status: 403, body: { code: 'CONSENT_REQUIRED' } })
  })

  it('the same call goes through, under the same key, after agreeing', async () => {
    const key = randomUUID()
    expect((await rename(key)).status).toBe(403)
    await agree()
    expect(await rename(key)).toMatchObject({ status: 200, body: { nickname: '小顾同学' } })
  })

  it('agreeing that neighbours read one’s words is not enough, nor the other way round', async () => {
    await agree('public_words')
    expect((await rename()).body.code).toBe('CONSENT_REQUIRED')
    expect(await hasConsent(server.db, newcomer.personId, 'public_words')).toBe(true)
    await withdraw('public_words')
    await agree()
    await expect(enforceConsent(server.db, newcomer.personId)).resolves.toBeUndefined()
    await expect(enforceConsent(server.db, newcomer.personId, 'public_words')).rejects.toMatchObject({
      code: 'PUBLIC_CONSENT_REQUIRED',
    })
  })
})

it('keeps who agreed to what, when, and with whose word', async () => {
  await server.ok(giveConsentEndpoint, {
    as: newcomer.token,
    body: { document: 'privacy', version: NOTICES.privacy.version, age: 'guardian_agreed' },
  })
  expect((await consents())[0]).toMatchObject({
    agreed: true,
    last: {
      version: NOTICES.privacy.version,
      age: 'guardian_agreed',
      givenAt: server.clock.now.toISOString(),
      withdrawnAt: null,
    },
  })
})

it('asks again when the notice became another one, and agrees to no text but the one in force', async () => {
  await agree()
  await server.db
    .updateTable('consents')
    .set({ version: '2020-01-01' })
    .where('person_id', '=', newcomer.personId)
    .execute()
  expect((await rename()).body.code).toBe('CONSENT_REQUIRED')
  expect((await consents())[0]).toMatchObject({ agreed: false, last: { version: '2020-01-01' } })
  expect(await agree('privacy', '2020-01-01')).toMatchObject({
    status: 409,
    body: { code: 'CONSENT_OUTDATED' },
  })
  await agree()
  expect((await rename()).status).toBe(200)
})

it('agreeing twice at once, and withdrawing twice, count once', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => agree()))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const rows = () =>
    server.db.selectFrom('consents').selectAll().where('person_id', '=', newcomer.personId).execute()
  expect(await rows()).toHaveLength(1)
  await withdraw('privacy')
  const [first] = await rows()
  await withdraw('privacy')
  expect(await rows()).toEqual([first])
  await agree()
  expect(await rows()).toHaveLength(2)
  expect((await consents())[0]).toMatchObject({ agreed: true, last: { withdrawnAt: null } })
})

it('withdrawing takes the phone along, and nothing else', async () => {
  const verified = await place.person('阿梅')
  const as = verified.token
  const before = await server.ok(readMeEndpoint, { as })
  expect(before.phone).toMatch(/^138\*{4}\d{4}$/)
  await server.ok(withdrawConsentEndpoint, { as, params: { document: 'public_words' } })
  expect((await server.ok(readMeEndpoint, { as })).phone).toBe(before.phone)
  await server.ok(withdrawConsentEndpoint, { as, params: { document: 'privacy' } })
  expect(await server.ok(readMeEndpoint, { as })).toEqual({ ...before, phone: null })
  const other = await place.person('老吴')
  expect((await server.ok(readMeEndpoint, { as: other.token })).phone).not.toBeNull()
})

it('is everybody’s own: one person’s word agrees for nobody else', async () => {
  await agree()
  const other = await place.person('老吴', { consented: false })
  expect((await consents(other.token)).map(({ agreed }) => agreed)).toEqual([false, false])
})

it.each([
  ['a document nobody knows', { document: 'terms', version: '1', age: 'over_14' }],
  ['no age', { document: 'privacy', version: NOTICES.privacy.version }],
  ['an age that is none', { document: 'privacy', version: NOTICES.privacy.version, age: 'under_14' }],
])('refuses %s', async (_what, body) => {
  const answer = await server.call(giveConsentEndpoint, { as: newcomer.token, body: body as never })
  expect(answer).toMatchObject({ status: 400, body: { code: 'BODY_INVALID' } })
})

it('knows no document of another name to withdraw', async () => {
  const answer = await server.call(withdrawConsentEndpoint, {
    as: newcomer.token,
    params: { document: 'terms' as ConsentDocument },
  })
  expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
