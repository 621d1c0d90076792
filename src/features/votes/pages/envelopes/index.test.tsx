import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import {
  countingView,
  envelope,
  ENVELOPES,
  GIVE_BACK,
  paperVoteView,
  TAKE,
} from '../../../../../tests/taro/vote-paper'
import { press, READ_VOTE } from '../../../../../tests/taro/vote-page'
import { HOME_501, HOME_602, VOTE } from '../../../../../tests/taro/votes'
import EnvelopesPage from '.'

const MISSING = 'GET /communities/*/votes/*/not-voted'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(items = [envelope()], answers = {}, vote = paperVoteView()) {
  const asked = serve({ [READ_VOTE]: vote, [ENVELOPES]: { items, nextCursor: null }, ...answers })
  render(<EnvelopesPage />)
  await screen.findByText(items[0] ? /602 室/ : '还没有收到信封')
  return asked
}

const type = async (words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: /信封上的号/ }), words)

describe('收纸质选票', () => {
  it('takes an envelope by its number, and says whose it was', async () => {
    const asked = await open([], { [TAKE]: envelope() })
    await type('12')
    await press('收下')
    expect(writes(asked)).toMatchObject([{ body: { number: 12 }, key: expect.any(String) }])
    expect(await screen.findByText('收下了：2单元 602 室')).toBeTruthy()
  })

  it('says what is wrong before it asks', async () => {
    const asked = await open([])
    await press('收下')
    expect(await screen.findByText('请写信封上的号，是一个数')).toBeTruthy()
    expect(writes(asked)).toEqual([])
  })

  it('says when it was taken already', async () => {
    await open([], { [TAKE]: new Refusal(409, 'VOTE_ENVELOPE_KNOWN', '这个信封已经收过了，不用再收') })
    await type('12')
    await press('收下')
    expect(await screen.findByText('这个信封已经收过了，不用再收')).toBeTruthy()
  })

  it('says of who cast on the phone that it stays unopened', async () => {
    await open([], { [TAKE]: envelope({ state: 'unopened' }) })
    await type('12')
    await press('收下')
    expect(await screen.findByText('2单元 602 室 已在手机上投过，信封收下，不拆')).toBeTruthy()
  })

  it('takes one by name, from those who have not voted', async () => {
    const asked = await open([], {
      [MISSING]: { items: [{ voterId: HOME_501, name: '1单元 501 室', areaCentiM2: 0 }], nextCursor: null },
      [TAKE]: envelope({ voterId: HOME_501, name: '1单元 501 室' }),
    })
    await press('没有号，从还没投的里选')
    await userEvent.click(await screen.findByText('1单元 501 室'))
    expect(writes(asked)).toMatchObject([{ body: { voterId: HOME_501 } }])
  })

  it('gives back only what one took oneself, and asks first', async () => {
    const asked = await open(
      [envelope(), envelope({ voterId: HOME_501, number: 13, name: '1单元 501 室', mine: false })],
      { [GIVE_BACK]: { done: true } },
    )
    expect(screen.queryByRole('button', { name: '收错了，退回，1单元 501 室' })).toBeNull()
    await press('收错了，退回，2单元 602 室')
    await userEvent.click(await screen.findByRole('button', { name: '收错了，退回' }))
    expect(writes(asked)[0]?.path).toMatch(new RegExp(`envelopes/${HOME_602}$`))
    expect(await screen.findByText('退回了：2单元 602 室')).toBeTruthy()
  })

  it('shows how far each has come once voting is over, and takes none any more', async () => {
    await open([envelope({ state: 'third' })], {}, countingView())
    expect(screen.getByText('两位录的不一样，等后备计票人')).toBeTruthy()
    expect(screen.getByText('投票截止了，不再收信封。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '收下' })).toBeNull()
    expect(screen.queryByRole('button', { name: /退回/ })).toBeNull()
  })

  it('that did not load offers to try again', async () => {
    serve({ [READ_VOTE]: paperVoteView(), [ENVELOPES]: OFFLINE })
    render(<EnvelopesPage />)
    expect(await screen.findByText('没打开收到的信封')).toBeTruthy()
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})
