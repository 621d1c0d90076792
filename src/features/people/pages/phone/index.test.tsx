import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { knownMe } from '@/platform/me'
import { afterConsent, consent } from '../../../../../tests/taro/consents'
import { amei, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import PhonePage from '.'

const BOUND = amei({ phone: '138****8000' })
const SENT = {
  sentTo: '138****8000',
  expiresAt: '2026-11-18T02:10:00.000Z',
  nextAt: '2026-11-18T02:01:00.000Z',
}
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const number = () => screen.findByRole('textbox', { name: '手机号码' })
const code = () => screen.findByRole('textbox', { name: '短信里的验证码' })

/** As from the clipboard: at once. */
const write = async (field: HTMLElement, text: string) => {
  await userEvent.click(field)
  await userEvent.paste(text)
}

beforeEach(() => signedIn())

it('is bound with the code that came, and shown masked', async () => {
  const asked = serve({ 'GET /me': amei(), 'POST /me/phone-codes': SENT, 'PUT /me/phone': BOUND })
  render(<PhonePage />)
  await write(await number(), '138 0013 8000')
  await press('发验证码')
  expect(await screen.findByText('验证码发到 138****8000，十分钟内有效')).toBeTruthy()
  await write(await code(), '012345')
  await press('绑定')
  expect(await screen.findByText('138****8000')).toBeTruthy()
  expect(screen.getByText('手机号绑定好了')).toBeTruthy()
  expect(asked.filter(({ method }) => method !== 'GET').map(({ body }) => body)).toEqual([
    { phone: '138 0013 8000' },
    { code: '012345' },
  ])
  expect((await knownMe()).phone).toBe('138****8000')
})

it('says what is wrong before anything is sent', async () => {
  const asked = serve({ 'GET /me': amei(), 'POST /me/phone-codes': SENT })
  render(<PhonePage />)
  await write(await number(), '1380013800')
  await press('发验证码')
  expect(screen.getByText('手机号不对，请填十一位的大陆手机号')).toBeTruthy()
  await write(await number(), '0')
  expect(screen.queryByText(/手机号不对/)).toBeNull()
  await press('发验证码')
  await write(await code(), '123')
  await press('绑定')
  expect(screen.getByText(/验证码不对或过期/)).toBeTruthy()
  expect(asked.filter(({ method }) => method === 'PUT')).toEqual([])
})

it('sends another code, or to another number', async () => {
  const asked = serve({ 'GET /me': amei(), 'POST /me/phone-codes': SENT })
  render(<PhonePage />)
  await write(await number(), '13800138000')
  await press('发验证码')
  await press('没收到，再发一个')
  const codes = asked.filter(({ path }) => path === '/me/phone-codes')
  expect(codes).toHaveLength(2)
  expect(codes[0]?.key).not.toBe(codes[1]?.key)
  await press('换个号码')
  expect(((await number()) as HTMLInputElement).value).toBe('13800138000')
})

it.each([
  [new Refusal(429, 'PHONE_CODE_TOO_SOON', '刚刚发过一个验证码，请等一分钟再要'), /请等一分钟/],
  [new Refusal(503, 'SMS_NOT_SENT', '短信没有发出去，请过一会儿再试'), /短信没有发出去/],
  [OFFLINE, /没连上网/],
])('says why no code came, and keeps the number: %#', async (answer, sentence) => {
  serve({ 'GET /me': amei(), 'POST /me/phone-codes': answer })
  render(<PhonePage />)
  await write(await number(), '13800138000')
  await press('发验证码')
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(((await number()) as HTMLInputElement).value).toBe('13800138000')
})

it('says that the phone is somebody else’s, in words that help', async () => {
  const taken = new Refusal(409, 'PHONE_TAKEN', '这个手机号已经有人绑定了；请用原来的微信登录')
  serve({ 'GET /me': amei(), 'POST /me/phone-codes': SENT, 'PUT /me/phone': taken })
  render(<PhonePage />)
  await write(await number(), '13800138000')
  await press('发验证码')
  await write(await code(), '012345')
  await press('绑定')
  expect(await screen.findByText(/请用原来的微信登录/)).toBeTruthy()
})

it('asks for consent first, then sends the code', async () => {
  const { act: ask, give } = afterConsent(SENT)
  serve({
    'GET /me': amei(),
    'POST /me/phone-codes': ask,
    'GET /me/consents': { items: [consent()] },
    'POST /me/consents': give,
  })
  render(<PhonePage />)
  await write(await number(), '13800138000')
  await press('发验证码')
  await press('我已满 14 岁')
  await press('同意')
  expect(await screen.findByText(/验证码发到/)).toBeTruthy()
})

describe('a bound phone', () => {
  it('is removed after a question', async () => {
    const asked = serve({ 'GET /me': BOUND, 'DELETE /me/phone': amei() })
    render(<PhonePage />)
    await press('删掉')
    await press('先留着')
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
    await press('删掉')
    const dialog = await screen.findByRole('alertdialog', { name: '要删掉手机号吗？' })
    await userEvent.click(dialog.querySelector('.btn--danger') as Element)
    expect(await number()).toBeTruthy()
    expect(screen.getByText('手机号已经删掉')).toBeTruthy()
  })

  it('is changed for another one', async () => {
    serve({ 'GET /me': BOUND })
    render(<PhonePage />)
    await press('换一个')
    expect(await number()).toBeTruthy()
  })

  it('stays when removing failed, and the page says why', async () => {
    serve({ 'GET /me': BOUND, 'DELETE /me/phone': new Refusal(503, 'SERVER_STOPPING', '服务正在重启') })
    render(<PhonePage />)
    await press('删掉')
    const dialog = await screen.findByRole('alertdialog')
    await userEvent.click(dialog.querySelector('.btn--danger') as Element)
    expect((await screen.findByRole('alert')).textContent).toMatch(/^服务正在重启/)
    expect(screen.getByText('138****8000')).toBeTruthy()
  })
})

it('tries again after a bad network', async () => {
  let network: unknown = OFFLINE
  serve({ 'GET /me': () => network })
  render(<PhonePage />)
  expect(await screen.findByText('没打开您的手机号')).toBeTruthy()
  network = BOUND
  await press('再试一次')
  expect(await screen.findByText('138****8000')).toBeTruthy()
})
