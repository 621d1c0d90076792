import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ObjectionView } from '#core/votes'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import {
  closedVote,
  HOME_602,
  inDays,
  mays,
  objection,
  VOTE,
  voteView,
} from '../../../../../tests/taro/votes'
import ObjectionsPage from '.'

const LIST = 'GET /communities/*/votes/*/objections'
const OBJECT = 'POST /communities/*/votes/*/objections'
const ANSWER = 'POST /communities/*/votes/*/objections/*/decision'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(objections: ObjectionView[], vote = voteView({ may: mays() }), answers = {}) {
  const asked = serve({ [READ_VOTE]: vote, [LIST]: { items: objections, nextCursor: null }, ...answers })
  render(<ObjectionsPage />)
  await screen.findByText(objections[0]?.text ?? '还没有人提')
  return asked
}

describe('objections', () => {
  it('stand with their answers, and until when those without one are answered', async () => {
    await open([
      objection(),
      objection({
        objectionId: 'o2',
        text: '602 早搬走了',
        voter: { voterId: HOME_602, name: '2单元 602 室' },
        decision: 'dismissed',
        answer: '查过，还住着。',
        answeredBy: '王敏（社区工作人员）',
        answeredAt: inDays(0),
      }),
      objection({ objectionId: 'o3', about: 'result', text: '票数不对', mine: true }),
    ])
    for (const words of ['对名册', '对名册上的「2单元 602 室」', '对结果', '您提的', '查过，还住着。'])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(/^异议不成立，王敏（社区工作人员），今天/)).toBeTruthy()
    expect(screen.getAllByText(/^等答复，最晚/)).toHaveLength(2)
    expect(screen.queryByRole('button', { name: /答复/ })).toBeNull()
  })

  it('to a result are asked in a few words', async () => {
    const asked = await open([], closedVote(), { [OBJECT]: objection({ about: 'result' }) })
    await press('提个疑问')
    await userEvent.type(await screen.findByRole('textbox', { name: /有什么疑问/ }), '公报里没有我的票')
    await sendIn('提个疑问')
    expect(writes(asked)).toMatchObject([
      { body: { about: 'result', text: '公报里没有我的票' }, key: expect.any(String) },
    ])
    expect(await screen.findByText('提出来了，会公开答复')).toBeTruthy()
  })

  it('that nobody made yet say when one can be', async () => {
    await open([])
    expect(await screen.findByText('名册已经定了；公布结果以后，有疑问可以在这里提。')).toBeTruthy()
  })

  it('can’t be made when their days are over', async () => {
    await open([], closedVote({ may: mays() }))
    expect(screen.queryByRole('button', { name: '提个疑问' })).toBeNull()
  })

  it('that did not load offer to try again', async () => {
    serve({ [READ_VOTE]: voteView(), [LIST]: OFFLINE })
    render(<ObjectionsPage />)
    expect(await screen.findByText('没打开疑问和答复')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})

describe('who answers', () => {
  const about602 = objection({ mayAnswer: true, voter: { voterId: HOME_602, name: '2单元 602 室' } })

  it('says whether it holds and why, and what changes in the roll', async () => {
    const asked = await open([about602], undefined, { [ANSWER]: about602 })
    await press(/^答复/)
    await sendIn('答复')
    expect(screen.getByRole('alert').textContent).toMatch('请选成立还是不成立')
    await userEvent.click(screen.getByRole('radio', { name: /^异议成立/ }))
    await sendIn('答复')
    expect(screen.getByText('请写清楚怎么查的、为什么')).toBeTruthy()
    await userEvent.click(screen.getByRole('radio', { name: '把这一户去掉' }))
    await userEvent.type(screen.getByRole('textbox', { name: /怎么查的/ }), '查过，空着')
    expect(writes(asked)).toEqual([])
    await sendIn('答复')
    expect(writes(asked)).toMatchObject([
      { body: { decision: 'upheld', amendment: 'remove', answer: '查过，空着' }, key: expect.any(String) },
    ])
  })

  it('changes nothing in the roll with what does not hold', async () => {
    const asked = await open([about602], undefined, { [ANSWER]: about602 })
    await press(/^答复/)
    await userEvent.click(await screen.findByRole('radio', { name: /^异议成立/ }))
    await userEvent.click(screen.getByRole('radio', { name: '把这一户去掉' }))
    await userEvent.click(screen.getByRole('radio', { name: /^异议不成立/ }))
    expect(screen.queryByText('名册怎么改')).toBeNull()
    await userEvent.type(screen.getByRole('textbox', { name: /怎么查的/ }), '还住着')
    await sendIn('答复')
    expect(writes(asked)[0]?.body).toMatchObject({ decision: 'dismissed', amendment: 'none' })
  })

  it('of one who is missing can have the roll made anew; of the result changes no roll', async () => {
    await open([objection({ mayAnswer: true })])
    await press(/^答复/)
    await userEvent.click(await screen.findByRole('radio', { name: /^异议成立/ }))
    expect(screen.getByRole('radio', { name: '登记已经改好，按登记重做名册' })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: '把这一户去掉' })).toBeNull()
  })

  it('puts an owner of another building on the roll, where a home is to become a business', async () => {
    const claim = objection({ mayAnswer: true, amendments: ['none', 'add_outsider', 'rebuild'] })
    const asked = await open([claim], undefined, { [ANSWER]: claim })
    await press(/^答复/)
    await userEvent.click(await screen.findByRole('radio', { name: /^异议成立/ }))
    await userEvent.click(screen.getByRole('radio', { name: '提的人是别的楼的业主，受影响，加进来' }))
    await userEvent.type(screen.getByRole('textbox', { name: /怎么查的/ }), '到现场看过')
    await sendIn('答复')
    expect(writes(asked)[0]?.body).toMatchObject({ decision: 'upheld', amendment: 'add_outsider' })
  })

  it('of the result changes no roll', async () => {
    await open([objection({ about: 'result', mayAnswer: true })], closedVote())
    await press(/^答复/)
    await userEvent.click(await screen.findByRole('radio', { name: /^异议成立/ }))
    expect(screen.queryByText('名册怎么改')).toBeNull()
  })

  it('is told why the roll can’t be changed so', async () => {
    await open([about602], undefined, {
      [ANSWER]: new Refusal(
        400,
        'VOTE_AMENDMENT_WRONG',
        '名册不能这样改，请看看它现在在不在名册上',
        'amendment',
      ),
    })
    await press(/^答复/)
    await userEvent.click(await screen.findByRole('radio', { name: /^异议成立/ }))
    await userEvent.click(screen.getByRole('radio', { name: '把这一户算进来' }))
    await userEvent.type(screen.getByRole('textbox', { name: /怎么查的/ }), '有人住')
    await sendIn('答复')
    expect(screen.getByRole('alert').textContent).toMatch('名册不能这样改')
  })
})
