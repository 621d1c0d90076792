import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, READ_VOTE, sendIn } from '../../../../../tests/taro/vote-page'
import { HOME_602, inDays, mays, objection, rollVoter, VOTE, voteView } from '../../../../../tests/taro/votes'
import RollPage from '.'

const ROLL = 'GET /communities/*/votes/*/roll'
const OBJECT = 'POST /communities/*/votes/*/objections'
const noticed = (more = {}) =>
  voteView({
    state: 'notice',
    turnout: null,
    rollObjectionsUntil: inDays(3),
    may: mays({ objectRoll: true }),
    ...more,
  })

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, voteId: VOTE }
})

async function open(vote = noticed(), voters = [rollVoter()], answers = {}) {
  const asked = serve({ [READ_VOTE]: vote, [ROLL]: { items: voters, nextCursor: null }, ...answers })
  render(<RollPage />)
  await screen.findByText(voters[0]?.name ?? '名册上还没有人')
  return asked
}

describe('the roll', () => {
  it('of homes lists who votes, and which homes stand empty', async () => {
    await open(noticed(), [rollVoter(), rollVoter({ voterId: 'x', name: '1单元 101 室', leftOut: 'vacant' })])
    expect(screen.getByText('一共 24 户')).toBeTruthy()
    expect(screen.getByText('空着，不算')).toBeTruthy()
    expect(screen.getByText(/为止都可以提，会公开答复/)).toBeTruthy()
    expect(screen.queryByText(/89\.50/)).toBeNull()
  })

  it('of owners says each area and where it comes from', async () => {
    const units = [
      { name: '602 室', areaCentiM2: 8950, source: 'register' },
      { name: '车位 12', areaCentiM2: 1200, source: 'contract' },
      { name: '101 室', areaCentiM2: 7000, source: null },
    ]
    await open(noticed({ electorate: 'owners' }), [rollVoter({ name: '阿梅', areaCentiM2: 17_150, units })])
    for (const words of [
      '171.50 ㎡，名下 3 套',
      '602 室，89.50 ㎡，面积按登记',
      '车位 12，12.00 ㎡，面积按合同',
      '101 室，70.00 ㎡，面积没写来处',
    ])
      expect(screen.getByText(words)).toBeTruthy()
  })

  it('says who applies and has no vote, and lets an owner of another building say that it concerns them', async () => {
    const vote = noticed({ electorate: 'owners', applicantUnit: { unitId: 'u', name: '3号楼 101' } })
    const asked = await open(vote, [rollVoter()], { [OBJECT]: objection() })
    expect(
      screen.getByText('要改用途的是「3号楼 101」。它的业主是申请的人，没有票，不在名册上。'),
    ).toBeTruthy()
    expect(screen.getByText(/别的楼的业主，能证明受影响的/)).toBeTruthy()
    await press('少了我家，或我家受影响')
    await userEvent.type(screen.getByRole('textbox', { name: /怎么受影响/ }), '排烟口正对我家')
    await sendIn('少了我家，或我家受影响')
    expect(writes(asked)[0]?.body).toEqual({ about: 'roll', text: '排烟口正对我家' })
  })

  it('a line that is wrong can be objected to in a few words, which everybody reads', async () => {
    const asked = await open(noticed(), [rollVoter()], { [OBJECT]: objection() })
    await press('不对，2单元 602 室')
    expect(await screen.findByText('说的是「2单元 602 室」')).toBeTruthy()
    await sendIn('名册哪里不对')
    expect(screen.getByText('请写一句哪里不对，好让人去查')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /哪里不对/ }), ' 这家早搬走了 ')
    await sendIn('名册哪里不对')
    expect(writes(asked)).toMatchObject([
      { body: { about: 'roll', voterId: HOME_602, text: '这家早搬走了' }, key: expect.any(String) },
    ])
    expect(phone.moves[0]).toMatch(/objections\/index/)
  })

  it('a home that is missing can be named', async () => {
    const asked = await open(noticed(), [rollVoter()], { [OBJECT]: objection() })
    await press('少了我家')
    await userEvent.type(await screen.findByRole('textbox', { name: /是哪一户/ }), '1单元 101 室')
    await sendIn('少了我家')
    expect(writes(asked)[0]?.body).toEqual({ about: 'roll', text: '1单元 101 室' })
  })

  it('keeps what was written when it is refused', async () => {
    await open(noticed(), [rollVoter()], {
      [OBJECT]: new Refusal(409, 'VOTE_OBJECTION_LATE', '现在不能提异议：提异议的日子还没到，或已经过了'),
    })
    await press('少了我家')
    await userEvent.type(await screen.findByRole('textbox', { name: /是哪一户/ }), '101')
    await sendIn('少了我家')
    expect(screen.getByRole('alert').textContent).toMatch('现在不能提异议')
    expect(screen.getByRole('textbox', { name: /是哪一户/ })).toHaveProperty('value', '101')
  })

  it('that is settled has nothing to press', async () => {
    await open(voteView())
    expect(screen.getByText('名册已经定下来了，不再改。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /不对/ })).toBeNull()
    expect(screen.queryByRole('button', { name: '少了我家' })).toBeNull()
  })

  it('is loaded page by page', async () => {
    serve({
      [READ_VOTE]: noticed(),
      [ROLL]: ({ query }: { query: Record<string, string> }) =>
        query.cursor
          ? { items: [rollVoter({ voterId: 'y', name: '3单元 301 室' })], nextCursor: null }
          : { items: [rollVoter()], nextCursor: 'next' },
    })
    render(<RollPage />)
    await screen.findByText('2单元 602 室')
    await press('看更多')
    expect(await screen.findByText('3单元 301 室')).toBeTruthy()
  })

  it('that is empty says when it will not be; that did not come offers to try again', async () => {
    await open(noticed(), [])
    expect(screen.getByText('公示的时候，名册会列在这里。')).toBeTruthy()
    serve({ [READ_VOTE]: noticed(), [ROLL]: OFFLINE })
    render(<RollPage />)
    expect(await screen.findByText('没打开名册')).toBeTruthy()
  })
})
