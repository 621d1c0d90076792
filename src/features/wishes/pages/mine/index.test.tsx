import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { WISH, wishItem } from '../../../../../tests/taro/wishes'
import MyWishesPage from '.'

const MINE = 'GET /communities/*/wishes/mine'
const page = (...items: ReturnType<typeof wishItem>[]) => ({ items, nextCursor: null })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

beforeEach(() => signedIn(amei()))

describe('my wishes and my help', () => {
  it('what I said, with what of it waits for me', async () => {
    serve({
      [MINE]: page(
        wishItem({ title: '挂号', mine: true, offersWaiting: 2 }),
        wishItem({ wishId: 'w2', title: '纱窗', mine: true, state: 'delivered', helperName: '小周' }),
        wishItem({ wishId: 'w3', title: '藤椅', mine: true, state: 'expired' }),
        wishItem({ wishId: 'w4', title: '借钱', mine: true, state: 'submitted' }),
      ),
    })
    render(<MyWishesPage />)
    expect(await screen.findByText('2 位邻居愿意帮，等您点头')).toBeTruthy()
    expect(screen.getByText('说是帮好了，请您说一声')).toBeTruthy()
    expect(screen.getByText('到期了，先收起来了')).toBeTruthy()
    expect(screen.getByText('社区先看一眼，再给邻居看')).toBeTruthy()
    await press(/挂号/)
    expect(phone.moves).toEqual([
      `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=${WISH}`,
    ])
  })

  it('and where I help', async () => {
    const asked = serve({
      [MINE]: ({ query }: { query: Record<string, string> }) =>
        query.part === 'helping' ? page(wishItem({ state: 'claimed', helping: true })) : page(),
    })
    render(<MyWishesPage />)
    await screen.findByText('您还没说过心愿')
    await press('我帮的')
    expect(await screen.findByText('您在帮')).toBeTruthy()
    expect(asked.map(({ query }) => query.part)).toEqual(['said', 'helping'])
  })

  it('nothing yet: how to begin, for each', async () => {
    serve({ [MINE]: page() })
    render(<MyWishesPage />)
    await userEvent.click(await screen.findByRole('button', { name: '说个心愿' }))
    await press('我帮的')
    await userEvent.click(await screen.findByRole('button', { name: '看看邻居的心愿' }))
    expect(phone.moves).toEqual([
      `navigateTo /features/wishes/pages/say/index?communityId=${COMMUNITY}`,
      `navigateTo /features/wishes/pages/list/index?communityId=${COMMUNITY}`,
    ])
  })

  it('who is in no community yet finds the way there', async () => {
    signedIn(amei({ communities: [] }))
    serve({})
    render(<MyWishesPage />)
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
  })

  it('an error, and a way to try again', async () => {
    serve({ [MINE]: OFFLINE })
    render(<MyWishesPage />)
    expect(await screen.findByText('没打开您的心愿')).toBeTruthy()
    serve({ [MINE]: page(wishItem({ mine: true })) })
    await press('再试一次')
    expect(await screen.findByText('想请人教我用手机挂号')).toBeTruthy()
  })
})
