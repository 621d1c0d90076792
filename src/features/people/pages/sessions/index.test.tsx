import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import SessionsPage from '.'

const session = (sessionId: string, device: string, current: boolean) => ({
  sessionId,
  device,
  current,
  createdAt: '2026-11-11T01:00:00.000Z',
  lastSeenAt: '2026-11-12T01:00:00.000Z',
})
const TWO = { items: [session('s1', '浏览器', true), session('s2', '微信小程序', false)], nextCursor: null }
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const sayYes = async () => {
  const dialog = await screen.findByRole('alertdialog', { name: '让这台设备退出？' })
  await userEvent.click(dialog.querySelector('.btn--primary') as Element)
}

beforeEach(() => signedIn())

describe('the devices one is signed in on', () => {
  it('says which one this is, and ends another after a question', async () => {
    const asked = serve({ 'GET /me/sessions': TWO, 'DELETE /me/sessions/s2': { done: true } })
    render(<SessionsPage />)
    expect(await screen.findByText('就是这一台')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /让它退出/ })).toHaveLength(1)
    await press('让它退出')
    await sayYes()
    expect(await screen.findByText('那台设备已经退出了')).toBeTruthy()
    expect(screen.queryByText('微信小程序')).toBeNull()
    expect(asked.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
  })

  it('lets a computer in by the code it shows', async () => {
    const asked = serve({
      'GET /me/sessions': TWO,
      'POST /browser-sign-ins/ABCD1234/approval': { done: true },
    })
    render(<SessionsPage />)
    const field = await screen.findByRole('textbox', { name: /让一台电脑登录/ })
    await press('让它登录')
    expect(screen.getByText('请把电脑上的 8 个字都填上')).toBeTruthy()
    await userEvent.type(field, 'abcd 1234')
    await press('让它登录')
    expect(await screen.findByText('那台电脑可以用了')).toBeTruthy()
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  it('says what went wrong and keeps the list', async () => {
    serve({
      'GET /me/sessions': TWO,
      'DELETE /me/sessions/s2': new Refusal(503, 'SERVER_STOPPING', '服务正在重启'),
    })
    render(<SessionsPage />)
    await press('让它退出')
    await sayYes()
    expect((await screen.findByRole('alert')).textContent).toMatch(/^服务正在重启/)
    expect(screen.getByText('微信小程序')).toBeTruthy()
  })

  it('tries again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ 'GET /me/sessions': () => network })
    render(<SessionsPage />)
    expect(await screen.findByText('没打开设备列表')).toBeTruthy()
    network = TWO
    await press('再试一次')
    expect(await screen.findByText('就是这一台')).toBeTruthy()
  })
})
