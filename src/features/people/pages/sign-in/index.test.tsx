import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sessionToken } from '@/platform/session'
import { deferred } from '../../../../../tests/taro/deferred'
import { amei, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import SignInPage from '.'

const DEMO = {
  items: [
    { personId: 'amei', name: '阿梅', does: '业主 · 湖光苑 3号楼 2单元 602 室' },
    { personId: 'zhang', name: '张师傅', does: '网格员 · 东湖社区第二网格' },
  ],
}
const SIGNED_IN = { token: 'new token', expiresAt: '2027-01-01T00:00:00.000Z', personId: 'amei' }

beforeEach(signedOut)

describe('signing in, on the H5 site', () => {
  it('says what this is and has the care mode switch on the first screen', async () => {
    serve({ 'GET /demo/persons': DEMO })
    render(<SignInPage />)
    expect(screen.getByText(/谁在办、办到哪儿了/)).toBeTruthy()
    await screen.findByText('阿梅')
    const care = screen.getByRole('switch', { name: /关怀模式/ })
    await userEvent.click(care)
    expect(care.getAttribute('aria-checked')).toBe('true')
    await userEvent.click(care)
  })

  it('offers the people of a demo, signs in as one and goes home', async () => {
    const asked = serve({ 'GET /demo/persons': DEMO, 'POST /sessions/demo': SIGNED_IN, 'GET /me': amei() })
    render(<SignInPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    await userEvent.click(await screen.findByText('阿梅'))
    expect(asked[1]).toMatchObject({ path: '/sessions/demo', body: { personId: 'amei' } })
    expect(asked[1]?.key).toBeTruthy()
    expect(sessionToken()).toBe('new token')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })

  it('goes on to where the reader came from, but only within the app', async () => {
    serve({ 'GET /demo/persons': DEMO, 'POST /sessions/demo': SIGNED_IN, 'GET /me': amei() })
    phone.params = { next: '/features/places/pages/door/index?code=A' }
    const { unmount } = render(<SignInPage />)
    await userEvent.click(await screen.findByText('阿梅'))
    expect(phone.moves).toEqual(['redirectTo /features/places/pages/door/index?code=A'])
    unmount()
    phone.moves = []
    phone.params = { next: 'https://elsewhere.example/' }
    render(<SignInPage />)
    await screen.findByText('阿梅')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })

  it('says what went wrong and stays', async () => {
    serve({
      'GET /demo/persons': DEMO,
      'POST /sessions/demo': new Refusal(429, 'TOO_MANY_REQUESTS', '点得太快了，请过一会儿再试'),
    })
    render(<SignInPage />)
    await userEvent.click(await screen.findByText('阿梅'))
    expect((await screen.findByRole('alert')).textContent).toMatch('点得太快了')
    expect(phone.moves).toEqual([])
    expect(sessionToken()).toBeUndefined()
  })

  it('says that it is busy and sends once', async () => {
    const answer = deferred<unknown>()
    const asked = serve({
      'GET /demo/persons': DEMO,
      'POST /sessions/demo': () => answer.promise,
      'GET /me': amei(),
    })
    render(<SignInPage />)
    await userEvent.click(await screen.findByText('阿梅'))
    expect(screen.getByText('正在登录…')).toBeTruthy()
    await userEvent.click(screen.getByText('张师傅'))
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    await act(async () => answer.resolve(SIGNED_IN))
  })

  it('shows a code for the phone where there is no demo, and goes in once the phone allows it', async () => {
    let allowed: unknown = new Refusal(409, 'BROWSER_SIGN_IN_WAITING', '还在等手机上允许')
    serve({
      'GET /demo/persons': new Refusal(404, 'ROUTE_NOT_FOUND', '没有这个地址'),
      'POST /browser-sign-ins': { code: 'ABCD1234', secret: 's', expiresAt: '2027-01-01T00:00:00.000Z' },
      'POST /sessions/browser': () => allowed,
      'GET /me': amei(),
    })
    render(<SignInPage />)
    expect(await screen.findByText('ABCD 1234')).toBeTruthy()
    expect(screen.getByText(/小程序「邻里」/)).toBeTruthy()
    allowed = SIGNED_IN
    await waitFor(() => expect(phone.moves).toEqual(['switchTab /pages/home/index']), { timeout: 4_500 })
    expect(sessionToken()).toBe('new token')
  })

  it('tries again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ 'GET /demo/persons': () => network })
    render(<SignInPage />)
    expect(await screen.findByText('没打开演示社区')).toBeTruthy()
    network = DEMO
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('阿梅')).toBeTruthy()
  })

  it('leads home whoever is signed in already', async () => {
    serve({ 'GET /demo/persons': DEMO })
    signedIn()
    render(<SignInPage />)
    await screen.findByText('阿梅')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })
})
