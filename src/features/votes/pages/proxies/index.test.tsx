import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ProxyView } from '#core/votes'
import { photo } from '../../../../../tests/taro/matters'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import { closedVote, mays, proxyNote, VOTE, voteView } from '../../../../../tests/taro/votes'
import ProxiesPage from '.'

const LIST = 'GET /communities/*/votes/*/proxies'
const ACT = 'POST /communities/*/votes/*/proxies/*/acts'

const waiting = (more: Partial<ProxyView> = {}): ProxyView => ({
  ...proxyNote({
    state: 'asked',
    party: 'official',
    voted: null,
    decidedBy: null,
    decidedAt: null,
    acts: ['accept', 'refuse'],
  }),
  photos: [photo({ photoId: 'a' }), photo({ photoId: 'b' })],
  ...more,
})

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(
  proxies: ProxyView[],
  vote = voteView({ may: mays({ decideProxies: true }) }),
  answers = {},
) {
  const asked = serve({ [READ_VOTE]: vote, [LIST]: { items: proxies, nextCursor: null }, ...answers })
  render(<ProxiesPage />)
  await screen.findByText(proxies[0] ? /替「2单元 602 室」投$/ : '没有委托')
  return asked
}

describe('who checks proxies', () => {
  it('sees those that wait first, with both names and the photos', async () => {
    const asked = await open([waiting()])
    expect(asked.find(({ query }) => query && 'list' in query)?.query).toEqual({ list: 'waiting' })
    for (const words of ['李秀兰', '周小明', '等社区核对']) expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByRole('button', { name: /委托书.*1/ })).toBeTruthy()
    expect(screen.queryByText(/代投了|没有代投/)).toBeNull()
    await press('全部')
    expect(asked[asked.length - 1]?.query).toEqual({ list: 'all' })
  })

  it('accepts after reading what makes one count', async () => {
    const asked = await open([waiting()])
    await press('核对无误，2单元 602 室')
    expect(screen.getByText(/有签名，照片看得清，才算数/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    const sent = serve({
      [ACT]: waiting({ state: 'accepted', acts: ['revoke'] }),
      [LIST]: { items: [], nextCursor: null },
    })
    await userEvent.click(screen.getByRole('button', { name: '核对无误' }))
    expect(writes(sent)).toMatchObject([{ body: { act: 'accept' }, key: expect.any(String) }])
    expect(await screen.findByText('没有委托')).toBeTruthy()
  })

  it('says why one does not hold', async () => {
    const asked = await open([waiting()], undefined, { [ACT]: waiting({ state: 'refused', acts: [] }) })
    await press('不算数，2单元 602 室')
    await sendIn('不算数')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: '委托书哪里不对' }), ' 没有签名 ')
    await sendIn('不算数')
    expect(writes(asked)).toMatchObject([{ body: { act: 'refuse', reason: '没有签名' } }])
  })

  it('keeps the reason when it is refused', async () => {
    await open([waiting()], undefined, { [ACT]: new Refusal(409, 'STATE_CHANGED', '别人刚办过了') })
    await press('不算数，2单元 602 室')
    await userEvent.type(await screen.findByRole('textbox', { name: '委托书哪里不对' }), '没有签名')
    await sendIn('不算数')
    expect((await screen.findByRole('alert')).textContent).toMatch('别人刚办过了')
    expect(screen.getByRole('textbox', { name: '委托书哪里不对' })).toHaveProperty('value', '没有签名')
  })
})

describe('who has nothing to check', () => {
  it('sees their own, without a choice of lists', async () => {
    await open([waiting({ party: 'agent', acts: ['withdraw'], voted: false })], voteView())
    expect(screen.getByText('您替「2单元 602 室」投')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '全部' })).toBeNull()
    expect(screen.getByRole('button', { name: '不代了，2单元 602 室' })).toBeTruthy()
  })

  it('reads after the close who voted for them, never what', async () => {
    await open([waiting({ party: 'principal', state: 'accepted', voted: true, acts: [] })], closedVote())
    expect(screen.getByText('已经替您投了；您自己投了，以您的为准')).toBeTruthy()
    expect(screen.queryByText(/同意|反对|弃权/)).toBeNull()
  })

  it('reads that one was not looked at in time', async () => {
    await open([waiting({ party: 'agent', voted: false, acts: [] })], closedVote())
    expect(screen.getByText('截止前没有核对，没用上')).toBeTruthy()
  })
})

it('a list that is empty says so; one that did not come offers to try again', async () => {
  await open([], voteView())
  expect(screen.getByText('有人受委托代投，会列在这里。')).toBeTruthy()
  serve({ [READ_VOTE]: voteView(), [LIST]: OFFLINE })
  render(<ProxiesPage />)
  expect(await screen.findByText('没打开委托')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})
