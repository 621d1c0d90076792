import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setMe } from '@/platform/me'
import { amei, community, COMMUNITY, office, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import CodesPage from '.'

const CODE = '0123456789ABCDEFGHJKMNPQRS'
const GROUPS = '0123 4567 89AB CDEF GHJK MNPQ RS'
const at = `/communities/${COMMUNITY}/places/building`
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
const valid = {
  code: CODE,
  placeId: 'building',
  issuedAt: '2026-11-18T02:00:00.000Z',
  revokedAt: null,
  replaced: false,
}
const gone = { ...valid, code: '1123456789ABCDEFGHJKMNPQRS', revokedAt: valid.issuedAt, replaced: true }
const press = async (words: string) => userEvent.click(await screen.findByText(words))
const last = async (words: string) => {
  const all = await screen.findAllByText(words)
  await userEvent.click(all[all.length - 1] as HTMLElement)
}
const server = (more: Parameters<typeof serve>[0] = {}) =>
  serve({
    ...more,
    [`GET ${at}/door-codes`]: { items: [valid, gone], nextCursor: null },
    [`GET ${at}`]: building,
  })

beforeEach(() => {
  signedIn()
  setMe(amei({ communities: [community({ roles: [office('community_staff')] })] }))
  phone.params = { communityId: COMMUNITY, placeId: 'building' }
})

it('shows a code as it is printed, and what became of an old one', async () => {
  server()
  render(<CodesPage />)
  expect(await screen.findByText(GROUPS)).toBeTruthy()
  expect(screen.getByText('能用')).toBeTruthy()
  expect(screen.getByText('换成新的了')).toBeTruthy()
})

it('replaces a code only after a question that says what happens to the sticker', async () => {
  const asked = server({ [`POST ${at}/door-codes/${CODE}/replacement`]: { ...valid, code: gone.code } })
  render(<CodesPage />)
  await userEvent.click(await screen.findByRole('button', { name: `换新的，${GROUPS}` }))
  expect(await screen.findByText(/旧码当场就不能用了/)).toBeTruthy()
  expect(writes(asked)).toEqual([])
  await last('换新的')
  expect(writes(asked)).toMatchObject([{ method: 'POST' }])
})

it('makes a sheet of every entrance and opens it', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(window)
  const asked = server({ [`POST ${at}/door-sheets`]: { url: '/api/sheet', codes: 3, issued: 2 } })
  render(<CodesPage />)
  await press('打印')
  await press('每个门栋（没分门栋的楼，整栋一张）')
  await press('做成 PDF')
  expect(await screen.findByText('共 3 张，其中 2 张是新发的')).toBeTruthy()
  expect(writes(asked)).toMatchObject([{ body: { below: 'entrance', layout: 'cut' } }])
  await press('打开 PDF')
  expect(open).toHaveBeenCalledWith('/api/sheet', '_blank')
  open.mockRestore()
})

it('says in words why no sheet was made', async () => {
  server({ [`POST ${at}/door-sheets`]: new Refusal(409, 'DOOR_SHEET_EMPTY', '这下面没有要贴码的地方') })
  render(<CodesPage />)
  await press('打印')
  await press('做成 PDF')
  expect(await screen.findByText('这下面没有要贴码的地方')).toBeTruthy()
})
