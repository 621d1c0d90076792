import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sessionToken } from '@/platform/session'
import { wechatLoginCode } from '@/platform/wechat-login'
import { amei, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import SignInPage from '.'

jest.mock('@/platform/device', () => ({ isWeapp: true, useWide: () => false }))
jest.mock('@/platform/random-id', () => ({ randomId: () => Promise.resolve(`key ${Math.random()}`) }))
jest.mock('@/platform/wechat-login', () => ({ wechatLoginCode: jest.fn() }))
const code = jest.mocked(wechatLoginCode)

const NO_DEMO = new Refusal(404, 'ROUTE_NOT_FOUND', '没有这个地址')
const SIGNED_IN = { token: 'new token', expiresAt: '2027-01-01T00:00:00.000Z', personId: 'amei' }
const press = async (words: string) => userEvent.click(await screen.findByText(words))

// React's development build knows no `aria-role`; WeChat does.
const errors: string[] = []
beforeAll(() => {
  jest.spyOn(console, 'error').mockImplementation((words: unknown) => void errors.push(String(words)))
})
afterAll(() => expect(errors.filter((error) => !error.includes('Invalid aria prop'))).toEqual([]))

beforeEach(() => {
  signedOut()
  code.mockReset().mockResolvedValueOnce('code 1').mockResolvedValueOnce('code 2')
})

describe('signing in, in WeChat', () => {
  it('has one button, and no demo where there is none', async () => {
    const asked = serve({
      'GET /demo/persons': NO_DEMO,
      'POST /sessions/wechat': SIGNED_IN,
      'GET /me': amei(),
    })
    render(<SignInPage />)
    await press('用微信登录')
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ code: 'code 1' })
    expect(sessionToken()).toBe('new token')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
    expect(screen.queryByText('用手机让这台电脑登录')).toBeNull()
  })

  it('tries again with a new code and a new key when the network failed', async () => {
    let network: unknown = OFFLINE
    const asked = serve({
      'GET /demo/persons': NO_DEMO,
      'POST /sessions/wechat': () => network,
      'GET /me': amei(),
    })
    render(<SignInPage />)
    await press('用微信登录')
    expect(await screen.findByText(/没连上网/)).toBeTruthy()
    network = SIGNED_IN
    await press('用微信登录')
    const [first, second] = asked.filter(({ method }) => method === 'POST')
    expect(second?.body).toEqual({ code: 'code 2' })
    expect(second?.key).not.toBe(first?.key)
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })

  it('says so when WeChat gives no code', async () => {
    code.mockReset().mockRejectedValue(new Error('login:fail'))
    serve({ 'GET /demo/persons': NO_DEMO })
    render(<SignInPage />)
    await press('用微信登录')
    expect(await screen.findByText('微信没有答应，请再点一次。')).toBeTruthy()
  })

  it('offers the people of a demo below the button', async () => {
    const asked = serve({
      'GET /demo/persons': { items: [{ personId: 'amei', name: '阿梅', does: '业主' }] },
      'POST /sessions/demo': SIGNED_IN,
      'GET /me': amei(),
    })
    render(<SignInPage />)
    await press('阿梅')
    expect(asked.find(({ method }) => method === 'POST')?.path).toBe('/sessions/demo')
  })
})
