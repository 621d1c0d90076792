import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { item } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, community, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import WorkListPage from '.'

const DESK = 'GET /communities/*/desk'

beforeEach(() => {
  signedIn(amei({ communities: [community({ hasDesk: true })] }))
  phone.params = { communityId: COMMUNITY, list: 'mine', serviceCode: 'stair_lamp' }
})

describe('the work list', () => {
  it('is the narrowed list with all its pages, and is printed by one press', async () => {
    const asked = serve({
      [DESK]: ({ query }) => ({
        items: [item({ matterId: query.cursor ?? 'm1', title: `从 ${query.cursor ?? '头'}`, floor: '3 楼' })],
        nextCursor: { 头: 'b', b: 'c' }[query.cursor ?? '头'] ?? null,
        counts: null,
      }),
    })
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
    render(<WorkListPage />)
    expect(await screen.findByText('东湖社区 · 我手上')).toBeTruthy()
    expect(screen.getByText(/，共 3 件$/)).toBeTruthy()
    expect(['从 头', '从 b', '从 c'].map((title) => screen.getByText(title))).toHaveLength(3)
    expect(screen.getAllByText('湖光苑 3号楼 2单元 · 3 楼')).toHaveLength(3)
    expect(asked[0]?.query).toEqual({ list: 'mine', serviceCode: 'stair_lamp' })
    await userEvent.click(screen.getByRole('button', { name: '打印' }))
    expect(print).toHaveBeenCalledTimes(1)
  })

  it('ends somewhere, and says so', async () => {
    let read = 0
    serve({
      [DESK]: () => {
        read += 1
        return { items: [item({ matterId: `m${read}` })], nextCursor: 'on', counts: null }
      },
    })
    render(<WorkListPage />)
    expect(await screen.findByText('太多了，只列了最早的 10 件')).toBeTruthy()
    expect(read).toBe(10)
  })

  it('nothing to do is said; an error can be tried again', async () => {
    serve({ [DESK]: OFFLINE })
    render(<WorkListPage />)
    expect(await screen.findByText('没打开要打印的事')).toBeTruthy()
    serve({ [DESK]: { items: [], nextCursor: null, counts: null } })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('这一列现在没有事')).toBeTruthy()
  })
})
