import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, signedIn } from '../../../../tests/taro/people'
import { phone } from '../../../../tests/taro/taro'
import { NetworkError } from '@/platform/readable-error'
import { Unsent } from '.'

const letter = {
  key: 'k1',
  label: '报事：楼道灯不亮',
  about: 'reports',
  communityId: 'c',
  path: '/communities/c/matters',
  body: {},
  photos: {},
  draft: { key: 'report.draft', value: {} },
  page: { route: '/report', query: {} },
  writtenAt: Date.now(),
}

it('that another page has sent meanwhile is done: nobody stands before a dead button', async () => {
  signedIn(amei())
  const words = { offline: '没连上网', away: '没连上', kept: '存在手机里了' }
  render(<Unsent waiting={{ letter, error: new NetworkError() }} words={words} />)
  await userEvent.click(screen.getByText('现在再发一次'))
  await waitFor(() => expect(phone.moves).toEqual(['switchTab /pages/home/index']))
})
