import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { noticeItem } from '../../../../../tests/taro/notices'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import NoticesPage from '.'

const LIST = 'GET /communities/*/notices'
const head = () => amei({ communities: [community({ roles: [office('building_head', '3号楼')] })] })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, placeId: 'building' }
})

describe('the notices of a place', () => {
  it('stand with those on top first, and open', async () => {
    const asked = serve({
      [LIST]: {
        pinned: [noticeItem({ noticeId: 'top', title: '长期停水', pinned: true })],
        items: [
          noticeItem(),
          noticeItem({ noticeId: 'n2', title: '改期了的', withdrawn: true, excerpt: '' }),
        ],
        nextCursor: null,
      },
    })
    render(<NoticesPage />)
    expect(
      (await screen.findAllByRole('heading', { level: 2 })).map((heading) => heading.textContent),
    ).toEqual(['置顶', '最近'])
    expect(screen.getByText('撤回了')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发通知' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /周四停水/ }))
    expect(asked[0]?.query).toEqual({ placeId: 'building' })
    expect(phone.moves).toEqual([
      `navigateTo /features/notices/pages/detail/index?communityId=${COMMUNITY}&noticeId=n1`,
    ])
  })

  it('lets who publishes see their own, and write one', async () => {
    signedIn(head())
    const asked = serve({
      [LIST]: ({ query }) => ({
        pinned: [],
        items: query.mine ? [] : [noticeItem()],
        nextCursor: null,
      }),
    })
    render(<NoticesPage />)
    await userEvent.click(await screen.findByRole('button', { name: '我发的' }))
    expect(await screen.findByText('您还没发过通知')).toBeTruthy()
    expect(asked[1]?.query).toEqual({ mine: 'true' })
    await userEvent.click(screen.getByRole('button', { name: '发通知' }))
    expect(phone.moves[0]).toMatch(/publish\/index\?communityId=/)
  })

  it('says that there are none', async () => {
    serve({ [LIST]: { pinned: [], items: [], nextCursor: null } })
    render(<NoticesPage />)
    expect(await screen.findByText('还没有通知')).toBeTruthy()
  })

  it('says that they could not be opened', async () => {
    serve({ [LIST]: OFFLINE })
    render(<NoticesPage />)
    expect(await screen.findByText('没打开通知')).toBeTruthy()
  })

  it('are read without a network as they were last, with their age, until it is back', async () => {
    serve({ [LIST]: { pinned: [], items: [noticeItem({ title: '周四停水' })], nextCursor: null } })
    const { unmount } = render(<NoticesPage />)
    await screen.findByText('周四停水')
    unmount()
    serve({ [LIST]: OFFLINE })
    render(<NoticesPage />)
    expect(await screen.findByText('周四停水')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toMatch(/^没连上网.*刚才/)
    serve({ [LIST]: { pinned: [], items: [noticeItem({ title: '周五停水' })], nextCursor: null } })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('周五停水')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
