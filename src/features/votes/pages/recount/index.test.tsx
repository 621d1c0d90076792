import { render, screen, within } from '@testing-library/react'
import { sha256 } from '@/platform/sha256'
import { recordedVote, receiptOf } from '../../../../../tests/taro/bulletins'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { dialog, press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import { inDays, receipt, VOTE, voteView } from '../../../../../tests/taro/votes'
import { recountOnPhone } from '../../recount'
import RecountPage from '.'

const BULLETIN = 'GET /communities/*/votes/*/bulletin'
const MINE = 'GET /communities/*/votes/*/my-ballots'
const mineAt = (code: string) => ({ items: [receipt({ name: '阿梅', receipt: code })] })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

function open(
  change: (made: ReturnType<typeof recordedVote>) => void = () => undefined,
  mine: unknown = { items: [] },
) {
  const made = recordedVote(8, 9)
  change(made)
  const asked = serve({ [READ_VOTE]: made.vote, [BULLETIN]: made.bulletin, [MINE]: mine })
  render(<RecountPage />)
  return asked
}

describe('自己算一遍', () => {
  it('counts every ballot on the phone and shows the published result beside its own', async () => {
    open()
    expect(await screen.findByText('对上了')).toBeTruthy()
    const persons = screen.getByRole('list', { name: '人数' })
    const rows = within(persons).getAllByRole('listitem')
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toContainEqual([
      '同意',
      '4',
      '4',
    ])
    expect(within(screen.getByRole('list', { name: '面积（㎡）' })).getAllByText('640.00')).toHaveLength(2)
    expect(screen.getByText('8 张票一张接一张，没有少，也没有改')).toBeTruthy()
    expect(screen.getByText(/末位校验码一样，拿到的就是同一份公报/)).toBeTruthy()
  })

  it('says that it is counting before the phone is busy with it', async () => {
    open()
    expect(await screen.findByText('正在算，请稍等…')).toBeTruthy()
    expect(screen.getByText('一共 8 张票')).toBeTruthy()
    expect(await screen.findByText('对上了')).toBeTruthy()
  })

  it('says which ballot was changed, and whom to tell', async () => {
    open(({ bulletin }) => {
      const ballot = bulletin.ballots[2]
      if (ballot) ballot.choices.i1 = ballot.choices.i1 === 'approve' ? 'against' : 'approve'
    })
    expect(await screen.findByText('有地方对不上')).toBeTruthy()
    expect(screen.getByText('第 3 张票和它的校验码对不上，可能改过')).toBeTruthy()
    expect(screen.getByText('「用维修资金重做屋面防水」公布的结果和数出来的不一样')).toBeTruthy()
    expect(screen.getByText(/告诉社区和街道/)).toBeTruthy()
    expect(screen.queryByText('对上了')).toBeNull()
  })

  it('tells a few of many problems, and all of them to be copied', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    open(({ bulletin }) => bulletin.ballots.forEach((ballot) => (ballot.channel = 'paper')))
    expect(await screen.findByText('还有 3 处')).toBeTruthy()
    await press('把这些话拷下来')
    expect((writeText.mock.calls[0] as string[])[0]?.split('\n')).toHaveLength(8)
  })

  it.each([
    ['another text than the reader sees', { text: '从维修资金里出 286,000 元。' }, /和公报里定稿的不一样/],
    ['another roll than was published', { frozenSha256: 'f'.repeat(64) }, /和公布的校验码不一样/],
    ['another record than everybody was shown', { head: 'f'.repeat(64) }, /和公布给大家的不一样/],
  ])('does not take %s, though the file holds by itself', async (_what, shown, words) => {
    open(({ vote }) => Object.assign(vote, shown))
    expect(await screen.findByText('有地方对不上')).toBeTruthy()
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('says that a file is no record, instead of failing', async () => {
    open(({ bulletin }) => Object.assign(bulletin, { ballots: 'none' }))
    expect(await screen.findByText('这份公报没法算')).toBeTruthy()
    expect(screen.queryByText('我的那一票')).toBeNull()
  })

  it('finds my ballot by its receipt, when asked, and not beside the receipt', async () => {
    open(undefined, mineAt(receiptOf(2)))
    await screen.findByText('对上了')
    expect(document.body.textContent).not.toMatch(receiptOf(2))
    await press(/^阿梅 的一票/)
    const sheet = await dialog('阿梅 的一票')
    expect(within(sheet).getByText('算进去了')).toBeTruthy()
    expect(within(sheet).getByText('反对')).toBeTruthy()
    expect(within(sheet).getByText(/^公报里第 \d 张票，一共 8 张$/)).toBeTruthy()
    expect(sheet.textContent).not.toMatch(receiptOf(2).slice(0, 8))
  })

  it('says what to do when my ballot is not in it', async () => {
    open(undefined, mineAt('0'.repeat(32)))
    await screen.findByText('对上了')
    await press(/^阿梅 的一票/)
    expect(await screen.findByText('公报里没有这一票')).toBeTruthy()
  })

  it('who handed in nothing is told so', async () => {
    open()
    expect(await screen.findByText('您没有交票。')).toBeTruthy()
  })

  it('offers to try again when it did not come, and says when it is not for this reader', async () => {
    serve({ [READ_VOTE]: OFFLINE, [BULLETIN]: OFFLINE })
    render(<RecountPage />)
    expect(await screen.findByText('没打开公报')).toBeTruthy()
    serve({
      [READ_VOTE]: recordedVote(1).vote,
      [BULLETIN]: new Refusal(403, 'NOT_ALLOWED', '这件事不归您办'),
    })
    await press('再试一次')
    expect(await screen.findByText('这件事不归您办')).toBeTruthy()
  })

  it.each([
    ['还没有公布结果，截止以后再来看', voteView({ closesAt: inDays(5) })],
    ['这次表决不办了', voteView({ state: 'withdrawn' })],
  ])('has nothing to count before a result is out, and says so: %s', async (words, vote) => {
    const asked = serve({
      [READ_VOTE]: vote,
      [BULLETIN]: new Refusal(404, 'NOT_FOUND', '没找到，可能已经撤下了'),
    })
    render(<RecountPage />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByText('没打开公报')).toBeNull()
    expect(asked).toHaveLength(1)
    await press('看这次表决')
    expect(phone.moves.join()).toContain('/features/votes/pages/detail/index')
  })

  it('says until when people vote', async () => {
    serve({ [READ_VOTE]: voteView({ closesAt: inDays(5) }) })
    render(<RecountPage />)
    expect(await screen.findByText(/ 截止$/)).toBeTruthy()
  })

  it('takes a few thousand ballots in the time of a breath', () => {
    const { bulletin, vote } = recordedVote(3000)
    const began = performance.now()
    expect(recountOnPhone(bulletin, vote, sha256).ok).toBe(true)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
