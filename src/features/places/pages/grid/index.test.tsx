import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setMe } from '@/platform/me'
import { amei, community, COMMUNITY, office, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import GridPage from '.'

const grid = {
  gridId: 'g1',
  kind: 'grid',
  name: '第一网格',
  purpose: null,
  endsAt: null,
  successorName: null,
  covers: 1,
  communityId: COMMUNITY,
  openMatters: 12,
  officers: 3,
  mayArrange: true,
}
const others = [{ ...grid, gridId: 'g2', name: '第二网格' }]
const at = `/communities/${COMMUNITY}/grids`
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => {
  signedIn()
  phone.params = { communityId: COMMUNITY, gridId: 'g1' }
})

it('says before a grid is dissolved what becomes of its matters, buildings and offices', async () => {
  setMe(amei({ communities: [community({ roles: [office('community_secretary')] })] }))
  const asked = serve({
    [`GET ${at}/g1`]: grid,
    [`GET ${at}/g1/coverages`]: { items: [], nextCursor: null },
    [`GET ${at}`]: { items: [grid, ...others], nextCursor: null },
    [`POST ${at}/g1/dissolution`]: { ...grid, endsAt: '2027-01-01T00:00:00.000Z' },
  })
  render(<GridPage />)
  await press('撤掉这个网格')
  await press('第二网格')
  expect(await screen.findByText(/12 件没办完的事会转给第二网格；管着的楼栋归第二网格/)).toBeTruthy()
  await press('撤掉')
  const yes = await screen.findAllByText('撤掉')
  await userEvent.click(yes[yes.length - 1] as HTMLElement)
  expect(writes(asked)).toMatchObject([{ body: { successorId: 'g2' } }])
})

it('offers nothing to who only looks, and nothing at all to a resident', async () => {
  setMe(amei({ communities: [community({ roles: [office('community_staff')] })] }))
  serve({
    [`GET ${at}/g1`]: { ...grid, mayArrange: false },
    [`GET ${at}/g1/coverages`]: { items: [], nextCursor: null },
  })
  const { unmount } = render(<GridPage />)
  expect(await screen.findByText('12 件')).toBeTruthy()
  expect(screen.queryByText('撤掉这个网格')).toBeNull()
  unmount()
  setMe(amei())
  render(<GridPage />)
  expect(await screen.findByText('这里由社区工作人员来管')).toBeTruthy()
})

describe('what is yet to come', () => {
  const ending = { ...grid, endsAt: '2099-01-01T00:00:00.000Z', successorName: '第二网格' }
  const coming = {
    coverageId: 'k1',
    placeId: 'b5',
    placeName: '湖光苑 5号楼',
    from: '2099-01-01T00:00:00.000Z',
    to: null,
    nextGridName: null,
    mayTakeBack: true,
  }
  const last = async (words: string) => {
    const all = await screen.findAllByText(words)
    await userEvent.click(all[all.length - 1] as HTMLElement)
  }
  beforeEach(() => setMe(amei({ communities: [community({ roles: [office('community_secretary')] })] })))

  it('a dissolution is taken back, after it was said that offices still end', async () => {
    const asked = serve({
      [`DELETE ${at}/g1/dissolution`]: grid,
      [`GET ${at}/g1`]: ending,
      [`GET ${at}/g1/coverages`]: { items: [], nextCursor: null },
    })
    render(<GridPage />)
    await press('不撤了')
    expect(await screen.findByText(/职务到那天还是会结束/)).toBeTruthy()
    await last('不撤了')
    expect(writes(asked)).toMatchObject([{ method: 'DELETE', path: `${at}/g1/dissolution` }])
  })

  it('a move is taken back', async () => {
    const asked = serve({
      [`DELETE ${at}/g1/coverages/k1`]: { done: true },
      [`GET ${at}/g1`]: grid,
      [`GET ${at}/g1/coverages`]: { items: [coming], nextCursor: null },
    })
    render(<GridPage />)
    await press('湖光苑 5号楼')
    expect(await screen.findByText('湖光苑 5号楼不划过来了吗？')).toBeTruthy()
    await last('不划了')
    expect(writes(asked)).toMatchObject([{ method: 'DELETE', path: `${at}/g1/coverages/k1` }])
  })
})

it('keeps the last day of a functional grid through a change: it names the day that still counts', async () => {
  setMe(amei({ communities: [community({ roles: [office('community_secretary')] })] }))
  const winter = {
    ...grid,
    kind: 'functional_grid',
    purpose: '查暖气',
    endsAt: '2099-02-28T16:00:00.000Z',
  }
  const asked = serve({
    [`POST ${at}/g1/terms`]: winter,
    [`GET ${at}/g1`]: winter,
    [`GET ${at}/g1/coverages`]: { items: [], nextCursor: null },
  })
  render(<GridPage />)
  expect(await screen.findByText('到 2099年2月28日 为止')).toBeTruthy()
  await press('改用途和结束的日子')
  expect(await screen.findByText(/^到2月28日（.*）为止，这一天也算$/)).toBeTruthy()
  await press('就这样改')
  expect(writes(asked)).toMatchObject([{ body: { endsAt: winter.endsAt } }])
})
