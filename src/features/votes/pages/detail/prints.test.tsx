import { screen } from '@testing-library/react'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { openVote, press } from '../../../../../tests/taro/vote-page'
import { closedVote, draftVote, mays, VOTE, voteView } from '../../../../../tests/taro/votes'

const PRINT = 'POST /communities/*/votes/*/prints'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('a vote on paper', () => {
  it('has its result printed by whoever reads it', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(window)
    const asked = await openVote(closedVote(), { [PRINT]: { url: '/api/result' } })
    await press('打印或保存结果')
    expect(writes(asked).map(({ body }) => body)).toContainEqual({ print: 'result' })
    await press('做好了，打开来打印')
    expect(open).toHaveBeenCalledWith('/api/result', '_blank')
    open.mockRestore()
  })

  it('has blank ballots printed by who hands them out, and by nobody else', async () => {
    await openVote(voteView({ may: mays({ printBallots: true }) }), {
      [PRINT]: new Refusal(409, 'VOTE_PRINT_TOO_MANY', '名册上的人太多'),
    })
    await press('打印纸质选票')
    expect(await screen.findByText('名册上的人太多')).toBeTruthy()
  })

  it('offers neither without a result, or without the right', async () => {
    await openVote(voteView())
    expect(screen.queryByText('打印纸质选票')).toBeNull()
    expect(screen.queryByText('打印或保存结果')).toBeNull()
  })
})

describe('the result, for who lives elsewhere in the community', () => {
  it('comes without roll, objections and thread', async () => {
    await openVote(closedVote({ voters: [], may: mays({ follow: false }) }))
    expect(screen.getByText('打印或保存结果')).toBeTruthy()
    expect(screen.queryByText('名册')).toBeNull()
    expect(screen.queryByText('疑问和答复')).toBeNull()
  })
})

describe('the card of a vote in a chat', () => {
  it('says what it is about and until when, and leads to it', async () => {
    await openVote(voteView())
    expect(phone.card?.()).toMatchObject({
      title: expect.stringMatching(/^表决 · .*楼道里还停不停电动车（.* 截止）$/),
      path: expect.stringContaining(VOTE),
    })
    expect(screen.getByText('转给邻居')).toBeTruthy()
  })

  it('of a draft is the app alone', async () => {
    await openVote(draftVote())
    expect(phone.card?.()).toMatchObject({ title: '邻里' })
    expect(screen.queryByText('转给邻居')).toBeNull()
  })
})
