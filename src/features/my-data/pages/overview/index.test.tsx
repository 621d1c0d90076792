import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, signedIn, signedOut } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import MyDataPage from '.'

const press = async (words: string) => userEvent.click(await screen.findByText(words))
const NONE = { archive: null, nextAt: null }
const archive = (state: 'making' | 'ready') => ({
  archive: {
    state,
    askedAt: '2026-11-18T02:00:00.000Z',
    readyAt: state === 'ready' ? '2026-11-18T02:01:00.000Z' : null,
    endsAt: '2026-11-21T02:00:00.000Z',
    bytes: state === 'ready' ? 1_600_000 : 0,
  },
  nextAt: '2026-11-19T02:00:00.000Z',
})

beforeEach(() => signedIn(amei()))

it('asks for a copy once, and says that it is being made', async () => {
  const asked = serve({ 'GET /me/archive': NONE, 'POST /me/archive': archive('making') })
  render(<MyDataPage />)
  await press('做一份')
  expect(await screen.findByText(/正在做，做好了在消息里告诉您/)).toBeTruthy()
  expect(screen.queryByText('做一份')).toBeNull()
  expect(writes(asked)).toHaveLength(1)
})

it('says how big it is and until when it is kept, and opens it at a fresh address', async () => {
  const asked = serve({
    'GET /me/archive': archive('ready'),
    'POST /me/archive/addresses': new Refusal(409, 'ARCHIVE_NOT_READY', '还没做好，或已经过期了'),
  })
  render(<MyDataPage />)
  expect(await screen.findByText('做好了，约 1.5 MB，存到 2026年11月21日')).toBeTruthy()
  await press('下载')
  expect((await screen.findByRole('alert')).textContent).toBe('还没做好，或已经过期了')
  expect(writes(asked).map(({ path }) => path)).toEqual(['/me/archive/addresses'])
})

it('asks for another address at each press: the one before may be over', async () => {
  const asked = serve({ 'GET /me/archive': archive('ready'), 'POST /me/archive/addresses': OFFLINE })
  render(<MyDataPage />)
  await press('下载')
  await screen.findByRole('alert')
  await press('下载')
  await waitFor(() => expect(writes(asked)).toHaveLength(2))
  const [first, second] = writes(asked).map(({ key }) => key)
  expect(first).not.toBe(second)
})

it('leads to homes, devices and closing, and says when the account will go', async () => {
  signedIn(amei({ closesAt: '2026-11-25T02:00:00.000Z' }))
  serve({ 'GET /me/archive': NONE })
  render(<MyDataPage />)
  expect(await screen.findByText('您的账号 2026年11月25日 注销')).toBeTruthy()
  await press('注销账号')
  await press('我的家')
  expect(phone.moves).toEqual([
    'navigateTo /features/my-data/pages/close/index',
    'navigateTo /features/people/pages/requests/index?list=mine',
  ])
})

it('tries again after a bad network, and asks to sign in first', async () => {
  let network: unknown = OFFLINE
  serve({ 'GET /me/archive': () => network })
  const { unmount } = render(<MyDataPage />)
  expect(await screen.findByText('没打开您的数据')).toBeTruthy()
  network = NONE
  await press('再试一次')
  expect(await screen.findByText('做一份')).toBeTruthy()
  unmount()
  signedOut()
  render(<MyDataPage />)
  expect(phone.moves[0]).toMatch(/^reLaunch .*sign-in/)
})
