import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import Taro from '@tarojs/taro'
import { amei, signedIn } from '../../../../../tests/taro/people'
import { serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { outbox } from '@/platform/outbox'
import ClosePage from '.'

jest.mock('@/platform/device', () => ({ isWeapp: true, useWide: () => false }))

const removed: string[] = []
const files = { removeSavedFile: ({ filePath }: { filePath: string }) => void removed.push(filePath) }

it('leaves no photo on the phone: neither of drafts nor of what waits; another person’s stay', async () => {
  Object.assign(Taro, { getFileSystemManager: () => files })
  const me = amei()
  signedIn(me)
  serve({ 'GET /me': me, 'POST /me/closing': amei({ closesAt: '2026-11-25T02:00:00.000Z' }) })
  phone.stored.set(`linli.report.${me.personId}`, { photos: [{ id: 'a', file: 'wxfile://draft' }] })
  phone.stored.set('linli.report.somebody-else', { photos: [{ id: 'b', file: 'wxfile://other' }] })
  outbox.put({
    key: 'k1',
    label: '报事',
    about: 'reports',
    communityId: 'c',
    path: '/communities/c/matters',
    body: {},
    photos: { photoIds: [{ id: 'c', file: 'wxfile://waiting' }] },
    draft: { key: 'report', value: {} },
    page: { route: '/report', query: {} },
    writtenAt: Date.now(),
  })
  render(<ClosePage />)
  await userEvent.click(await screen.findByText('我说过的话也都删掉'))
  await userEvent.type(await screen.findByRole('textbox', { name: /请写上「注销」/ }), '注销')
  await userEvent.click(screen.getByText('7 天后注销'))
  await screen.findByText('先不注销')
  await userEvent.click(document.querySelector('#linli-dialog .btn--danger') as Element)
  await waitFor(() => expect(outbox.list()).toEqual([]))
  expect([...new Set(removed)].sort()).toEqual(['wxfile://draft', 'wxfile://waiting'])
  expect([...phone.stored.keys()]).toContain('linli.report.somebody-else')
})
