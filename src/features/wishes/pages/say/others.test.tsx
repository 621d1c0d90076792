import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { origin, wishView } from '../../../../../tests/taro/wishes'
import SayPage from '.'

const SEND = 'POST /communities/*/wishes'
const ORIGINS = 'GET /communities/*/wish-origins'
const HERE = { [ORIGINS]: { items: [origin()] } }
const what = () => screen.findByRole('textbox', { name: /^想要什么/ })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const box = (name: RegExp) => screen.getByRole('textbox', { name })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY }
})

describe('for somebody else', () => {
  it('says whose wish it is and how they agreed', async () => {
    const asked = serve({ ...HERE, [SEND]: wishView() })
    render(<SayPage />)
    await what()
    await press('替别人说')
    await press('说给邻居听')
    expect(screen.getByText('请写一下是谁的心愿')).toBeTruthy()
    await userEvent.type(box(/^怎么称呼/), '李奶奶')
    await userEvent.type(await what(), '想要一把旧藤椅')
    await press('说给邻居听')
    expect(screen.getByText('请选一下是怎么同意的')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await press('当面说的')
    await userEvent.type(box(/^那位的电话/), '13800000001')
    await press('说给邻居听')
    expect(writes(asked)[0]?.body).toMatchObject({
      placeId: 'b3',
      forOther: { name: '李奶奶', way: 'in_person', phone: '13800000001' },
    })
  })

  it('in another building, from which it may be said as far as the server says', async () => {
    const other = origin({
      placeId: 'b5',
      name: '湖光苑 5号楼',
      home: false,
      scopes: [{ scope: 'building', placeId: 'b5', name: '5号楼' }],
    })
    const building = { placeId: 'b5', kind: 'building', name: '5号楼', hasChildren: true }
    const grid = { placeId: 'g2', kind: 'grid', name: '第二网格', hasChildren: false }
    const asked = serve({
      [ORIGINS]: ({ query }: { query: Record<string, string> }) => ({
        items: [query.placeId === 'b5' ? other : origin()],
      }),
      'GET /communities/*/places': { items: [grid, building], nextCursor: null },
      [SEND]: wishView(),
    })
    render(<SayPage />)
    await what()
    await press('替别人说')
    await press(/^那位住哪栋楼/)
    await userEvent.click(await screen.findByRole('button', { name: '5号楼' }))
    expect(screen.queryByText('第二网格')).toBeNull()
    expect(await screen.findByText('本楼的邻居（5号楼）')).toBeTruthy()
    await userEvent.type(box(/^怎么称呼/), '李奶奶')
    await press('写了字条')
    await userEvent.type(await what(), '想要一把旧藤椅')
    await press('说给邻居听')
    expect(writes(asked)[0]?.body).toMatchObject({ placeId: 'b5', scope: 'building' })
  })

  it('only where one lives near or answers for: else it says so, and stays where it was', async () => {
    const building = { placeId: 'b9', kind: 'building', name: '9号楼', hasChildren: false }
    serve({
      [ORIGINS]: ({ query }: { query: Record<string, string> }) => ({
        items: query.placeId ? [] : [origin()],
      }),
      'GET /communities/*/places': { items: [building], nextCursor: null },
    })
    render(<SayPage />)
    await what()
    await press('替别人说')
    await press(/^那位住哪栋楼/)
    await userEvent.click(await screen.findByRole('button', { name: '9号楼' }))
    expect(await screen.findByText(/替邻居说，要住得近或在那里有职务/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^那位住哪栋楼.*湖光苑 3号楼/ })).toBeTruthy()
  })

  it('is all that is offered to who looks after the place without living there', async () => {
    signedIn(amei({ communities: [community({ homes: [], roles: [office('grid_worker')] })] }))
    const asked = serve({ [ORIGINS]: { items: [] }, [SEND]: wishView() })
    render(<SayPage />)
    await what()
    expect(screen.queryByRole('button', { name: '我自己' })).toBeNull()
    await userEvent.type(box(/^怎么称呼/), '李奶奶')
    await press('电话里说的')
    await userEvent.type(await what(), '想要一把旧藤椅')
    await press('说给邻居听')
    expect(screen.getByText('请选一下住哪栋楼')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })
})
