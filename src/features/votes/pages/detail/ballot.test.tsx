import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { consent } from '../../../../../tests/taro/consents'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { CAST, CEDE, dialog, openVote, press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import {
  decisionItem,
  HOME_501,
  HOME_602,
  inDays,
  mays,
  myVoter,
  ownersVote,
  pollItem,
  VOTE,
  voteView,
} from '../../../../../tests/taro/votes'

const mine = myVoter({ voted: 'mine', castAt: inDays(0) })
const both = decisionItem({ itemId: 'i1' })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

/** The server once the ballot has come. */
const taken = (more = {}) => ({
  [CAST]: mine,
  [READ_VOTE]: voteView({ voters: [mine], turnout: { persons: 10, areaCentiM2: 0 }, ...more }),
})

describe('handing in a ballot', () => {
  it('takes three equal answers, a look at what was chosen, and one press', async () => {
    const asked = await openVote(ownersVote())
    await press('反对')
    await dialog('请核对，再交票')
    for (const words of [
      '您选的是：反对',
      '阿梅，您算 1 人，名下 2 套共 178.50 ㎡',
      '实名保存，只公布总数，不公布各家选什么；公报里有面积，能看公报的人可能认得出是哪一家',
    ])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(/前都能改，算最后一次/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    const sent = serve(taken())
    await sendIn('请核对，再交票')
    expect(writes(sent)).toMatchObject([
      { body: { voterId: HOME_602, choices: { i1: 'against' } }, key: expect.any(String) },
    ])
  })

  it('answers that it has come, without what was chosen, until when it may change and what comes', async () => {
    await openVote(voteView())
    await press('同意')
    serve(taken())
    await sendIn('请核对，再交票')
    expect(await screen.findByText('票收到了')).toBeTruthy()
    expect(screen.getByText('替 2单元 602 室 交的')).toBeTruthy()
    expect(screen.getByText(/截止以后，在这里能查到您的回执码/)).toBeTruthy()
    expect(screen.getByText(/前，算最后一次/)).toBeTruthy()
    expect(document.querySelector('.screen')?.textContent).not.toMatch('同意')
    await press('回首页')
    expect(phone.moves).toEqual(['switchTab /pages/home/index'])
  })

  it('leaves nothing of the choice on the phone', async () => {
    await openVote(voteView())
    await press('弃权')
    serve(taken())
    await sendIn('请核对，再交票')
    await screen.findByText('票收到了')
    expect(JSON.stringify([...phone.stored])).not.toMatch('abstain')
  })

  it('goes back to choosing without sending anything', async () => {
    const asked = await openVote(voteView())
    await press('同意')
    await dialog('请核对，再交票')
    await press('回去改')
    await press('反对')
    expect(screen.getByText('您选的是：反对')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('may be changed until the close', async () => {
    await openVote(voteView({ voters: [mine] }))
    expect(screen.getByText(/您今天 .*交了票，截止前还可以改/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
    await press('改一改')
    await press('同意')
    const sent = serve(taken())
    await sendIn('请核对，再交票')
    expect(writes(sent)).toHaveLength(1)
    await screen.findByText('票收到了')
    await press('看这次表决')
    expect(screen.getByText('表决的内容')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
  })

  it('is kept and sent once under the same key when it did not get through', async () => {
    const asked = await openVote(voteView(), { [CAST]: OFFLINE })
    await press('同意')
    await sendIn('请核对，再交票')
    expect(screen.getByRole('alert').textContent).toMatch('没连上网')
    await sendIn('请核对，再交票')
    expect(writes(asked)[1]?.key).toBe(writes(asked)[0]?.key)
  })

  it('too late says so, and the page behind has moved on', async () => {
    await openVote(voteView())
    await press('同意')
    serve({
      [CAST]: new Refusal(409, 'VOTE_OVER', '投票已经截止了，这一票没有交上'),
      [READ_VOTE]: voteView({ state: 'counting', may: mays() }),
    })
    await sendIn('请核对，再交票')
    expect(screen.getByText('投票已经截止了，这一票没有交上')).toBeTruthy()
    expect(screen.getByText('三天内公布结果，您会收到消息')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull()
  })

  it('asks for consent first where the server does', async () => {
    await openVote(voteView(), {
      [CAST]: new Refusal(403, 'CONSENT_REQUIRED', '请先看一看个人信息的说明'),
      'GET /consents': { items: [consent()] },
      'GET /me/consents': { items: [consent()] },
    })
    await press('同意')
    await sendIn('请核对，再交票')
    expect(await screen.findByRole('dialog', { name: '个人信息处理说明' })).toBeTruthy()
  })
})

describe('several items', () => {
  const items = [both, pollItem()]

  it('are chosen one by one, and what is missing is named', async () => {
    const asked = await openVote(voteView({ items }))
    await press('现在投票')
    expect(screen.getByText('第 1 项，共 2 项')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '反对' }))
    await press('选好了，核对一下')
    expect(screen.getByRole('alert').textContent).toMatch('第 2 项还没选')
    await userEvent.click(screen.getByRole('radio', { name: '晾衣架' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await press('选好了，核对一下')
    await dialog('请核对，再交票')
    expect(screen.getByText('您选的是：反对')).toBeTruthy()
    expect(screen.getByText('您选的是：晾衣架')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    const sent = serve(taken({ items }))
    await sendIn('请核对，再交票')
    expect(writes(sent)[0]?.body).toMatchObject({ choices: { i1: 'against', i2: '晾衣架' } })
  })

  it('of which several options may be chosen take no more than allowed, or none at all', async () => {
    const several = [pollItem({ maxChoices: 2 })]
    await openVote(voteView({ items: several }))
    await press('现在投票')
    await press('选好了，核对一下')
    expect(screen.getByRole('alert').textContent).toMatch('第 1 项还没选')
    for (const name of ['长椅', '晾衣架', '花坛'])
      await userEvent.click(screen.getByRole('checkbox', { name }))
    expect(screen.getByText('最多选 2 个，先去掉一个再选')).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: '花坛' }).getAttribute('aria-checked')).toBe('false')
    await press('选好了，核对一下')
    expect(screen.getByText('您选的是：长椅、晾衣架')).toBeTruthy()
    await press('回去改')
    await userEvent.click(screen.getByRole('checkbox', { name: /都不选/ }))
    await press('选好了，核对一下')
    const sent = serve(taken({ items: several }))
    await sendIn('请核对，再交票')
    expect(writes(sent)[0]?.body).toMatchObject({ choices: { i2: [] } })
  })

  it('can be left without handing in', async () => {
    await openVote(voteView({ items }))
    await press('现在投票')
    await press('先不投了')
    expect(screen.getByText('表决的内容')).toBeTruthy()
    expect(screen.getByRole('button', { name: '现在投票' })).toBeTruthy()
  })
})

describe('who votes for two homes', () => {
  const other = myVoter({ voterId: HOME_501, name: '1单元 501 室' })
  const voters = [myVoter(), other]

  it('says for which one, and is led from one to the other', async () => {
    await openVote(voteView({ voters }))
    expect(screen.getByText('替 2单元 602 室 投')).toBeTruthy()
    await press('同意')
    serve(taken({ voters: [mine, other] }))
    await sendIn('请核对，再交票')
    await screen.findByText('票收到了')
    await press('再替 1单元 501 室 投')
    await press('反对')
    const second = { ...other, voted: 'mine', castAt: inDays(0) } as const
    const sent = serve({ [CAST]: second, [READ_VOTE]: voteView({ voters: [mine, second] }) })
    await sendIn('请核对，再交票')
    expect(writes(sent)[0]?.body).toMatchObject({ voterId: HOME_501, choices: { i1: 'against' } })
    expect(await screen.findByRole('button', { name: '回首页' })).toBeTruthy()
  })

  it('may choose the other first', async () => {
    await openVote(voteView({ voters }))
    await userEvent.click(screen.getByRole('radio', { name: /1单元 501 室/ }))
    expect(screen.getByText('替 1单元 501 室 投')).toBeTruthy()
  })

  it('reads that somebody else of the home has handed in already', async () => {
    await openVote(voteView({ voters: [myVoter({ voted: 'others' })] }))
    expect(screen.getByText(/一起的人已经交了票。您也可以投/)).toBeTruthy()
  })
})

describe('where those who vote for the same home differ', () => {
  const disputed = { ...mine, disputedItems: ['i1'] }

  it('it says so plainly, without what the other chose, and offers both ways out', async () => {
    await openVote(voteView({ voters: [disputed] }))
    expect(screen.getByText('有一项选得不一样，还没算进去')).toBeTruthy()
    expect(screen.getByText(/替「2单元 602 室」投的不止您一位，「楼道里不停电动车」选得不一样/)).toBeTruthy()
    await press('改一改，2单元 602 室')
    expect(screen.getByRole('button', { name: '同意' })).toBeTruthy()
  })

  it('one’s own can be taken back, after a question', async () => {
    const ceded = myVoter({ voted: 'others' })
    const asked = await openVote(voteView({ voters: [disputed] }), { [CEDE]: ceded })
    await press('收回我的票，2单元 602 室')
    expect(writes(asked)).toEqual([])
    const sent = serve({ [CEDE]: ceded, [READ_VOTE]: voteView({ voters: [ceded] }) })
    await userEvent.click(await screen.findByRole('button', { name: '收回我的票' }))
    expect(writes(sent)).toMatchObject([{ method: 'DELETE', key: expect.any(String) }])
    expect(await screen.findByText('收回了，由一起的人交的票来算')).toBeTruthy()
    expect(screen.queryByText('有一项选得不一样，还没算进去')).toBeNull()
  })

  it('says why taking it back did not work', async () => {
    await openVote(voteView({ voters: [disputed] }), {
      [CEDE]: new Refusal(409, 'VOTE_OVER', '投票已经截止了'),
    })
    await press('收回我的票，2单元 602 室')
    await userEvent.click(await screen.findByRole('button', { name: '收回我的票' }))
    expect(screen.getByRole('alert').textContent).toMatch('投票已经截止了')
  })
})
