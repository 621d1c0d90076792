import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { ACT_ON_VOTE, dialog, openVote, press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import { closedVote, draftVote, mays, VOTE, voteView } from '../../../../../tests/taro/votes'

const CHECK = 'GET /communities/*/votes/*/roll-check'
const GOOD_ROLL = { [CHECK]: { roll: { persons: 24, areaCentiM2: 0 }, vacant: 0, problems: [] } }

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

describe('a convener', () => {
  it('gives notice after reading what that leads to', async () => {
    const noticed = voteView({
      state: 'notice',
      turnout: null,
      mine: true,
      may: mays(),
      acts: ['revise', 'withdraw'],
    })
    const asked = await openVote(draftVote(), { ...GOOD_ROLL, [ACT_ON_VOTE]: noticed })
    await press('公示')
    expect(await screen.findByText(/一个字也不能改/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await sendIn('公示')
    expect(writes(asked)[0]).toMatchObject({
      body: { act: 'give_notice', revision: 4 },
      key: expect.any(String),
    })
    expect(await screen.findByText('公示了，能投的人会收到消息')).toBeTruthy()
    expect(screen.queryByText('改草稿')).toBeNull()
  })

  it('whose roll is not good is told what the server says', async () => {
    await openVote(draftVote(), {
      ...GOOD_ROLL,
      [ACT_ON_VOTE]: new Refusal(409, 'VOTE_ROLL_BAD', '名册还有要补的地方，请先看看名册，补好再公示'),
    })
    await press('公示')
    await sendIn('公示')
    expect(screen.getByRole('alert').textContent).toMatch('名册还有要补的地方')
  })

  it.each([
    ['收回来改', 'revise', '为什么收回来'],
    ['不办了', 'withdraw', '为什么不办了'],
  ])('%s asks for a reason, since everybody reads it', async (label, act, ask) => {
    const asked = await openVote(
      voteView({ state: 'notice', turnout: null, may: mays(), acts: ['revise', 'withdraw'] }),
      { [ACT_ON_VOTE]: voteView({ state: 'withdrawn', may: mays() }) },
    )
    await press('更多')
    await userEvent.click(await screen.findByRole('button', { name: label }))
    await sendIn(label)
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: new RegExp(ask) }), ' 报价变了 ')
    await sendIn(label)
    expect(writes(asked)[0]?.body).toMatchObject({ act, note: '报价变了' })
  })
})

describe('an official', () => {
  it('certifies', async () => {
    const asked = await openVote(closedVote({ acts: ['certify', 'ask_void'] }), {
      [ACT_ON_VOTE]: closedVote({ state: 'certified' }),
    })
    await press('确认结果')
    await sendIn('确认结果')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'certify' })
    expect(await screen.findByText('结果已确认')).toBeTruthy()
  })

  it('asks for it to be void on a ground and with a reason', async () => {
    const asked = await openVote(closedVote({ acts: ['ask_void'] }), { [ACT_ON_VOTE]: closedVote() })
    await press('提出作废')
    await sendIn('提出作废')
    expect(screen.getByRole('alert').textContent).toMatch('作废只有两个理由')
    await userEvent.click(screen.getByRole('radio', { name: '有异议成立了' }))
    await userEvent.type(screen.getByRole('textbox', { name: /为什么要作废/ }), '名册漏了一个单元')
    await sendIn('提出作废')
    expect(writes(asked)[0]?.body).toEqual({
      act: 'ask_void',
      ground: 'objection',
      note: '名册漏了一个单元',
      revision: 4,
    })
  })

  it('who is the second one agrees or refuses, as two equal answers', async () => {
    const voidAsked = { byName: '王书记', ground: 'order', reason: '区里来了函' } as const
    const asked = await openVote(closedVote({ voidAsked, acts: ['refuse_void', 'agree_void'] }), {
      [ACT_ON_VOTE]: closedVote({ state: 'void' }),
    })
    expect(screen.getByText('王书记提出这次结果作废')).toBeTruthy()
    expect(screen.getByText('理由：主管部门或法院要求')).toBeTruthy()
    expect(screen.getByText('原因：区里来了函')).toBeTruthy()
    await press('不作废')
    await dialog('不作废')
    await sendIn('不作废')
    expect(writes(asked)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: '关上' }))
    await press('同意作废')
    await sendIn('同意作废')
    expect(writes(asked)[0]?.body).toMatchObject({ act: 'agree_void' })
  })

  it('who comes too late sees how things stand now', async () => {
    await openVote(closedVote({ acts: ['certify'] }))
    await press('确认结果')
    await dialog('确认结果')
    serve({
      [ACT_ON_VOTE]: new Refusal(409, 'STATE_CHANGED', '情况变了'),
      [READ_VOTE]: closedVote({ state: 'certified', acts: [] }),
    })
    await sendIn('确认结果')
    expect(await screen.findByText('结果已确认')).toBeTruthy()
    expect(screen.getByText('情况变了，这一页已经换成最新的了。')).toBeTruthy()
  })
})
