import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setMe } from '@/platform/me'
import { amei, community, COMMUNITY, office, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import GridsPage from '.'

const at = `/communities/${COMMUNITY}/grids`
const grid = {
  gridId: 'g1',
  kind: 'grid',
  name: '第一网格',
  purpose: null,
  endsAt: null,
  successorName: null,
  covers: 4,
}
const winter = {
  ...grid,
  gridId: 'g2',
  kind: 'functional_grid',
  name: '过冬',
  purpose: '查暖气',
  endsAt: '2027-02-28T16:00:00.000Z',
}
const as = (role: 'community_secretary' | 'community_staff') =>
  setMe(amei({ communities: [community({ roles: [office(role)] })] }))
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => {
  signedIn()
  phone.params = { communityId: COMMUNITY }
})

it('lists the grids with what they cover and until when, and opens one', async () => {
  as('community_staff')
  serve({ [`GET ${at}`]: { items: [grid, winter], nextCursor: null } })
  render(<GridsPage />)
  expect(await screen.findByText('基本网格 · 管着 4 处')).toBeTruthy()
  expect(screen.getByText(/^功能性网格（查暖气） · 管着 4 处 · 到 2027年2月28日 为止$/)).toBeTruthy()
  expect(screen.queryByText('建一个网格')).toBeNull()
  await press('第一网格')
  expect(phone.moves).toEqual([
    `navigateTo /features/places/pages/grid/index?communityId=${COMMUNITY}&gridId=g1`,
  ])
})

it('says what grids are for where there are none, and makes one that covers nothing yet', async () => {
  as('community_secretary')
  const asked = serve({
    [`GET ${at}`]: { items: [], nextCursor: null },
    [`POST ${at}`]: { placeId: 'g9', kind: 'grid', name: '第三网格', endsAt: null },
  })
  render(<GridsPage />)
  expect(await screen.findByText('还没有网格')).toBeTruthy()
  await press('建一个网格')
  await press('建好它')
  expect(await screen.findByText('请写上名字')).toBeTruthy()
  expect(writes(asked)).toEqual([])
  await userEvent.type(screen.getByRole('textbox', { name: /叫什么/ }), '第三网格')
  await press('建好它')
  expect(writes(asked)).toMatchObject([{ body: { kind: 'grid', name: '第三网格', covers: [] } }])
  expect(phone.moves).toEqual([
    `navigateTo /features/places/pages/grid/index?communityId=${COMMUNITY}&gridId=g9`,
  ])
})

it('is tried again after a bad network', async () => {
  as('community_staff')
  let answer: unknown = OFFLINE
  serve({ [`GET ${at}`]: () => answer })
  render(<GridsPage />)
  expect(await screen.findByText('没打开网格')).toBeTruthy()
  answer = { items: [grid], nextCursor: null }
  await press('再试一次')
  expect(await screen.findByText('第一网格')).toBeTruthy()
})

it('makes a functional grid until the end of its last day, and says so', async () => {
  as('community_secretary')
  serve({ [`GET ${at}`]: { items: [], nextCursor: null } })
  render(<GridsPage />)
  await press('建一个网格')
  await press('功能性网格')
  expect(screen.queryByText('今天')).toBeNull()
  await press('下个月底')
  expect(screen.getByText(/^到.*为止，这一天也算$/)).toBeTruthy()
  expect(screen.queryByText(/从 .* 起/)).toBeNull()
})
