import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RoundReport } from '#core/rounds'
import { ROUTES } from '@/routes'
import { agendaView, ROUND } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import RoundReportPage from '.'

const READ = 'GET /communities/*/rounds/*/report'
const PRINT = 'POST /communities/*/rounds/*/report-prints'
const FOLLOW = 'POST /communities/*/rounds/*/follow-ups'
const NEXT = '01990000-0000-7000-8000-00000000e009'
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

const report = (more: Partial<RoundReport> = {}): RoundReport => ({
  roundId: ROUND,
  question: '楼前那块空地，怎么用才好',
  placeName: '湖光苑 3号楼',
  convenerName: '陈阿姨（楼栋长）',
  state: 'closed',
  createdAt: '2026-11-13T02:00:00.000Z',
  endedAt: '2026-11-19T02:00:00.000Z',
  people: 45,
  homesTakingPart: 31,
  homes: 96,
  sections: [
    { heading: '谈了哪些议题', lines: [{ words: '加两张长椅', more: ['3 户附议', '谈拢了：放在树下'] }] },
    { heading: '写下的经验', lines: [{ words: '先量尺寸', more: [] }] },
  ],
  mayFollowUp: false,
  ...more,
})

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
})

async function open(shown: RoundReport, answers = {}) {
  const asked = serve({ [READ]: shown, ...answers })
  render(<RoundReportPage />)
  await screen.findByText('楼前那块空地，怎么用才好')
  return asked
}

it('says what was asked, who took part, and section by section what came of it', async () => {
  await open(report())
  expect(screen.getByText('31 户、45 人参加，一共 96 户')).toBeTruthy()
  expect(screen.getByText('2026年11月13日 到 2026年11月19日')).toBeTruthy()
  const headings = screen.getAllByText(/^(谈了哪些议题|写下的经验)$/).map(({ textContent }) => textContent)
  expect(headings).toEqual(['谈了哪些议题', '写下的经验'])
  expect(screen.getByText('谈拢了：放在树下')).toBeTruthy()
  expect(screen.queryByText('还没有结束，报告还会变')).toBeNull()
  expect(screen.queryByRole('button', { name: '没办成的，接着开一轮' })).toBeNull()
})

it('of a round that is still going on says that it will change', async () => {
  await open(report({ state: 'evaluation', endedAt: null }))
  expect(screen.getByText('还没有结束，报告还会变')).toBeTruthy()
})

it('is made for printing first, and opened by a press of its own', async () => {
  const asked = await open(report(), { [PRINT]: { url: '/prints/report' } })
  await press('印出来，或存成文件')
  expect(await screen.findByRole('button', { name: '打开做好的报告' })).toBeTruthy()
  expect(writes(asked)).toMatchObject([{ path: `/communities/${COMMUNITY}/rounds/${ROUND}/report-prints` }])
})

describe('who convenes there now', () => {
  it('goes on with what stayed open in one step, and is led to the new round', async () => {
    const asked = await open(report({ mayFollowUp: true }), { [FOLLOW]: agendaView({ roundId: NEXT }) })
    await press('没办成的，接着开一轮')
    expect(writes(asked)).toMatchObject([{ key: expect.any(String) }])
    expect(phone.moves).toEqual([`redirectTo ${ROUTES.round}?communityId=${COMMUNITY}&roundId=${NEXT}`])
  })

  it('is told where somebody was faster', async () => {
    const faster = new Refusal(409, 'STATE_CHANGED', '有人先接着开了')
    await open(report({ mayFollowUp: true }), { [FOLLOW]: faster })
    await press('没办成的，接着开一轮')
    expect(await screen.findByText(/有人先接着开了/)).toBeTruthy()
    expect(phone.moves).toEqual([])
  })
})

it('leads to the round, and has an error with another try', async () => {
  serve({ [READ]: OFFLINE })
  render(<RoundReportPage />)
  expect(await screen.findByText('没打开这份报告')).toBeTruthy()
  serve({ [READ]: report() })
  await press('再试一次')
  await press('看这一轮的经过')
  expect(phone.moves).toEqual([`navigateTo ${ROUTES.round}?communityId=${COMMUNITY}&roundId=${ROUND}`])
})
