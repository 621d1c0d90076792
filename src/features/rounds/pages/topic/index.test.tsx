import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { OTHER_TOPIC, ROUND, TOPIC, topicItem, topicView } from '../../../../../tests/taro/agenda'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import TopicPage from '.'

const READ = 'GET /communities/*/topics/*'
const ACT = 'POST /communities/*/topics/*/acts'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, topicId: TOPIC }
})

it('says what it is about, and leads to its round, to where it went and to what it took in', async () => {
  serve({
    [READ]: topicView({
      text: '老人走累了没处坐',
      tookIn: [{ topicId: OTHER_TOPIC, title: '楼前的座位', byName: '小周' }],
      chain: { from: [], to: [{ kind: 'round', id: ROUND, title: '楼前那块空地，怎么用才好？' }] },
    }),
  })
  render(<TopicPage />)
  expect(await screen.findByText('老人走累了没处坐')).toBeTruthy()
  expect(screen.getByText('在等邻居说想谈')).toBeTruthy()
  expect(screen.getByRole('button', { name: '举报这个议题' })).toBeTruthy()
  expect(screen.getByText('合进来的议题 · 小周提的')).toBeTruthy()
  await userEvent.click(screen.getByText('楼前那块空地，怎么用才好？'))
  expect(phone.moves).toEqual([
    `navigateTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=${ROUND}`,
  ])
})

it('counts the reader’s home when it seconds, and keeps what else the page says', async () => {
  serve({
    [READ]: topicView({ tookIn: [{ topicId: OTHER_TOPIC, title: '楼前的座位', byName: '小周' }] }),
    'PUT /communities/*/topics/*/second': topicItem({
      seconds: 2,
      seconded: true,
      maySecond: false,
      mayTakeBack: true,
    }),
  })
  render(<TopicPage />)
  await userEvent.click(await screen.findByRole('button', { name: /^我家也想谈/ }))
  expect(await screen.findByText(/2 户想谈/)).toBeTruthy()
  expect(screen.getByText('您家也想谈')).toBeTruthy()
  expect(screen.getByText('合进来的议题 · 小周提的')).toBeTruthy()
})

it('is withdrawn by its author, who hears first what that means', async () => {
  const asked = serve({
    [READ]: topicView({ mine: true, acts: ['withdraw'], maySecond: false, seconded: true }),
    [ACT]: topicView({ mine: true, state: 'withdrawn', maySecond: false }),
  })
  render(<TopicPage />)
  await userEvent.click(await screen.findByRole('button', { name: '不提了，撤回' }))
  const sheet = within(await screen.findByRole('dialog', { name: '不提了，撤回' }))
  expect(sheet.getByText('撤回以后，说过想谈的邻居会知道。')).toBeTruthy()
  await userEvent.click(sheet.getByRole('button', { name: '不提了，撤回' }))
  expect(writes(asked)).toMatchObject([{ body: { act: 'withdraw', revision: 1 } }])
  expect(await screen.findByText('提的人撤回了')).toBeTruthy()
})

it('says what the community hid, and that others don’t see it', async () => {
  serve({ [READ]: topicView({ mine: true, wordsState: 'hidden', maySecond: false }) })
  render(<TopicPage />)
  expect(await screen.findByText('这段话现在邻居看不到')).toBeTruthy()
})
