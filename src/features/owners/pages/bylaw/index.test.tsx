import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { BylawView } from '#core/votes'
import { BYLAW_ID, bylawView } from '../../../../../tests/taro/bylaws'
import { amei, COMMUNITY, signedIn } from '../../../../../tests/taro/people'
import { OFFLINE, Refusal, serve, writes } from '../../../../../tests/taro/server'
import { phone } from '../../../../../tests/taro/taro'
import { press, sendIn } from '../../../../../tests/taro/vote-page'
import BylawPage from '.'

const READ = 'GET /communities/*/bylaws/*'
const ACT = 'POST /communities/*/bylaws/*/acts'

beforeEach(() => {
  signedIn(amei())
  phone.params = { communityId: COMMUNITY, id: BYLAW_ID }
})

async function open(bylaw: BylawView, answers = {}) {
  const asked = serve({ [READ]: bylaw, ...answers })
  render(<BylawPage />)
  await screen.findByText('没交票的怎么算')
  return asked
}

const waiting = (more: Partial<BylawView> = {}) =>
  bylawView({
    state: 'recorded',
    decidedBy: null,
    decidedAt: null,
    acts: ['put_in_force', 'refuse'],
    ...more,
  })

describe('a set of bylaws', () => {
  it('has its clause, its photos and who answers for it, by office', async () => {
    const asked = await open(bylawView())
    expect(asked[0]?.path).toBe(`/communities/${COMMUNITY}/bylaws/${BYLAW_ID}`)
    for (const words of [
      '《湖光苑业主大会议事规则》',
      '未交回表决票的业主，计入多数人选的那一边。',
      '现行',
      '湖光苑',
      '2026年5月10日',
      '陈主任（居委会），2026年11月1日',
      '周书记（社区书记），2026年11月2日',
    ])
      expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByRole('button', { name: /规约.*1/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '停用' })).toBeNull()
    await press('看所有备案的规约')
    expect(phone.moves).toEqual([`navigateTo /features/owners/pages/bylaws/index?communityId=${COMMUNITY}`])
  })

  it('says that it doesn’t count before it is confirmed', async () => {
    await open(waiting({ acts: [] }))
    expect(screen.getByText('等书记确认')).toBeTruthy()
    expect(screen.getByText(/书记确认以前，还不算数/)).toBeTruthy()
  })

  it('says why it ended, and who ended it', async () => {
    const ended = {
      endedBy: '周书记（社区书记）',
      endedAt: '2026-11-09T02:00:00.000Z',
      reason: '换成了《新的》',
    }
    await open(bylawView({ state: 'ended', ...ended }))
    expect(screen.getByText('周书记（社区书记），2026年11月9日')).toBeTruthy()
    expect(screen.getByText('换成了《新的》')).toBeTruthy()
  })

  it('opens in the community of one’s home, where its address names none', async () => {
    phone.params = { id: BYLAW_ID }
    const asked = await open(bylawView())
    expect(asked[0]?.path).toBe(`/communities/${COMMUNITY}/bylaws/${BYLAW_ID}`)
  })
})

describe('who recorded it', () => {
  it('takes back what still waits, reads what that leads to, and sees that it is taken back', async () => {
    const taken = bylawView({
      state: 'taken_back',
      decidedBy: '陈主任（居委会）',
      decidedAt: '2026-11-02T02:00:00.000Z',
    })
    const asked = await open(waiting({ acts: ['take_back'] }), { [ACT]: taken })
    await press('收回，先不备案')
    expect(await screen.findByText(/改好了可以再备案/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await sendIn('收回，先不备案')
    expect(writes(asked)).toMatchObject([{ body: { act: 'take_back' }, key: expect.any(String) }])
  })

  it('reads of one that was taken back who did it, and that it doesn’t count', async () => {
    await open(
      bylawView({
        state: 'taken_back',
        decidedBy: '陈主任（居委会）',
        decidedAt: '2026-11-02T02:00:00.000Z',
      }),
    )
    expect(screen.getByText('备案的人收回了')).toBeTruthy()
    expect(screen.getByText('谁收回的')).toBeTruthy()
    expect(screen.getByText(/收回了，不算数/)).toBeTruthy()
  })
})

describe('who confirms it', () => {
  it('reads what that leads to, and then does', async () => {
    const asked = await open(waiting(), { [ACT]: bylawView() })
    await press('确认，从现在起算数')
    expect(await screen.findByText(/请对着照片看一遍/)).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await sendIn('确认，从现在起算数')
    expect(writes(asked)).toMatchObject([{ body: { act: 'put_in_force' }, key: expect.any(String) }])
    expect(asked.filter(({ method, path }) => method === 'GET' && path.endsWith(BYLAW_ID))).toHaveLength(2)
  })

  it('says why it is refused, and keeps the reason when that did not work', async () => {
    const refusal = new Refusal(409, 'STATE_CHANGED', '别人刚办过了')
    const asked = await open(waiting(), { [ACT]: refusal })
    await press('不认这一份')
    await sendIn('不认这一份')
    expect(screen.getByText('请写一句为什么，让对方明白')).toBeTruthy()
    expect(writes(asked)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: '规约哪里不对' }), ' 看不清 ')
    await sendIn('不认这一份')
    expect(writes(asked)).toMatchObject([{ body: { act: 'refuse', reason: '看不清' } }])
    expect((await screen.findByRole('alert')).textContent).toMatch('别人刚办过了')
    expect(screen.getByRole('textbox', { name: '规约哪里不对' })).toHaveProperty('value', ' 看不清 ')
  })

  it('ends it with a reason; what is wrong with the reason stands at its field', async () => {
    const refusal = new Refusal(409, 'VOTE_WORDS_REFUSED', '里面有电话', 'reason')
    await open(bylawView({ acts: ['end'] }), { [ACT]: refusal })
    await press('停用')
    expect(await screen.findByText(/已经公示的表决不变/)).toBeTruthy()
    await userEvent.type(screen.getByRole('textbox', { name: '为什么停用' }), '打电话')
    await sendIn('停用')
    expect(await screen.findByText('里面有电话')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('one that did not come is asked for again', async () => {
  serve({ [READ]: OFFLINE })
  render(<BylawPage />)
  expect(await screen.findByText('没打开这份规约')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})
