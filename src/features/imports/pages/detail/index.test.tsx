import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ImportView } from '#core/imports'
import { amei, COMMUNITY, community, office, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ImportPage from '.'

const READ = `GET /communities/${COMMUNITY}/imports/i1`
const ACT = `POST /communities/${COMMUNITY}/imports/i1/acts`
const PROBLEMS = `GET /communities/${COMMUNITY}/imports/i1/problems`
const view = (more: Partial<ImportView> = {}): ImportView => ({
  importId: 'i1',
  communityId: COMMUNITY,
  format: 'xlsx',
  state: 'ready',
  byName: '王敏',
  createdAt: '2026-11-18T02:00:00.000Z',
  appliedAt: null,
  rowsDone: 3,
  rowsTotal: 3,
  counts: [{ sheet: 'roll', added: 2, changed: 0, unchanged: 1, ending: 0 }],
  problemCount: 0,
  mayApply: true,
  previewChanged: false,
  ...more,
})

beforeEach(() => {
  signedIn(amei({ communities: [community({ roles: [office('community_staff')] })] }))
  phone.params = { communityId: COMMUNITY, importId: 'i1' }
})

it('shows what a table would change, and brings it in once', async () => {
  const asked = serve({
    [READ]: view(),
    [ACT]: view({ state: 'applying', mayApply: false, rowsDone: 1, rowsTotal: 2 }),
  })
  render(<ImportPage />)
  expect(await screen.findByText('核对好了，等您导入')).toBeTruthy()
  expect(screen.getByText('新增 2，不变 1')).toBeTruthy()
  expect(screen.getByText('表里没写的，原来怎样还怎样。')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '导入' }))
  expect(await screen.findByText('写了 1 / 2 行')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '导入' })).toBeNull()
  expect(writes(asked).map(({ body }) => body)).toEqual([{ act: 'apply' }])
})

it('says to look again when something else changed since', async () => {
  serve({ [READ]: view({ previewChanged: true }) })
  render(<ImportPage />)
  expect(await screen.findByText('情况变了，请再看一遍')).toBeTruthy()
  expect(screen.queryByText('核对好了，等您导入')).toBeNull()
  expect(screen.getByRole('button', { name: '导入' })).toBeTruthy()
})

it('looks again by itself until it is checked', async () => {
  let times = 0
  serve({
    [READ]: () => ((times += 1) === 1 ? view({ state: 'checking', mayApply: false, counts: [] }) : view()),
  })
  render(<ImportPage />)
  expect(await screen.findByText('读了 3 行')).toBeTruthy()
  await waitFor(() => expect(screen.getByText('核对好了，等您导入')).toBeTruthy(), { timeout: 4_000 })
  expect(times).toBe(2)
})

it('lists every bad row with its place and why, and leads to another try', async () => {
  serve({
    [READ]: view({ state: 'bad', mayApply: false, problemCount: 2 }),
    [PROBLEMS]: {
      items: [
        { position: 1, sheet: '住户名册', row: 4, column: '关系', words: '只能写：业主、家人、租户' },
        { position: 2, sheet: null, row: null, column: null, words: '行太多了' },
      ],
      nextCursor: null,
    },
  })
  render(<ImportPage />)
  expect(await screen.findByText('住户名册 第 4 行 关系')).toBeTruthy()
  expect(screen.getByText('只能写：业主、家人、租户')).toBeTruthy()
  expect(screen.getByText('整个文件')).toBeTruthy()
  expect(screen.getByText('2 处要改')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '再传一个' }))
  expect(phone.moves[0]).toMatch(/imports\/pages\/list\/index\?communityId=/)
})

it('says why it can not begin now, and stays', async () => {
  const words = '这个社区有另一个表格正在导入，请等它导完再导这个'
  serve({ [READ]: view(), [ACT]: new Refusal(409, 'IMPORT_UNDER_WAY', words) })
  render(<ImportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '导入' }))
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByRole('button', { name: '导入' })).toBeTruthy()
})

it('without an import leads back', async () => {
  phone.params = { communityId: COMMUNITY }
  render(<ImportPage />)
  await userEvent.click(await screen.findByRole('button', { name: '回到名册和表格' }))
  expect(phone.moves[0]).toMatch(/imports\/pages\/list/)
})
