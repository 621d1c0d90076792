import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { item, matter, MATTER } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, community, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve, writes, type Asked } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import DeskPage from '.'

const DESK = 'GET /communities/*/desk'
const READ = 'GET /communities/*/matters/*'
const FILTERS = { 'GET /communities/*/desk/filters': { items: [] } }
const COUNTS = { unassigned: 2, mine: 100, to_verify: 0, to_reinspect: 0, to_grant: 1 }
const page = (items = [item()], nextCursor: string | null = null) => ({
  items,
  nextCursor,
  counts: COUNTS,
  moderation: null,
})
const lists = (asked: readonly Asked[]) =>
  asked.filter(({ path }) => path.endsWith('/desk')).map(({ query }) => query.list)
const original = window.matchMedia

function widen(matches: boolean) {
  const list = { matches, addListener: () => undefined, removeListener: () => undefined }
  window.matchMedia = () => list as unknown as MediaQueryList
}

beforeEach(() => signedIn(amei({ communities: [community({ hasDesk: true })] })))
afterEach(() => {
  window.matchMedia = original
})

describe('the desk on a phone', () => {
  it('has five lists with how many each holds', async () => {
    const asked = serve({ [DESK]: page(), ...FILTERS })
    render(<DeskPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    const chip = await screen.findByRole('button', { name: '没人接 2' })
    expect(screen.getByRole('button', { name: '等同意 1' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '等复查 0' })).toBeTruthy()
    expect(chip.getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByText('看看')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '我手上 99+' }))
    expect(lists(asked)).toEqual(['unassigned', 'mine'])
    expect(await screen.findByText('去办')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /楼道灯不亮/ }))
    expect(phone.moves).toEqual([
      `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=${MATTER}`,
    ])
  })

  it('opens the list it was asked for, and is fresh when one comes back', async () => {
    phone.params = { list: 'to_verify', communityId: COMMUNITY }
    const asked = serve({ [DESK]: page([]), ...FILTERS })
    render(<DeskPage />)
    expect(await screen.findByText('没有等核实的')).toBeTruthy()
    serve({ [DESK]: page(), ...FILTERS })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('去核实')).toBeTruthy()
    expect(lists(asked)).toEqual(['to_verify'])
  })

  it('loads more', async () => {
    serve({
      [DESK]: ({ query }) => page([item({ matterId: query.cursor ?? 'm1' })], query.cursor ? null : 'm2'),
    })
    render(<DeskPage />)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findAllByText('楼道灯不亮')).toHaveLength(2)
  })

  it('an error, and a way to try again', async () => {
    serve({ [DESK]: OFFLINE })
    render(<DeskPage />)
    expect(await screen.findByText('没打开工作台')).toBeTruthy()
    serve({ [DESK]: page(), ...FILTERS })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('楼道灯不亮')).toBeTruthy()
  })

  it('is not there for who has no office, and asks nothing', async () => {
    signedIn(amei())
    const asked = serve({})
    render(<DeskPage />)
    await userEvent.click(await screen.findByRole('button', { name: '回首页' }))
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
    expect(asked).toEqual([])
  })
})

describe('the desk on a wide screen', () => {
  beforeEach(() => widen(true))

  it('has list and detail side by side, and the list follows what is done', async () => {
    const items = [item({ matterId: 'm1', title: '灯' }), item({ matterId: 'm2', title: '门' })]
    const asked = serve({
      [DESK]: page(items),
      [READ]: ({ path }) => matter({ matterId: path.slice(-2), acts: ['acknowledge'] }),
      'POST /communities/*/matters/*/acts': matter({ state: 'acknowledged', acts: ['assign'] }),
    })
    render(<DeskPage />)
    expect(await screen.findByText('没人接 2 件')).toBeTruthy()
    expect(screen.getByText('选一件看看')).toBeTruthy()
    const side = within(screen.getByRole('navigation', { name: '分类' }))
    expect(side.getByRole('button', { name: /我手上/ }).textContent).toBe('我手上99+')
    await userEvent.click(screen.getByRole('button', { name: /门/ }))
    expect(phone.moves).toEqual([])
    const detail = within(screen.getByRole('main'))
    await userEvent.click(await detail.findByRole('button', { name: '看到了，接下' }))
    expect(await detail.findByRole('button', { name: '请人去办' })).toBeTruthy()
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'acknowledge' })
    expect(lists(asked)).toEqual(['unassigned', 'unassigned'])
  })

  it('is moved through by J and K and opened by Enter, but not while one types', async () => {
    const items = ['m1', 'm2', 'm3'].map((matterId) => item({ matterId }))
    const asked = serve({ [DESK]: page(items), [READ]: matter({ acts: ['decline'] }) })
    render(<DeskPage />)
    await screen.findAllByText('楼道灯不亮')
    await userEvent.keyboard('jjjjk{Enter}')
    expect(asked.filter(({ path }) => path.includes('/matters/')).map(({ path }) => path.slice(-2))).toEqual([
      'm2',
    ])
    await userEvent.click(await screen.findByRole('button', { name: '不归这里办' }))
    const reason = await screen.findByRole('textbox', { name: /^为什么，该找谁/ })
    await userEvent.type(reason, 'jk')
    expect(reason).toHaveProperty('value', 'jk')
    expect(document.activeElement).toBe(reason)
  })
})
