import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { homeView, item, MATTER } from '../../../tests/taro/matters'
import { noticeItem } from '../../../tests/taro/notices'
import { amei, COMMUNITY, community, office, signedIn, signedOut } from '../../../tests/taro/people'
import { OFFLINE, serve } from '../../../tests/taro/server'
import { person, phone } from '../../../tests/taro/taro'
import { eveningOf } from '../../../tests/taro/vote-lists'
import { WISH, wishItem, wishPage } from '../../../tests/taro/wishes'
import { chooseCommunity } from '@/platform/me'
import HomePage from '.'

const HOME = `GET /communities/*/home`
const DETAIL = `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=`

beforeEach(() => signedIn())

async function open(home: unknown = homeView(), me: unknown = amei()) {
  const asked = serve({
    'GET /me': me,
    [HOME]: home,
    'GET /communities/*/feed': { items: [], nextCursor: null },
  })
  render(<HomePage />)
  await screen.findByText(/最近$/)
  return asked
}

describe('the first page', () => {
  it('shows where I am and what happens there, after two requests', async () => {
    const asked = serve({ 'GET /me': amei(), [HOME]: homeView() })
    render(<HomePage />)
    expect(screen.getAllByRole('status', { name: '正在打开' }).length).toBeGreaterThan(0)
    expect(await screen.findByText('3号楼最近')).toBeTruthy()
    expect(asked.map(({ path }) => path)).toEqual(['/me', `/communities/${COMMUNITY}/home`])
    expect(screen.getByText('等第二网格来接')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /楼道灯不亮/ }))
    expect(phone.moves).toEqual([DETAIL + MATTER])
  })

  it('offers the first thing that waits for me as the one big button', async () => {
    const waiting = ['一', '二', '三'].map((title, n) => item({ title, matterId: `m${n}` }))
    await open(homeView({ waiting }))
    expect(screen.getByText('您报的事，有 3 件等您看看')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '去看看' }))
    await userEvent.click(screen.getByRole('button', { name: /^三/ }))
    expect(phone.moves).toEqual([`${DETAIL}m0`, `${DETAIL}m2`])
  })

  it('has a vote that waits for me before all else, and says until when', async () => {
    const closesAt = eveningOf(0)
    const mine = { toCast: 1, byProxyFor: [] }
    const homes = { electorate: 'homes', binding: 'binding', ...mine } as const
    const owners = { electorate: 'owners', binding: 'advisory', ...mine } as const
    const votes = [
      { voteId: 'v1', title: '花坛改车位', closesAt, ...homes },
      { voteId: 'v2', title: '重做屋面', closesAt: eveningOf(1), ...owners },
    ]
    await open(homeView({ votes, waiting: [item()] }))
    expect(screen.getByText('有 3 件事等您')).toBeTruthy()
    expect(screen.getByText('今晚 20:00 前投票')).toBeTruthy()
    expect(screen.getByText('明天 20:00 前投票，结果仅供参考')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '去投票' }))
    await userEvent.click(screen.getByRole('button', { name: /^重做屋面/ }))
    const vote = `navigateTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=`
    expect(phone.moves).toEqual([`${vote}v1`, `${vote}v2`])
  })

  it('says for whom a vote waits that is to be cast by proxy', async () => {
    const asked = {
      voteId: 'v1',
      title: '花坛改车位',
      closesAt: eveningOf(0),
      electorate: 'homes',
      binding: 'binding',
    } as const
    await open(homeView({ votes: [{ ...asked, toCast: 1, byProxyFor: ['3号楼 501'] }] }))
    expect(screen.getByText('今晚 20:00 前替 3号楼 501 投票')).toBeTruthy()
  })

  it('has the desk first, for who works there, and opens what is not empty', async () => {
    const desk = { unassigned: 0, mine: 100, to_verify: 4, to_reinspect: 0, to_grant: 0 }
    await open(homeView({ desk }), amei({ communities: [community({ hasDesk: true })] }))
    const card = screen.getByRole('button', { name: /^工作台.*99\+.*我手上/ })
    expect(within(card).getByText('99+')).toBeTruthy()
    await userEvent.click(card)
    expect(phone.moves[0]).toMatch(/desk\/index\?communityId=.*&list=mine$/)
  })

  it('shows what is announced above what is reported, and leads to all of it and to the search', async () => {
    await open(homeView({ notices: [noticeItem({ pinned: true, fresh: false })] }))
    const cards = screen.getAllByRole('button', { name: /周四停水|楼道灯不亮/ })
    expect(cards.map((card) => card.textContent)).toEqual([
      expect.stringContaining('置顶通知'),
      expect.stringContaining('楼道灯不亮'),
    ])
    await userEvent.click(cards[0] as Element)
    await userEvent.click(screen.getByRole('button', { name: /全部通知/ }))
    await userEvent.click(screen.getByRole('button', { name: /^搜索/ }))
    expect(phone.moves).toEqual([
      `navigateTo /features/notices/pages/detail/index?communityId=${COMMUNITY}&noticeId=n1`,
      `navigateTo /features/notices/pages/list/index?communityId=${COMMUNITY}&placeId=building`,
      `navigateTo /features/search/pages/search/index?communityId=${COMMUNITY}`,
    ])
  })

  it('has the wishes of the place behind a chip: asked for only then, by one request', async () => {
    const asked = serve({
      'GET /me': amei(),
      [HOME]: homeView({ notices: [noticeItem()] }),
      'GET /communities/*/wishes': wishPage([wishItem()]),
    })
    render(<HomePage />)
    await userEvent.click(await screen.findByRole('button', { name: '通知' }))
    expect(screen.getByText('周四停水')).toBeTruthy()
    expect(screen.queryByText('楼道灯不亮')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '报事' }))
    expect(screen.queryByText('周四停水')).toBeNull()
    expect(asked).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: '全部' }))
    await userEvent.click(screen.getByRole('button', { name: /邻居的心愿/ }))
    await userEvent.click(await screen.findByRole('button', { name: /想请人教我用手机挂号/ }))
    await userEvent.click(screen.getByRole('button', { name: '全部心愿' }))
    expect(asked.slice(2).map(({ query }) => query)).toEqual([{ list: 'waiting', placeId: 'building' }])
    expect(phone.moves).toEqual([
      `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=${WISH}`,
      `navigateTo /features/wishes/pages/list/index?communityId=${COMMUNITY}`,
    ])
  })

  it('says how to begin where nobody wishes for anything, and what failed', async () => {
    await open(homeView())
    await userEvent.click(screen.getByRole('button', { name: '心愿' }))
    expect(await screen.findByText('没打开心愿')).toBeTruthy()
    serve({ 'GET /communities/*/wishes': wishPage([]) })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    await userEvent.click(await screen.findByRole('button', { name: '说个心愿' }))
    expect(phone.moves).toEqual([`navigateTo /features/wishes/pages/say/index?communityId=${COMMUNITY}`])
    await userEvent.click(screen.getByRole('button', { name: '通知' }))
    expect(screen.getByText('最近没有新通知')).toBeTruthy()
  })

  it('offers who may publish notices that too', async () => {
    await open(homeView(), amei({ communities: [community({ roles: [office('building_head', '3号楼')] })] }))
    await userEvent.click(screen.getByRole('button', { name: '我要说' }))
    await userEvent.click(await screen.findByRole('button', { name: /发通知/ }))
    expect(phone.moves).toEqual([`navigateTo /features/notices/pages/publish/index?communityId=${COMMUNITY}`])
  })

  it('changes to a place further up, and to another of my communities', async () => {
    const other = community({ communityId: 'other', name: '西湖社区', unread: 2 })
    const asked = await open(homeView(), amei({ communities: [community(), other] }))
    await userEvent.click(screen.getByRole('button', { name: /换一个楼栋/ }))
    await userEvent.click(await screen.findByRole('radio', { name: '湖光苑' }))
    await screen.findByText(/最近$/)
    expect(asked[asked.length - 1]?.query).toEqual({ placeId: 'estate' })
    await userEvent.click(screen.getByRole('button', { name: /换一个楼栋/ }))
    await userEvent.click(await screen.findByRole('button', { name: /西湖社区/ }))
    await screen.findByText(/最近$/)
    expect(asked[asked.length - 1]?.path).toBe('/communities/other/home')
    // Chosen on another page meanwhile: Home follows, and the way here is open a second time.
    await act(async () => chooseCommunity(COMMUNITY))
    expect(asked[asked.length - 1]?.path).toBe(`/communities/${COMMUNITY}/home`)
    await userEvent.click(screen.getByRole('button', { name: /换一个楼栋/ }))
    await userEvent.click(await screen.findByRole('button', { name: /西湖社区/ }))
    await screen.findByText(/最近$/)
    expect(asked[asked.length - 1]).toMatchObject({ path: '/communities/other/home', query: {} })
    phone.stored.clear()
  })

  it('loads more of the same place', async () => {
    const asked = serve({
      'GET /me': amei(),
      [HOME]: homeView({ feed: { items: [item()], nextCursor: 'next' } }),
      'GET /communities/*/feed': { items: [item({ matterId: 'm2', title: '铁门关不上' })], nextCursor: null },
    })
    render(<HomePage />)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findByText('铁门关不上')).toBeTruthy()
    expect(asked[2]?.query).toEqual({ placeId: 'building', cursor: 'next' })
    expect(screen.queryByRole('button', { name: '看更多' })).toBeNull()
  })

  it('is fresh whenever one comes back or pulls it down, and says when it is not', async () => {
    const asked = await open()
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(asked).toHaveLength(4)
    serve({ 'GET /me': OFFLINE })
    await act(async () => person.pullsDown())
    expect(await screen.findByText(/没刷新成/)).toBeTruthy()
    expect(screen.getByText('楼道灯不亮')).toBeTruthy()
  })

  it('marks the inbox when something is new', async () => {
    await open(homeView({ unread: 3 }))
    expect(screen.getByRole('link', { name: '消息，有新的' })).toBeTruthy()
  })

  it('asks what one wants to say: something to report, or a wish', async () => {
    await open()
    await userEvent.click(screen.getByText('我要说'))
    await userEvent.click(await screen.findByRole('button', { name: /门坏了/ }))
    await userEvent.click(screen.getByText('我要说'))
    expect(screen.queryByText('发通知')).toBeNull()
    await userEvent.click(await screen.findByRole('button', { name: /发心愿/ }))
    expect(phone.moves).toEqual([
      'navigateTo /features/matters/pages/report/index',
      `navigateTo /features/wishes/pages/say/index?communityId=${COMMUNITY}`,
    ])
  })
})

describe('the other faces of the first page', () => {
  it('an error, and a way to try again', async () => {
    serve({ 'GET /me': OFFLINE })
    render(<HomePage />)
    expect(await screen.findByText('没打开首页')).toBeTruthy()
    serve({ 'GET /me': amei(), [HOME]: homeView() })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('3号楼最近')).toBeTruthy()
  })

  it('a quiet place says what one may do', async () => {
    await open(homeView({ feed: { items: [], nextCursor: null } }))
    expect(screen.getByText('3号楼最近没有事')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '报一件' }))
    expect(phone.moves).toEqual(['navigateTo /features/matters/pages/report/index'])
  })

  it('without a home: the two ways in, after one request', async () => {
    const asked = serve({ 'GET /me': amei({ communities: [] }) })
    render(<HomePage />)
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    await userEvent.click(screen.getByRole('button', { name: '输入门口的码' }))
    expect(phone.moves).toEqual([
      'navigateTo /features/people/pages/bind/index',
      'navigateTo /features/places/pages/door/index',
    ])
    expect(asked).toHaveLength(1)
  })

  it('a volunteer without a home has no office here, and finds the way in like any visitor', async () => {
    const volunteer = community({ homes: [], roles: [office('volunteer')] })
    const asked = serve({ 'GET /me': amei({ communities: [volunteer] }) })
    render(<HomePage />)
    expect(await screen.findByRole('button', { name: '绑定我的家' })).toBeTruthy()
    expect(asked).toHaveLength(1)
  })

  it('a visitor finds what they reported; staff without a home here see their community', async () => {
    serve({ 'GET /me': amei({ communities: [community({ homes: [] })] }) })
    const { unmount } = render(<HomePage />)
    await userEvent.click(await screen.findByRole('button', { name: '我报的' }))
    expect(phone.moves).toEqual([`navigateTo /features/matters/pages/mine/index?communityId=${COMMUNITY}`])
    unmount()
    await open(
      homeView(),
      amei({ communities: [community({ homes: [], roles: [office('community_staff')] })] }),
    )
  })

  it('signed out: the sign-in page, and nothing is asked', async () => {
    signedOut()
    const asked = serve({})
    render(<HomePage />)
    expect(phone.moves).toEqual(['reLaunch /features/people/pages/sign-in/index'])
    expect(asked).toEqual([])
  })
})
