import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { CAST, openVote, press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import { HOME_501, inDays, mays, myVoter, proxyNote, VOTE, voteView } from '../../../../../tests/taro/votes'

const ACT = 'POST /communities/*/votes/*/proxies/*/acts'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('who gave a proxy', () => {
  it('reads who votes for them, whether they have, and that one’s own ballot beats it', async () => {
    await openVote(voteView({ voters: [myVoter({ voted: 'proxy' })], proxies: [proxyNote({ voted: true })] }))
    expect(screen.getByText('有人替「2单元 602 室」投')).toBeTruthy()
    for (const words of ['周小明', '李秀兰', '核对过了，可以代投', '已经替您投了；您自己投了，以您的为准'])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('受托人已经替您交了票。您自己再投，就以您的为准。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '同意' })).toBeTruthy()
  })

  it('takes it back after a question, without a reason', async () => {
    const asked = await openVote(voteView({ proxies: [proxyNote()] }))
    await press('收回委托，2单元 602 室')
    expect(writes(asked)).toEqual([])
    const sent = serve({
      [ACT]: { ...proxyNote({ state: 'revoked', acts: [] }), photos: [] },
      [READ_VOTE]: voteView(),
    })
    await userEvent.click(await screen.findByRole('button', { name: '收回委托' }))
    expect(writes(sent)).toMatchObject([{ body: { act: 'revoke' }, key: expect.any(String) }])
    expect(screen.queryByText('有人替「2单元 602 室」投')).toBeNull()
  })

  it('is told why that did not work', async () => {
    await openVote(voteView({ proxies: [proxyNote()] }), {
      [ACT]: new Refusal(409, 'VOTE_PROXY_NOT_NOW', '现在不能办委托了'),
    })
    await press('收回委托，2单元 602 室')
    await userEvent.click(await screen.findByRole('button', { name: '收回委托' }))
    expect((await screen.findByRole('alert')).textContent).toMatch('现在不能办委托了')
  })

  it('no longer reads of one that was taken back', async () => {
    await openVote(voteView({ proxies: [proxyNote({ state: 'revoked', acts: [] })] }))
    expect(screen.queryByText('有人替「2单元 602 室」投')).toBeNull()
  })
})

describe('who holds a proxy', () => {
  const other = myVoter({ voterId: HOME_501, name: '1单元 501 室', as: 'proxy' })

  it('votes for the other beside their own', async () => {
    await openVote(voteView({ voters: [myVoter({ voted: 'mine', castAt: inDays(0) }), other] }))
    expect(screen.getByText(/^您代投，还没交/)).toBeTruthy()
    expect(screen.getByText('替 1单元 501 室 投')).toBeTruthy()
    await press('反对')
    const sent = serve({ [CAST]: { ...other, voted: 'mine', castAt: inDays(0) }, [READ_VOTE]: voteView() })
    await sendIn('请核对，再交票')
    expect(writes(sent)[0]?.body).toMatchObject({ voterId: HOME_501, choices: { i1: 'against' } })
  })

  it('goes from the vote to asking for one, and reads for how many one may vote', async () => {
    await openVote(voteView({ may: mays({ fileProxy: true }) }))
    expect(screen.getByText('替写了委托书的邻居投')).toBeTruthy()
    await press(/^代别人投票/)
    expect(phone.moves[0]).toMatch(/votes\/pages\/proxy\/index/)
  })
})

describe('who checks proxies', () => {
  it('goes from the vote to those that wait; nobody else is led there', async () => {
    await openVote(voteView({ may: mays({ decideProxies: true }) }))
    await press(/^待核对的委托/)
    expect(phone.moves[0]).toMatch(/votes\/pages\/proxies\/index/)
  })

  it('is nobody who has nothing to do with any', async () => {
    await openVote(voteView())
    expect(screen.queryByRole('button', { name: /委托|代别人/ })).toBeNull()
  })
})
