import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import {
  CANDIDATES,
  countingView,
  onPaper,
  paperVoteView,
  REPLACE,
  TELLERS,
} from '../../../../../tests/taro/vote-paper'
import { openVote, sendIn } from '../../../../../tests/taro/vote-page'
import { closedVote, mays, myVoter, VOTE, voteView } from '../../../../../tests/taro/votes'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('a vote on paper', () => {
  it('says who counts and how many envelopes came, and leads who takes them to their page', async () => {
    await openVote(paperVoteView())
    expect(screen.getByText('王敏（社区工作人员）、陈主任（居委会）；后备 周书记（社区书记）')).toBeTruthy()
    expect(screen.getByText('收到 2 个信封，截止以后才拆')).toBeTruthy()
    expect(screen.queryByText('拆封录入')).toBeNull()
    await userEvent.click(screen.getByText('收纸质选票'))
    expect(phone.moves[0]).toMatch(/features\/votes\/pages\/envelopes/)
  })

  it('leads tellers to the envelopes once voting is over', async () => {
    await openVote(countingView())
    expect(screen.getByText('还剩 2 个信封要录')).toBeTruthy()
    await userEvent.click(screen.getByText('拆封录入'))
    expect(phone.moves[0]).toMatch(/features\/votes\/pages\/keying/)
  })

  it('says nothing of paper where there is none, nor to who does nothing with it', async () => {
    await openVote(voteView({ may: mays({ cast: true }) }))
    for (const words of ['谁计票', '收纸质选票', '拆封录入', '换一位计票人'])
      expect(screen.queryByText(words)).toBeNull()
  })

  it('tells a voter that their envelope came, and that they may still cast on the phone', async () => {
    const voters = [myVoter({ envelopeReceived: true })]
    await openVote(paperVoteView({ voters, may: mays({ cast: true }) }))
    expect(screen.getByText('已收到纸质选票')).toBeTruthy()
    expect(screen.getByText('还可以在手机上投；投了就算手机上的，信封不拆。')).toBeTruthy()
    expect(screen.queryByText('收纸质选票')).toBeNull()
    expect(screen.getByRole('button', { name: '同意' })).toBeTruthy()
  })

  it('says beside the result how many ballots on paper were void', async () => {
    await openVote(closedVote({ paper: onPaper({ voided: 3 }) }))
    expect(screen.getByText('纸质票里有废票 3 张，不算参加')).toBeTruthy()
  })

  it('says nothing of void ballots where there were none', async () => {
    await openVote(closedVote({ paper: onPaper({ voided: 0 }) }))
    expect(screen.queryByText(/废票/)).toBeNull()
  })

  it('has another teller named, with a reason', async () => {
    const after = paperVoteView({ paper: onPaper({ tellers: TELLERS.slice(1) }), may: mays() })
    const asked = await openVote(paperVoteView({ may: mays({ replaceTeller: true }) }), {
      [CANDIDATES]: { items: [{ personId: VOTE, name: '吴网格长（网格长）', role: 'grid_chief' }] },
      [REPLACE]: after,
    })
    await userEvent.click(screen.getByText('换一位计票人'))
    await sendIn('换一位计票人')
    expect(await screen.findByText('请选一下换下谁')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '陈主任（居委会），计票人' }))
    await userEvent.click(await screen.findByRole('radio', { name: '吴网格长（网格长）' }))
    await sendIn('换一位计票人')
    expect(await screen.findByText('请写一句为什么')).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: /为什么换/ }), '不再任职了')
    await sendIn('换一位计票人')
    expect(writes(asked)).toMatchObject([
      { body: { seat: 2, personId: VOTE, reason: '不再任职了', revision: 4 }, key: expect.any(String) },
    ])
    expect(await screen.findByText('换好了，新的计票人会收到消息')).toBeTruthy()
  })
})
