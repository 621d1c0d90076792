import { startWechatServer, type WechatServer } from '../../../tests/wechat/protocol-server'
import type { Trouble } from '../../../tests/wechat/trouble'
import { createWechatClient, type WechatClient } from '.'

const HOUR_MS = 3_600_000
let wechat: WechatServer
let client: WechatClient

beforeEach(async () => {
  wechat = await startWechatServer()
  client = createWechatClient(wechat.settings, () => wechat.clock.now)
})
afterEach(() => wechat.close())

const later = (ms: number) => {
  wechat.clock.now = new Date(wechat.clock.now.getTime() + ms)
}
const codeOf = (work: Promise<unknown>) =>
  work.then(() => 'done').catch((error: { code?: string }) => error.code)

it('changes the code of a button for the number, as 11 digits', async () => {
  expect(await client.phoneOf(wechat.phones.press('13800138000'))).toBe('13800138000')
})

it('asks for one token however many want a number at once, and keeps it for as long as it is good', async () => {
  const numbers = ['13800138000', '13800138001', '13800138002']
  const asked = () => Promise.all(numbers.map((number) => client.phoneOf(wechat.phones.press(number))))
  expect(await asked()).toEqual(numbers)
  later(HOUR_MS)
  expect(await asked()).toEqual(numbers)
  expect(wechat.phones.tokenQuestions).toBe(1)
})

it('asks for another token a while before the old one ends', async () => {
  await client.phoneOf(wechat.phones.press('13800138000'))
  later(7200_000 - 4 * 60_000)
  await client.phoneOf(wechat.phones.press('13800138000'))
  expect(wechat.phones.tokenQuestions).toBe(2)
  later(5 * 60_000)
  await client.phoneOf(wechat.phones.press('13800138000'))
  expect(wechat.phones.tokenQuestions).toBe(3)
})

it('changes a token that WeChat has ended, once, and the code is not lost by it', async () => {
  await client.phoneOf(wechat.phones.press('13800138000'))
  wechat.phones.endToken()
  expect(await client.phoneOf(wechat.phones.press('13800138001'))).toBe('13800138001')
  expect(wechat.phones.tokens).toHaveLength(2)
})

it.each([40001, 40014, 42001])(
  'takes error code %i for a token that is over, and gives up after one change',
  async (errcode) => {
    const code = wechat.phones.press('13800138000')
    wechat.failNext(errcode, 'phone')
    expect(await client.phoneOf(code)).toBe('13800138000')
    wechat.failNext(errcode, 'phone')
    wechat.failNext(errcode, 'phone')
    expect(await codeOf(client.phoneOf(wechat.phones.press('13800138000')))).toBe('WECHAT_PHONE_NOT_SET_UP')
  },
)

it.each([
  [40029, 'WECHAT_PHONE_REFUSED'],
  [40163, 'WECHAT_PHONE_REFUSED'],
  [-1, 'WECHAT_BUSY'],
  [45009, 'WECHAT_BUSY'],
  [45011, 'WECHAT_BUSY'],
  [48001, 'WECHAT_PHONE_NOT_SET_UP'],
  [40013, 'WECHAT_PHONE_NOT_SET_UP'],
])('says what to do about error code %i', async (errcode, refusal) => {
  wechat.failNext(errcode, 'phone')
  expect(await codeOf(client.phoneOf(wechat.phones.press('13800138000')))).toBe(refusal)
})

it('refuses a code that was used, is too old, or never was', async () => {
  const code = wechat.phones.press('13800138000')
  await client.phoneOf(code)
  expect(await codeOf(client.phoneOf(code))).toBe('WECHAT_PHONE_REFUSED')
  const old = wechat.phones.press('13800138000')
  later(5 * 60_000 + 1)
  expect(await codeOf(client.phoneOf(old))).toBe('WECHAT_PHONE_REFUSED')
  expect(await codeOf(client.phoneOf('nothing'))).toBe('WECHAT_PHONE_REFUSED')
})

it('takes numbers of the mainland only', async () => {
  expect(await codeOf(client.phoneOf(wechat.phones.press('51234567', '852')))).toBe('PHONE_INVALID')
  expect(await codeOf(client.phoneOf(wechat.phones.press('13800138000', '1')))).toBe('PHONE_INVALID')
})

const TROUBLES: Trouble[] = [
  'no JSON',
  'JSON of another kind',
  'neither openid nor errcode',
  'hangs up',
  'status 502',
  'never answers',
]

it.each(TROUBLES)(
  'says WeChat is busy when either desk answers otherwise: %s',
  async (trouble) => {
    wechat.failNext(trouble, 'token')
    expect(await codeOf(client.phoneOf(wechat.phones.press('13800138000')))).toBe('WECHAT_BUSY')
    wechat.failNext(trouble, 'phone')
    expect(await codeOf(client.phoneOf(wechat.phones.press('13800138000')))).toBe('WECHAT_BUSY')
    expect(await client.phoneOf(wechat.phones.press('13800138000'))).toBe('13800138000')
  },
  15_000,
)

it('tells all who wait that no token came, and asks anew for the next', async () => {
  wechat.failNext(45009, 'token')
  const both = [1, 2].map(() => codeOf(client.phoneOf(wechat.phones.press('13800138000'))))
  expect(await Promise.all(both)).toEqual(['WECHAT_BUSY', 'WECHAT_BUSY'])
  expect(await client.phoneOf(wechat.phones.press('13800138000'))).toBe('13800138000')
})

it('takes a wrong secret for not set up, and lets it into no error', async () => {
  const wrong = createWechatClient({ ...wechat.settings, secret: 'very secret' })
  const error: unknown = await wrong
    .phoneOf(wechat.phones.press('13800138000'))
    .catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'WECHAT_NOT_SET_UP' })
  const nobody = createWechatClient({ ...wechat.settings, baseUrl: 'http://127.0.0.1:1' })
  const away: unknown = await nobody.phoneOf('code').catch((reason: unknown) => reason)
  expect(away).toMatchObject({ code: 'WECHAT_BUSY' })
  const told = JSON.stringify([error, away, (error as Error).stack, (away as Error).stack])
  expect(told).not.toMatch(new RegExp(`very secret|${wechat.settings.secret}`))
})
