import { act, render, screen } from '@testing-library/react'
import type { PulseView } from '#core/rounds'
import { ROUND } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, serve, type Asked } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import ProjectorPage from '.'

const CODE = 'GET /communities/*/rounds/*/code'
const PULSE = 'GET /communities/*/rounds/*/pulse'
const FIVE_SECONDS = 5000
const code = { address: 'https://linli.example/r', picture: ['101', '010', '111'] }

const counts = (homes: number): NonNullable<PulseView['now']> => ({
  question: '楼前那块空地，怎么用才好',
  state: 'discussion',
  homes,
  people: 40,
  topics: 2,
  statements: 11,
  answers: 150,
  outcomes: 1,
})

beforeEach(() => {
  jest.useFakeTimers()
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, roundId: ROUND }
})
afterEach(() => jest.useRealTimers())

const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms))
const numberOf = (what: string) => screen.getByText(what).previousSibling?.textContent

/** Opens the page; its second question is answered by `next`. */
async function open(next: unknown) {
  const pulse = ({ query }: Asked) => (query.version ? next : { version: 'v1', now: counts(31) })
  const asked = serve({ [CODE]: code, [PULSE]: pulse })
  render(<ProjectorPage />)
  await pass(0)
  return asked
}

it('shows the question, the phase, the code to join by, and how many do', async () => {
  await open({ version: 'v1', now: null })
  expect(screen.getByText('楼前那块空地，怎么用才好')).toBeTruthy()
  expect(screen.getByText('开会讨论')).toBeTruthy()
  expect(screen.getByRole('img', { name: '这一轮讨论的二维码' })).toBeTruthy()
  expect(screen.getByText('用手机扫一扫，一起来')).toBeTruthy()
  expect(numberOf('户参加')).toBe('31')
  expect(numberOf('次说了看法')).toBe('150')
})

it('asks anew every few seconds, saying what it knows, and keeps the numbers where nothing changed', async () => {
  const asked = await open({ version: 'v1', now: null })
  const pulses = () => asked.filter(({ path }) => path.endsWith('/pulse'))
  expect(pulses()).toHaveLength(1)
  await pass(FIVE_SECONDS)
  expect(pulses()).toHaveLength(2)
  expect(pulses()[1]?.query).toEqual({ version: 'v1' })
  expect(numberOf('户参加')).toBe('31')
})

it('shows newer numbers as they come', async () => {
  await open({ version: 'v2', now: counts(32) })
  await pass(FIVE_SECONDS)
  expect(numberOf('户参加')).toBe('32')
})

it('says when it lost the connection, keeps the last numbers, and goes on once it is back', async () => {
  await open(OFFLINE)
  await pass(FIVE_SECONDS)
  expect(screen.getByText('没连上，数字是刚才的')).toBeTruthy()
  expect(numberOf('户参加')).toBe('31')
  serve({ [PULSE]: { version: 'v3', now: counts(33) } })
  await pass(FIVE_SECONDS)
  expect(screen.queryByText('没连上，数字是刚才的')).toBeNull()
  expect(numberOf('户参加')).toBe('33')
})
