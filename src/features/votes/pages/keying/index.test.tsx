import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes, type Asked } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { countingView, KEY, TO_KEY, toKey501, toKey602 } from '../../../../../tests/taro/vote-paper'
import { press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import { decisionItem, HOME_501, HOME_602, mays, pollItem, VOTE } from '../../../../../tests/taro/votes'
import KeyingPage from '.'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

interface Desk {
  seat?: 1 | 2 | 3
  waiting?: { voterId: string; number: number; name: string }[]
  mine?: { voterId: string; number: number; name: string }[]
}

async function open({ seat = 1, waiting = [], mine = [] }: Desk, answers = {}, vote = countingView()) {
  const asked = serve({
    [READ_VOTE]: vote,
    [TO_KEY]: ({ query }: Asked) => {
      const all = query.list === 'mine' ? mine : waiting
      const items = all.filter(({ number }) => number >= Number(query.number ?? 1))
      return { items, nextCursor: null, seat, count: items.length }
    },
    [KEY]: { left: 1, closed: false },
    ...answers,
  })
  render(<KeyingPage />)
  await screen.findAllByText(waiting[0] ? /号信封/ : '现在没有要您录的')
  return asked
}

const pick = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

describe('拆封录入', () => {
  it('keys in one envelope at a time, looked over first', async () => {
    const asked = await open({ waiting: [toKey602, toKey501] })
    expect(screen.getByText('12 号信封，2单元 602 室')).toBeTruthy()
    expect(screen.getByText('还剩 2 个信封要录')).toBeTruthy()
    await pick('反对')
    await press('录好了，核对一下')
    expect(writes(asked)).toEqual([])
    await sendIn('和选票对一对')
    expect(writes(asked)[0]).toMatchObject({ body: { choices: { i1: 'against' } }, key: expect.any(String) })
    expect(writes(asked)[0]?.path).toMatch(new RegExp(`envelopes/${HOME_602}/entries$`))
    expect(await screen.findByText('存好了')).toBeTruthy()
    // What was chosen in the last one is not chosen in the next.
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
  })

  it('asks for something on the ballot, or why it is void', async () => {
    const asked = await open({ waiting: [toKey602] })
    await press('录好了，核对一下')
    expect(await screen.findByText('一项也没选；什么都没填的，请按「是废票」')).toBeTruthy()
    await press('是废票')
    await sendIn('为什么是废票')
    expect(await screen.findByText('请选一下为什么')).toBeTruthy()
    await pick('看不清选了什么')
    await sendIn('为什么是废票')
    expect(writes(asked)).toMatchObject([{ body: { voidReason: 'unreadable' } }])
  })

  it('leaves out the item that was left blank, and says so', async () => {
    const vote = countingView({ items: [decisionItem(), pollItem()] })
    const asked = await open({ waiting: [toKey602] }, {}, vote)
    expect(screen.getByText('哪一项没填，就不选那一项。')).toBeTruthy()
    await pick('长椅')
    await press('录好了，核对一下')
    expect(await screen.findByText('没填，这一项不算')).toBeTruthy()
    await sendIn('和选票对一对')
    expect(writes(asked)[0]?.body).toEqual({ choices: { i2: '长椅' } })
  })

  it('waits for the end, and is the tellers’ alone', async () => {
    const asked = await open({}, {}, countingView({ state: 'open', may: mays({ keyEnvelopes: false }) }))
    expect(screen.getByText('截止以后，才由计票人拆开来录；到时候会告诉计票人。')).toBeTruthy()
    expect(asked.map(({ path }) => path).filter((path) => path.includes('envelopes'))).toEqual([])
  })

  it('puts one aside for the next', async () => {
    await open({ waiting: [toKey602, toKey501] })
    await press('先放一放，录下一个')
    expect(screen.getByText('7 号信封，1单元 501 室')).toBeTruthy()
    await press('先放一放，录下一个')
    expect(screen.getByText('12 号信封，2单元 602 室')).toBeTruthy()
  })

  it('goes to the envelope with a number, wherever it is in the list', async () => {
    const asked = await open({ waiting: [toKey602, toKey501, { ...toKey501, number: 40, voterId: 'far' }] })
    const seek = async (typed: string) => {
      const field = screen.getByLabelText('跳到第几号')
      await userEvent.clear(field)
      await userEvent.type(field, typed)
      await press('录这一号')
    }
    await seek('40')
    expect(await screen.findByText('40 号信封，1单元 501 室')).toBeTruthy()
    expect(asked[asked.length - 1]?.query).toMatchObject({ list: 'waiting', number: '40' })
    await seek('41')
    expect(await screen.findByText('41 号现在没有要您录的')).toBeTruthy()
    await seek('0')
    expect(await screen.findByText('请填信封上的编号，只有数字')).toBeTruthy()
    expect(screen.getByText('40 号信封，1单元 501 室')).toBeTruthy()
  })

  it('has nothing to go to with one envelope left', async () => {
    await open({ waiting: [toKey602] })
    expect(screen.queryByText('跳到第几号')).toBeNull()
  })

  it('corrects what the other has not keyed in yet', async () => {
    const asked = await open({ waiting: [toKey602], mine: [toKey501] })
    await press('重录，7 号')
    await pick('弃权')
    await press('录好了，核对一下')
    await sendIn('和选票对一对')
    expect(writes(asked)[0]?.path).toMatch(new RegExp(`envelopes/${HOME_501}/entries$`))
  })

  it('goes to the result after the last of all', async () => {
    await open({ waiting: [toKey602] }, { [KEY]: { left: 0, closed: true } })
    await pick('同意')
    await press('录好了，核对一下')
    await sendIn('和选票对一对')
    expect(await screen.findByText('都录好了，结果公布了')).toBeTruthy()
    expect(phone.moves[0]).toMatch(/features\/votes\/pages\/detail/)
  })

  it('says when somebody was faster, and lets it be laid down', async () => {
    await open(
      { waiting: [toKey602, toKey501] },
      { [KEY]: new Refusal(409, 'VOTE_ENVELOPE_SETTLED', '这个信封已经录好了，请录下一个') },
    )
    await pick('同意')
    await press('录好了，核对一下')
    await sendIn('和选票对一对')
    expect(await screen.findByText('这个信封已经录好了，请录下一个')).toBeTruthy()
    // What is in hand stays what it is, so that nothing lands in another envelope.
    expect(screen.getAllByText('12 号信封，2单元 602 室').length).toBeGreaterThan(0)
  })

  it('tells the third what they read, and that nothing waits', async () => {
    await open({ seat: 3 })
    expect(screen.getByText('前两位录得不一样的，才要您录；有了会告诉您。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '是废票' })).toBeNull()
  })

  it('is not for everybody, and offers to try again', async () => {
    serve({ [READ_VOTE]: countingView(), [TO_KEY]: OFFLINE })
    render(<KeyingPage />)
    expect(await screen.findByText('没打开要录的信封')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})
