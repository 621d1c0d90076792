import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { reading } from '../../../../../tests/taro/consents'
import { amei, COMMUNITY, community, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ContactReadingsPage from '.'

const ADDRESS = '/features/people/pages/contact-readings/index'
const LIST = `GET /communities/${COMMUNITY}/contact-readings`
const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor })
const press = async (words: string) => userEvent.click(await screen.findByText(words))

beforeEach(() => signedIn(amei()))

it('shows who looked, in which office, for what, and leads there', async () => {
  const forWish = reading({ readingId: 'r2', about: '换纱窗', subject: { kind: 'wish', id: 'w1' } })
  serve({ [LIST]: page([reading(), forWish]) })
  render(<ContactReadingsPage />)
  expect(await screen.findAllByText('张师傅（网格员）')).toHaveLength(2)
  await press('为了办「楼道灯不亮」')
  await press('为了帮「换纱窗」')
  expect(phone.moves).toEqual([
    `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=m1`,
    `navigateTo /features/wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=w1`,
  ])
})

it('goes on page by page', async () => {
  serve({
    [LIST]: ({ query }: { query: Record<string, string> }) =>
      query.cursor ? page([reading({ readingId: 'r2', readerName: '王敏' })]) : page([reading()], 'next'),
  })
  render(<ContactReadingsPage />)
  await screen.findByText('张师傅（网格员）')
  await userEvent.click(screen.getByRole('button', { name: /更多|再看/ }))
  expect(await screen.findByText('王敏（网格员）')).toBeTruthy()
})

it('says that nobody looked yet, and what would stand here', async () => {
  serve({ [LIST]: page([]) })
  render(<ContactReadingsPage />)
  expect(await screen.findByText('还没有人看过您的电话')).toBeTruthy()
})

it('has nothing to show before one belongs anywhere', async () => {
  signedIn(amei({ communities: [] }))
  const asked = serve({})
  render(<ContactReadingsPage />)
  expect(await screen.findByText('还没有人看过您的电话')).toBeTruthy()
  expect(asked).toEqual([])
})

it('changes between communities', async () => {
  const other = community({ communityId: 'other', name: '西湖社区', homes: [] })
  signedIn(amei({ communities: [community(), other] }))
  serve({ [LIST]: page([]) })
  render(<ContactReadingsPage />)
  await press('西湖社区')
  expect(phone.moves).toEqual([`redirectTo ${ADDRESS}?communityId=other`])
})

it('tries again after a bad network', async () => {
  let network: unknown = OFFLINE
  serve({ [LIST]: () => network })
  render(<ContactReadingsPage />)
  expect(await screen.findByText('没打开记录')).toBeTruthy()
  network = page([reading()])
  await press('再试一次')
  expect(await screen.findByText('张师傅（网格员）')).toBeTruthy()
})
