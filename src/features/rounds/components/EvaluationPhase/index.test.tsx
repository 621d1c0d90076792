import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RoundView } from '#core/rounds'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { itemCard, ROUND } from '../../../../../tests/taro/round-items'
import { serve, writes } from '../../../../../tests/taro/server'
import { EvaluationPhase } from '.'

const ITEMS = 'GET /communities/*/rounds/*/items'
const LESSONS = 'GET /communities/*/rounds/*/lessons'
const RATE = 'PUT /communities/*/rounds/*/items/*/rating'
const WRITE = 'POST /communities/*/rounds/*/lessons'

const round = (state: RoundView['state']) => ({ communityId: COMMUNITY, roundId: ROUND, state }) as RoundView
const lessons = (mayWrite: boolean) => ({ items: [], nextCursor: null, mayWrite })
const done = itemCard({ state: 'finished', taken: true, ownerName: '李阿姨', mayRate: true })

beforeEach(() => signedIn(amei()))

function open(state: RoundView['state'], answers = {}) {
  const asked = serve({
    [ITEMS]: { items: [done], nextCursor: null },
    [LESSONS]: lessons(true),
    ...answers,
  })
  const refresh = jest.fn()
  render(<EvaluationPhase round={round(state)} refresh={refresh} />)
  return { asked, refresh }
}

it('asks who took part to hold each item against its promise, in three words', async () => {
  const ratings = { kept: 0, partly: 1, not_kept: 0 }
  const { asked, refresh } = open('evaluation', { [RATE]: { rated: 'partly', ratings } })
  expect(await screen.findByText(/长椅装在楼前/)).toBeTruthy()
  expect(screen.getByText('还没有人评')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '装两张长椅，做到一些' }))
  expect(writes(asked)).toMatchObject([{ body: { rating: 'partly' } }])
  expect(refresh).toHaveBeenCalled()
})

it('says how many persons rated which way, and nobody’s name', async () => {
  const rated = itemCard({ ...done, ratings: { kept: 6, partly: 2, not_kept: 1 } })
  open('evaluation', { [ITEMS]: { items: [rated], nextCursor: null } })
  expect(await screen.findByText('9 人评：做到了 6 人，做到一些 2 人，没做到 1 人')).toBeTruthy()
})

it('takes a lesson, and says so when there is none in the field', async () => {
  const lesson = { lessonId: 'lesson-1', text: '先量尺寸', byName: null, at: '2026-11-18T02:00:00.000Z' }
  const { asked } = open('evaluation', { [WRITE]: { ...lesson, mine: true, wordsState: 'shown' } })
  const send = await screen.findByRole('button', { name: '写下来' })
  await userEvent.click(send)
  expect(await screen.findByText('请写一句再发')).toBeTruthy()
  expect(writes(asked)).toEqual([])
  await userEvent.type(screen.getByLabelText('下次怎么办得更好'), '先量尺寸')
  await userEvent.click(send)
  expect(writes(asked)).toMatchObject([{ body: { text: '先量尺寸' } }])
})

it('says that it isn’t time yet before, and leads to the report after', async () => {
  open('action')
  expect(screen.getByText(/还没到/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看这一轮的报告' })).toBeNull()
  open('closed', { [LESSONS]: lessons(false) })
  expect(await screen.findByRole('button', { name: '看这一轮的报告' })).toBeTruthy()
})
