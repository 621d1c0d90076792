import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { item, MATTER } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import MinePage from '.'

const MINE = 'GET /communities/*/matters/mine'

beforeEach(() => signedIn(amei()))

describe('what I reported', () => {
  it('stands there with where it is, newest first, page by page', async () => {
    const asked = serve({
      [MINE]: ({ query }) => ({
        items: [item({ matterId: query.cursor ?? MATTER })],
        nextCursor: query.cursor ? null : 'm2',
      }),
    })
    render(<MinePage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    await userEvent.click(await screen.findByRole('button', { name: /楼道灯不亮.*等第二网格来接/ }))
    expect(phone.moves).toEqual([
      `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=${MATTER}`,
    ])
    await userEvent.click(screen.getByRole('button', { name: '看更多' }))
    expect(await screen.findAllByText('等第二网格来接')).toHaveLength(2)
    expect(asked).toHaveLength(2)
  })

  it('nothing yet: what to report, and how', async () => {
    serve({ [MINE]: { items: [], nextCursor: null } })
    render(<MinePage />)
    await userEvent.click(await screen.findByRole('button', { name: '报一件' }))
    expect(phone.moves).toEqual(['navigateTo /features/matters/pages/report/index'])
  })

  it('an error, and a way to try again', async () => {
    serve({ [MINE]: OFFLINE })
    render(<MinePage />)
    expect(await screen.findByText('没打开您报的事')).toBeTruthy()
    serve({ [MINE]: { items: [item()], nextCursor: null } })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('楼道灯不亮')).toBeTruthy()
  })
})
