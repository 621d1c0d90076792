import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterConsent, consent } from '../../../../../tests/taro/consents'
import { amei, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import PhonePage from '.'

jest.mock('@/platform/device', () => ({ isWeapp: true, useWide: () => false }))
jest.mock('@/platform/random-id', () => ({ randomId: () => Promise.resolve(`key ${Math.random()}`) }))

const BOUND = amei({ phone: '138****8000' })
const press = async (words: string) => userEvent.click(await screen.findByText(words))

// React's development build knows no `aria-role`; WeChat does.
const errors: string[] = []
beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation((words: unknown) => void errors.push(String(words)))
})
afterAll(() => expect(errors.filter((error) => !error.includes('Invalid aria prop'))).toEqual([]))

beforeEach(() => {
  signedIn()
  phone.phoneCode = 'code 1'
})

it('is bound at one tap', async () => {
  const asked = serve({ 'GET /me': amei(), 'POST /me/phone/wechat': BOUND })
  render(<PhonePage />)
  await press('用微信的手机号')
  expect(await screen.findByText('138****8000')).toBeTruthy()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ code: 'code 1' })
})

it('says so when the reader or WeChat refuses, and asks the server nothing', async () => {
  phone.phoneCode = undefined
  const asked = serve({ 'GET /me': amei() })
  render(<PhonePage />)
  await press('用微信的手机号')
  expect(await screen.findByText(/微信没有给出手机号/)).toBeTruthy()
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
})

it('has a key of its own at each tap', async () => {
  const asked = serve({ 'GET /me': amei(), 'POST /me/phone/wechat': OFFLINE })
  render(<PhonePage />)
  await press('用微信的手机号')
  await screen.findByText(/没连上网/)
  phone.phoneCode = 'code 2'
  await press('用微信的手机号')
  const [first, second] = asked.filter(({ method }) => method === 'POST')
  expect(second?.body).toEqual({ code: 'code 2' })
  expect(second?.key).not.toBe(first?.key)
})

it('asks for consent, then binds with the same code', async () => {
  const { act: take, give } = afterConsent(BOUND)
  const asked = serve({
    'GET /me': amei(),
    'POST /me/phone/wechat': take,
    'GET /me/consents': { items: [consent()] },
    'POST /me/consents': give,
  })
  render(<PhonePage />)
  await press('用微信的手机号')
  await press('我已满 14 岁')
  await press('同意')
  expect(await screen.findByText('138****8000')).toBeTruthy()
  const bodies = asked.filter(({ path }) => path === '/me/phone/wechat').map(({ body }) => body)
  expect(bodies).toEqual([{ code: 'code 1' }, { code: 'code 1' }])
})

it('offers the message as the second way', async () => {
  serve({
    'GET /me': amei(),
    'POST /me/phone/wechat': new Refusal(503, 'WECHAT_PHONE_NOT_SET_UP', '请用短信绑定'),
  })
  render(<PhonePage />)
  await press('用微信的手机号')
  expect(await screen.findByText('请用短信绑定')).toBeTruthy()
  await press('用短信绑定')
  expect(await screen.findByText('发验证码')).toBeTruthy()
})
