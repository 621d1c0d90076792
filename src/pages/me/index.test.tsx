import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { sessionToken } from '@/platform/session'
import { amei, COMMUNITY, community, office, region, signedIn, signedOut } from '../../../tests/taro/people'
import { afterConsent, consent } from '../../../tests/taro/consents'
import { OFFLINE, Refusal, serve } from '../../../tests/taro/server'
import { phone } from '../../../tests/taro/taro'
import MePage from '.'

const SESSIONS = {
  items: [
    {
      sessionId: 's2',
      device: '微信小程序',
      current: false,
      createdAt: '2026-11-11T01:00:00.000Z',
      lastSeenAt: '2026-11-11T01:00:00.000Z',
    },
    {
      sessionId: 's1',
      device: '浏览器',
      current: true,
      createdAt: '2026-11-11T01:00:00.000Z',
      lastSeenAt: '2026-11-11T01:00:00.000Z',
    },
  ],
  nextCursor: null,
}
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const answerYes = async (name: string) => {
  const dialog = await screen.findByRole('alertdialog', { name })
  await userEvent.click(dialog.querySelector('.btn--primary') as Element)
}

beforeEach(() => signedIn())

describe('me', () => {
  it('shows my name, my home and what I am there', async () => {
    serve({ 'GET /me': amei() })
    render(<MePage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('阿梅')).toBeTruthy()
    expect(screen.getByText('梅')).toBeTruthy()
    expect(screen.getByText('湖光苑 3号楼 2单元 602 室 · 业主')).toBeTruthy()
    expect(screen.queryByText('我的职务')).toBeNull()
  })

  it('says what is not there yet', async () => {
    serve({ 'GET /me': amei({ nickname: null, communities: [] }) })
    render(<MePage />)
    expect(await screen.findByText('还没写称呼')).toBeTruthy()
    expect(screen.getByText('还没绑定住处')).toBeTruthy()
    expect(screen.queryByText('等我确认的住户')).toBeNull()
  })

  it('says that a request for a home waits', async () => {
    serve({ 'GET /me': amei({ communities: [community({ homes: [], asked: 1 })] }) })
    render(<MePage />)
    expect(await screen.findByText('绑定申请等人确认')).toBeTruthy()
    expect(screen.queryByText('还没绑定住处')).toBeNull()
  })

  it('shows my phone masked, or that there is none', async () => {
    let me = amei()
    serve({ 'GET /me': () => me })
    const { unmount } = render(<MePage />)
    expect(await screen.findByText('还没绑定')).toBeTruthy()
    unmount()
    me = amei({ phone: '138****8000' })
    signedIn(me)
    render(<MePage />)
    expect(await screen.findByText('138****8000')).toBeTruthy()
  })

  it('leads subdistrict staff, who belong to no community, to the offices of their subdistrict', async () => {
    const held = office('subdistrict_staff', '湖滨街道', 'subdistrict')
    serve({ 'GET /me': amei({ communities: [], regions: [region({ roles: [held] })] }) })
    render(<MePage />)
    expect(await screen.findByText('街道工作人员 · 湖滨街道')).toBeTruthy()
    await press('我的职务')
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/offices/index?regionId=subdistrict'])
  })

  it('shows my offices, where and until when', async () => {
    serve({
      'GET /me': amei({
        communities: [community({ homes: [], roles: [office('grid_worker', '东湖社区第二网格', 'g2')] })],
      }),
    })
    render(<MePage />)
    expect(await screen.findByText('网格员 · 东湖社区第二网格')).toBeTruthy()
    expect(screen.getByText('到 2029年11月11日')).toBeTruthy()
    expect(screen.getByText('等我确认的住户')).toBeTruthy()
  })

  it('tries again after a bad network', async () => {
    let network: unknown = OFFLINE
    serve({ 'GET /me': () => network })
    render(<MePage />)
    expect(await screen.findByText('没打开您的资料')).toBeTruthy()
    network = amei()
    await press('再试一次')
    expect(await screen.findByText('阿梅')).toBeTruthy()
  })

  it('says how old it is where the server can’t be reached', async () => {
    let network: unknown = amei()
    serve({ 'GET /me': () => network })
    const { unmount } = render(<MePage />)
    expect(await screen.findByText('阿梅')).toBeTruthy()
    unmount()
    network = OFFLINE
    render(<MePage />)
    expect(await screen.findByText('再试一次')).toBeTruthy()
    expect(screen.getByText('阿梅')).toBeTruthy()
  })

  it.each([
    ['我报的事', 'navigateTo /features/matters/pages/mine/index'],
    ['我的心愿和帮忙', `navigateTo /features/wishes/pages/mine/index?communityId=${COMMUNITY}`],
    ['我的家和家里人', 'navigateTo /features/people/pages/requests/index?list=household'],
    ['等我确认的住户', 'navigateTo /features/people/pages/requests/index?list=to_decide'],
    ['绑定一户', 'navigateTo /features/people/pages/bind/index'],
    ['登录的设备', 'navigateTo /features/people/pages/sessions/index'],
    ['手机号', 'navigateTo /features/people/pages/phone/index'],
    ['谁看过我的电话', 'navigateTo /features/people/pages/contact-readings/index'],
    ['我的同意', 'navigateTo /features/people/pages/consents/index'],
  ])('leads to %s', async (words, move) => {
    serve({ 'GET /me': amei() })
    render(<MePage />)
    await press(words)
    expect(phone.moves).toEqual([move])
  })

  it('sends whoever is signed out to sign in', () => {
    signedOut()
    render(<MePage />)
    expect(phone.moves).toEqual(['reLaunch /features/people/pages/sign-in/index'])
  })
})

describe('changing how I am called', () => {
  const field = () => screen.findByRole('textbox', { name: '怎么称呼您' })

  it('needs a name, and shows the new one', async () => {
    const asked = serve({ 'GET /me': amei(), 'PUT /me': amei({ nickname: '阿梅姐' }) })
    render(<MePage />)
    await press('改称呼')
    await userEvent.clear(await field())
    await press('就叫这个')
    expect(screen.getByText('请写一个称呼')).toBeTruthy()
    await userEvent.type(await field(), '阿梅姐')
    await press('就叫这个')
    expect(await screen.findByText('阿梅姐')).toBeTruthy()
    expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({ nickname: '阿梅姐' })
  })

  it('asks for consent first, where it was never given', async () => {
    const { act: change, give } = afterConsent(amei({ nickname: '阿梅姐' }))
    serve({
      'GET /me': amei(),
      'PUT /me': change,
      'GET /me/consents': { items: [consent()] },
      'POST /me/consents': give,
    })
    render(<MePage />)
    await press('改称呼')
    await userEvent.type(await field(), '姐')
    await press('就叫这个')
    await press('我已满 14 岁')
    await press('同意')
    expect(await screen.findByText('阿梅姐')).toBeTruthy()
  })

  it('says what was refused and keeps what was written', async () => {
    serve({
      'GET /me': amei(),
      'PUT /me': new Refusal(400, 'TEXT_TOO_LONG', '写得太长了，请短一点', 'nickname'),
    })
    render(<MePage />)
    await press('改称呼')
    await userEvent.type(await field(), '姐')
    await press('就叫这个')
    expect(await screen.findByText('写得太长了，请短一点')).toBeTruthy()
    expect(((await field()) as HTMLInputElement).value).toBe('阿梅姐')
  })
})

describe('my code', () => {
  it('is explained, shown in fours and copied', async () => {
    const user = userEvent.setup()
    serve({ 'GET /me': amei() })
    render(<MePage />)
    await user.click(await screen.findByText('我的编号'))
    expect(await screen.findByText('N6NN FFP4 0RXZ')).toBeTruthy()
    expect(screen.getByText(/谁也办不了您的事/)).toBeTruthy()
    await user.click(screen.getByText('复制编号'))
    expect(await screen.findByText('复制好了')).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe('N6NNFFP40RXZ')
  })
})

describe('signing out', () => {
  it('ends this session on the server, then on this phone', async () => {
    const asked = serve({
      'GET /me': amei(),
      'GET /me/sessions': SESSIONS,
      'DELETE /me/sessions/s1': { done: true },
    })
    render(<MePage />)
    await press('退出登录')
    await answerYes('要退出登录吗？')
    await waitFor(() => expect(sessionToken()).toBeUndefined())
    expect(asked.some(({ method, path }) => method === 'DELETE' && path === '/me/sessions/s1')).toBe(true)
    expect(phone.moves).toEqual(['reLaunch /features/people/pages/sign-in/index'])
  })

  it('asks before it forgets the session without the server', async () => {
    serve({ 'GET /me': amei(), 'GET /me/sessions': OFFLINE })
    render(<MePage />)
    await press('退出登录')
    await answerYes('要退出登录吗？')
    await screen.findByRole('alertdialog', { name: '没连上，只能先在这里退出' })
    expect(sessionToken()).toBe('token')
    await answerYes('没连上，只能先在这里退出')
    await waitFor(() => expect(sessionToken()).toBeUndefined())
  })

  it('does nothing when the reader thinks again', async () => {
    serve({ 'GET /me': amei() })
    render(<MePage />)
    await press('退出登录')
    await press('先不退')
    expect(sessionToken()).toBe('token')
    expect(phone.moves).toEqual([])
  })
})
