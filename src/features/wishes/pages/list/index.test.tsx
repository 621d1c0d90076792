import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { person, phone } from '../../../../../tests/taro/taro'
import { inDays, origin, WISH, wishItem, wishPage } from '../../../../../tests/taro/wishes'
import WishesPage from '.'

const LIST = 'GET /communities/*/wishes'
const ORIGINS = 'GET /communities/*/wish-origins'
const DETAIL = `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=`
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

async function open(page: unknown, answers: Record<string, unknown> = {}) {
  const asked = serve({ [ORIGINS]: { items: [origin()] }, [LIST]: page, ...answers })
  render(<WishesPage />)
  await screen.findByRole('button', { name: /^等人来帮/ })
  return asked
}

describe('the wishes of neighbours', () => {
  it('are those of my estate that wait, after two requests', async () => {
    const asked = await open(wishPage([wishItem()]))
    expect(await screen.findByText('湖光苑有 1 个心愿在等，最急的在前')).toBeTruthy()
    expect(asked).toMatchObject([
      { path: `/communities/${COMMUNITY}/wish-origins` },
      { path: `/communities/${COMMUNITY}/wishes`, query: { list: 'waiting', placeId: 'estate' } },
    ])
    expect(screen.getByRole('button', { name: '湖光苑' }).getAttribute('aria-pressed')).toBe('true')
    expect(screen.getByRole('button', { name: '圆了 99+' })).toBeTruthy()
    await press(/想请人教我用手机挂号/)
    expect(phone.moves).toEqual([DETAIL + WISH])
  })

  it('each say the one thing to know: how urgent, who wants it too, since when', async () => {
    const wish = (title: string, more: Parameters<typeof wishItem>[0]) =>
      wishItem({ ...more, title, wishId: title })
    await open(
      wishPage([
        wish('人字梯', { wantedBy: inDays(2), seconds: 3 }),
        wish('今天要', { wantedBy: inDays(0) }),
        wish('象棋', { seconds: 2, whenSuits: '每周六上午', byName: '老吴' }),
        wish('花坛', { seconds: 4 }),
        wish('手机课', { seconds: 5 }),
        wish('藤椅', { submittedAt: new Date().toISOString(), wantedBy: inDays(20) }),
      ]),
    )
    const card = async (title: string) =>
      (await screen.findByText(title)).closest('.card')?.querySelector('.state')?.textContent
    expect(await card('人字梯')).toBe('还有 2 天')
    expect(await card('今天要')).toBe('就是今天')
    expect(await card('象棋')).toBe('2 户也想要')
    expect(await card('花坛')).toBe('4 户也想要，再有 1 户就能提成一件事')
    expect(await card('手机课')).toBe('5 户也想要，可以提成一件事了')
    expect(await card('藤椅')).toBe('今天刚说的')
    expect(screen.getByText('· 每周六上午')).toBeTruthy()
  })

  it('what came true stands below, with its thanks', async () => {
    const thanks = '换了个垫圈就好了'
    const lately = [wishItem({ wishId: 'w9', title: '水龙头关不紧', state: 'fulfilled', thanks })]
    await open(wishPage([wishItem()], { lately }))
    expect(await screen.findByRole('heading', { name: '刚刚圆了的' })).toBeTruthy()
    expect(screen.getByText('「换了个垫圈就好了」')).toBeTruthy()
    await press(/水龙头关不紧/)
    expect(phone.moves).toEqual([`${DETAIL}w9`])
  })

  it('by place, list and kind: one request for each', async () => {
    const asked = await open(wishPage([wishItem()]))
    await screen.findByText(/在等/)
    await press('3号楼')
    await press(/^有人在帮/)
    await press('分类看')
    await userEvent.click(await screen.findByRole('button', { name: '借东西' }))
    expect(screen.getByText('只看「借东西」')).toBeTruthy()
    expect(asked.slice(2).map(({ query }) => query)).toEqual([
      { list: 'waiting', placeId: 'b3' },
      { list: 'helping', placeId: 'b3' },
      { list: 'helping', placeId: 'b3', kind: 'lend' },
    ])
    await press('换一类')
    await userEvent.click(await screen.findByRole('button', { name: '都看' }))
    expect(asked[asked.length - 1]?.query).toEqual({ list: 'helping', placeId: 'b3' })
  })

  it('of a place that is named by whoever leads here', async () => {
    phone.params = { communityId: COMMUNITY, placeId: 'b3' }
    const asked = await open(wishPage([wishItem()]))
    expect(await screen.findByText('3号楼有 1 个心愿在等，最急的在前')).toBeTruthy()
    expect(asked.find(({ path }) => /wishes$/.test(path))?.query).toMatchObject({ placeId: 'b3' })
  })

  it('for somebody without a home here: everything they may know of, without places to choose', async () => {
    const asked = await open(wishPage([wishItem()]), { [ORIGINS]: { items: [] } })
    expect(await screen.findByText('这里有 1 个心愿在等，最急的在前')).toBeTruthy()
    expect(asked[1]?.query).toEqual({ list: 'waiting' })
    expect(screen.queryByRole('group', { name: '看哪里的心愿' })).toBeNull()
  })

  it('page by page, and fresh when one comes back', async () => {
    const asked = await open(({ query }: { query: Record<string, string> }) =>
      query.cursor
        ? { ...wishPage([wishItem({ wishId: 'w2', title: '第二页的' })]), counts: null }
        : wishPage([wishItem()], { nextCursor: 'next' }),
    )
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findByText('第二页的')).toBeTruthy()
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('第二页的')).toBeTruthy()
    expect(asked.filter(({ path }) => /origins$/.test(path))).toHaveLength(1)
  })
})

describe('the other faces of the list', () => {
  it.each([
    [/^等人来帮/, '现在没有心愿在等'],
    [/^有人在帮/, '现在没有正在帮的'],
    [/^圆了/, '还没有圆了的心愿'],
  ])('an empty list says what it is for', async (list, words) => {
    await open(wishPage([]))
    await press(list)
    expect(await screen.findByText(words)).toBeTruthy()
    await press('说个心愿')
    expect(phone.moves).toEqual([`navigateTo /features/wishes/pages/say/index?communityId=${COMMUNITY}`])
  })

  it('an empty kind leads back to all of them', async () => {
    const asked = await open(wishPage([]))
    await press('分类看')
    await userEvent.click(await screen.findByRole('button', { name: '找个伴' }))
    expect(await screen.findByText('现在没有「找个伴」的心愿')).toBeTruthy()
    await press('看所有的心愿')
    expect(await screen.findByText('现在没有心愿在等')).toBeTruthy()
    expect(asked[asked.length - 1]?.query).not.toHaveProperty('kind')
  })

  it('an error, and a way to try again', async () => {
    await open(OFFLINE)
    expect(await screen.findByText('没打开心愿')).toBeTruthy()
    serve({ [ORIGINS]: { items: [origin()] }, [LIST]: wishPage([wishItem()]) })
    await press('再试一次')
    expect(await screen.findByText('想请人教我用手机挂号')).toBeTruthy()
  })

  it('signed out: the sign-in page, and nothing is asked', () => {
    signedOut()
    const asked = serve({})
    render(<WishesPage />)
    expect(phone.moves[0]).toMatch(/reLaunch .*sign-in/)
    expect(asked).toEqual([])
  })
})

describe('who isn’t at home here yet', () => {
  it('is told how to go on, and sees the wishes once they are', async () => {
    const refused = new Refusal(403, 'NOT_ALLOWED', '这件事不归您办；如果该由您办，请联系社区')
    serve({ [ORIGINS]: { items: [] }, [LIST]: refused })
    render(<WishesPage />)
    expect(await screen.findByText('绑定了家，就能看邻居的心愿')).toBeTruthy()
    expect(screen.queryByText(/不归您办/)).toBeNull()
    expect(screen.queryByRole('button', { name: '说个心愿' })).toBeNull()
    await press('绑定我的家')
    expect(phone.moves[0]).toMatch(/people\/pages\/bind/)
    serve({ [ORIGINS]: { items: [origin()] }, [LIST]: wishPage([wishItem()]) })
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(await screen.findByText('湖光苑有 1 个心愿在等，最急的在前')).toBeTruthy()
    expect(screen.getByRole('button', { name: '说个心愿' })).toBeTruthy()
  })
})
