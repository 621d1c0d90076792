import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import WaitingPage from '.'

const waits = {
  key: 'k1',
  label: '报事：五楼的扶手松了',
  about: 'reports:amei',
  communityId: COMMUNITY,
  path: `/communities/${COMMUNITY}/matters`,
  body: {},
  photos: {},
  draft: { key: 'd', value: {} },
  page: { route: '/r', query: {} },
  writtenAt: Date.now(),
}

beforeEach(() => {
  signedIn()
  phone.stored.set('linli.outbox.amei', [waits])
})

it('asks whose box it is before it says what waits', async () => {
  const asked = serve({ 'GET /me': amei() })
  render(<WaitingPage />)
  expect(screen.queryByText('没有等着发的')).toBeNull()
  expect(await screen.findByText(waits.label)).toBeTruthy()
  expect(asked).toHaveLength(1)
})

it('says so where nobody knows whose it is, and tries again', async () => {
  let me: unknown = OFFLINE
  serve({ 'GET /me': () => me })
  render(<WaitingPage />)
  expect(await screen.findByText('没打开等着发的')).toBeTruthy()
  me = amei()
  await userEvent.click(screen.getByText('再试一次'))
  expect(await screen.findByText(waits.label)).toBeTruthy()
})

it('teaches what it is for when nothing waits', async () => {
  phone.stored.delete('linli.outbox.amei')
  serve({ 'GET /me': amei() })
  render(<WaitingPage />)
  expect(await screen.findByText('没有等着发的')).toBeTruthy()
})
