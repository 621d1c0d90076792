import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, community, office, region, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ImportsPage from '.'

const LIST = `GET /communities/${COMMUNITY}/imports`
const EXPORT = `POST /communities/${COMMUNITY}/exports`
const none = { items: [], nextCursor: null }

beforeEach(() => {
  signedIn(amei({ communities: [community({ roles: [office('community_staff')] })] }))
  phone.params = { communityId: COMMUNITY }
})

it('says how it goes, where nothing was brought in yet', async () => {
  serve({ [LIST]: none })
  render(<ImportsPage />)
  expect(await screen.findByText('还没导入过表格')).toBeTruthy()
  expect(screen.getByRole('button', { name: '选一个表格导入' })).toBeTruthy()
  expect(screen.getByText('下载空白模板')).toBeTruthy()
})

it('takes names and phones out only after a word about them', async () => {
  const saved: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.getAttribute('href') ?? '')
  })
  const asked = serve({ [LIST]: none, [EXPORT]: { address: '/api/x', until: '2026-11-18T02:10:00.000Z' } })
  render(<ImportsPage />)
  await userEvent.click(await screen.findByText('住户名册'))
  const question = await screen.findByRole('alertdialog', { name: '导出的表里有姓名和电话' })
  await userEvent.click(within(question).getByText('先不导'))
  expect(writes(asked)).toEqual([])
  await userEvent.click(screen.getByText('住户名册'))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByText('导出'))
  await screen.findByText('住户名册')
  expect(writes(asked).map(({ body }) => body)).toEqual([{ sheets: ['roll'], format: 'xlsx' }])
  expect(saved).toEqual(['/api/x'])
})

it('says which of the exported sheets somebody else brings in again', async () => {
  serve({ [LIST]: none })
  render(<ImportsPage />)
  expect(await screen.findByText(/地方、户请交给管理员导入，自己导入前从文件里删掉$/)).toBeTruthy()
})

it('lets the administrator say which community, and offers no rolls of people', async () => {
  signedIn(
    amei({
      communities: [],
      regions: [region({ kind: 'district', roles: [office('administrator', '本区', 'd1')] })],
    }),
  )
  phone.params = {}
  serve({
    'GET /communities': {
      items: [{ communityId: COMMUNITY, name: '东湖社区', subdistrictName: '湖滨街道' }],
      nextCursor: null,
    },
  })
  const { unmount } = render(<ImportsPage />)
  await userEvent.click(await screen.findByText('东湖社区'))
  expect(phone.moves[0]).toMatch(/imports\/pages\/list\/index\?communityId=/)
  unmount()
  phone.params = { communityId: COMMUNITY }
  serve({ [LIST]: none })
  render(<ImportsPage />)
  expect(await screen.findByText('专有部分')).toBeTruthy()
  expect(screen.queryByText('住户名册')).toBeNull()
})
