import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MOVE_HERE, type RoundView, type SessionBoard } from '#core/rounds'
import { ROUTES } from '@/routes'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { ROUND, SESSION, sessionBoard, sessionView } from '../../../../../tests/taro/sessions'
import { phone } from '../../../../../tests/taro/taro'
import { SessionsOfRound } from '.'

const LIST = 'GET /communities/*/rounds/*/sessions'
const ACT = 'POST /communities/*/rounds/*/sessions/*/acts'
const BIKES = '自行车停哪一排'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

const other = sessionView({
  sessionId: '01990000-0000-7000-8000-0000000ff102',
  topic: { topicId: '01990000-0000-7000-8000-0000000ff202', title: BIKES },
  where: null,
  hostName: null,
  people: 9,
})

beforeEach(() => signedIn(amei()))

function open(board: SessionBoard, state: RoundView['state'] = 'discussion') {
  const asked = serve({ [LIST]: board, [ACT]: sessionView({ joined: true }) })
  const refresh = jest.fn()
  const round = { communityId: COMMUNITY, roundId: ROUND, state } as RoundView
  const onMine = jest.fn()
  render(<SessionsOfRound round={round} refresh={refresh} onMine={onMine} />)
  return { asked, refresh, onMine }
}

it('offers the sessions of a time together, and to move from one to another', async () => {
  const mine = sessionView({ joined: true, acts: ['leave'], notes: 12 })
  const { asked, refresh } = open(sessionBoard({ items: [mine, { ...other, elsewhere: true }] }))
  expect(await screen.findByText('已参加')).toBeTruthy()
  expect(screen.getAllByRole('list')).toHaveLength(1)
  expect(screen.getByText('线上 · 等人来主持 · 9 人')).toBeTruthy()
  await press(`${MOVE_HERE}：${BIKES}`)
  await waitFor(() => expect(refresh).toHaveBeenCalled())
  expect(writes(asked)).toMatchObject([{ body: { act: 'join' } }])
})

it('tells the page which session is the next that one is in, and none once the discussion is over', async () => {
  const mine = sessionView({ joined: true, acts: ['leave'] })
  const { onMine } = open(sessionBoard({ items: [other, mine] }))
  await screen.findByText('已参加')
  expect(onMine).toHaveBeenLastCalledWith(expect.objectContaining({ sessionId: SESSION }))
  const over = open(sessionBoard({ items: [mine] }), 'action')
  await screen.findByText('谈过的各场')
  expect(over.onMine).not.toHaveBeenCalledWith(expect.anything())
})

it('says of what is over that it is and where its notes are, and that one may move only of what is to come', async () => {
  const past = { ...other, startsAt: new Date(Date.now() - 86_400_000).toISOString() }
  open(sessionBoard({ items: [past, sessionView()] }))
  expect(await screen.findByText('开过了')).toBeTruthy()
  expect(screen.queryByRole('button', { name: `我参加：${BIKES}` })).toBeNull()
  expect(screen.getByRole('button', { name: /^我参加/ })).toBeTruthy()
  const slots = screen.getAllByRole('list').map(({ textContent }) => textContent)
  expect(slots.map((text) => /换场随时可以/.test(text ?? ''))).toEqual([false, true])
  await press(`看记录：${BIKES}`)
  expect(phone.moves.join()).toContain(`sessionId=${other.sessionId}`)
})

it('speaks of moving no more once every session is over', async () => {
  open(sessionBoard({ items: [{ ...other, startsAt: new Date(Date.now() - 86_400_000).toISOString() }] }))
  expect(await screen.findByText('开过了')).toBeTruthy()
  expect(screen.queryByText('换场随时可以')).toBeNull()
})

it('is arranged by who convenes, and says so where there is none yet', async () => {
  open(sessionBoard({ items: [], mayOpen: true }))
  expect(await screen.findByText(/把议题排成一场一场/)).toBeTruthy()
  await press('排场次')
  expect(phone.moves.join()).toContain(ROUTES.sessionBoard)
})

it('stays readable and printable when the discussion is over', async () => {
  open(sessionBoard({ items: [{ ...other, acts: [] }] }), 'action')
  expect(await screen.findByText('谈过的各场')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /我参加/ })).toBeNull()
  expect(screen.getByRole('button', { name: '打印各场的记录' })).toBeTruthy()
})
