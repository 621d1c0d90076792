import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setMe } from '@/platform/me'
import { amei, community, COMMUNITY, office, region, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import PlacesPage from '.'

const at = `/communities/${COMMUNITY}/places`
const item = (placeId: string, kind: string, name: string) => ({ placeId, kind, name, hasChildren: true })
const building = {
  placeId: 'building',
  communityId: COMMUNITY,
  communityName: '东湖社区',
  kind: 'building',
  name: '3号楼',
  path: [{ placeId: 'building', kind: 'building', name: '3号楼' }],
  gridName: null,
  mayIssueDoorCode: true,
}
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const administrator = () =>
  setMe(
    amei({
      communities: [],
      regions: [region({ roles: [office('administrator', '湖滨街道', 'subdistrict')] })],
    }),
  )
const staff = () => setMe(amei({ communities: [community({ roles: [office('community_staff')] })] }))

beforeEach(() => {
  signedIn()
  phone.params = { communityId: COMMUNITY }
})

it('goes down the tree a level at a time; what holds nothing leads straight to its codes, a home nowhere', async () => {
  staff()
  phone.params = { communityId: COMMUNITY, placeId: 'building' }
  serve({
    [`GET ${at}/building`]: building,
    [`GET ${at}`]: {
      items: [item('e', 'entrance', '2单元'), item('f', 'facility', '配电间'), item('h', 'home', '101')],
      nextCursor: null,
    },
  })
  render(<PlacesPage />)
  await press('2单元')
  await press('配电间')
  const home = await screen.findByText(/101/)
  await userEvent.click(home)
  expect(phone.moves).toEqual([
    `navigateTo /features/places/pages/places/index?communityId=${COMMUNITY}&placeId=e`,
    `navigateTo /features/places/pages/codes/index?communityId=${COMMUNITY}&placeId=f`,
  ])
  expect(screen.queryByText('在这里添一处')).toBeNull()
})

it('the administrator adds an estate where nothing is yet', async () => {
  administrator()
  const asked = serve({
    [`GET ${at}`]: { items: [], nextCursor: null },
    [`POST ${at}`]: { ...building, kind: 'estate', name: '湖光苑' },
  })
  render(<PlacesPage />)
  expect(await screen.findByText('这里还没登记地方')).toBeTruthy()
  await press('添一个小区')
  await press('添上')
  expect(await screen.findByText('请写上名字')).toBeTruthy()
  await userEvent.type(screen.getByRole('textbox', { name: /叫什么/ }), ' 湖光苑 ')
  await press('添上')
  expect(writes(asked)).toMatchObject([{ body: { parentId: null, name: '湖光苑' } }])
})

it('who has no office here is told whose this is', async () => {
  setMe(amei())
  render(<PlacesPage />)
  expect(await screen.findByText('这里由社区工作人员来管')).toBeTruthy()
})
