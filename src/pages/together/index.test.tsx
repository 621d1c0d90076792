import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { RoundItem } from '#core/rounds'
import type { VoteItem } from '#core/votes'
import { amei, COMMUNITY, community, office, signedIn, signedOut } from '../../../tests/taro/people'
import { OFFLINE, serve } from '../../../tests/taro/server'
import { person, phone } from '../../../tests/taro/taro'
import { eveningOf, VOTE, voteItem, votePage } from '../../../tests/taro/vote-lists'
import TogetherTab from '.'

const LIST = 'GET /communities/*/votes'
const ROUNDS = 'GET /communities/*/rounds'
const DRAFT = `navigateTo /features/vote-draft/pages/draft/index?communityId=${COMMUNITY}`
const head = () => amei({ communities: [community({ roles: [office('building_head', '3号楼')] })] })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const cardOf = async (title: string) => (await screen.findByText(title)).closest('.card')?.textContent

beforeEach(() => signedIn(amei()))

const ofVotes = <Asked extends { path: string }>(asked: readonly Asked[]) =>
  asked.filter(({ path }) => path.endsWith('/votes'))

async function open(...votes: VoteItem[]) {
  const asked = serve({ [LIST]: votePage(votes), [ROUNDS]: votePage([]) })
  render(<TogetherTab />)
  await screen.findByRole('link', { name: '议事' })
  return asked
}

describe('what neighbours decide together', () => {
  it('says of a vote what, where, how far it is, and that it waits for the reader; one request for votes', async () => {
    const asked = await open(voteItem({ closesAt: eveningOf(0), toCast: 1 }))
    const card = await cardOf('三楼的花坛要不要改成停车位')
    expect(card).toMatch(/表决.*湖光苑 3号楼.*已参与 41 \/ 96 户.*正在投票，今天 20:00 截止.*您还没投/)
    expect(card).not.toMatch('参考')
    await press(/三楼的花坛/)
    expect(phone.moves).toEqual([
      `navigateTo /features/votes/pages/detail/index?communityId=${COMMUNITY}&voteId=${VOTE}`,
    ])
    expect(ofVotes(asked)).toMatchObject([
      { path: `/communities/${COMMUNITY}/votes`, query: { list: 'current' } },
    ])
    expect(screen.getByRole('link', { name: '议事' }).getAttribute('aria-current')).toBe('page')
  })

  it('leads to the bylaws by which silence counts, also where no vote is', async () => {
    await open()
    await userEvent.click(await screen.findByRole('button', { name: /备案的规约/ }))
    expect(phone.moves).toEqual([`navigateTo /features/owners/pages/bylaws/index?communityId=${COMMUNITY}`])
  })

  it('counts owners as persons, says what is only a sounding, and how many votes one still has', async () => {
    await open(voteItem({ electorate: 'owners', binding: 'advisory', toCast: 2 }))
    const card = await cardOf('三楼的花坛要不要改成停车位')
    expect(card).toMatch(/41 \/ 96 人/)
    expect(card).toMatch('结果仅供参考')
    expect(card).toMatch('您还有 2 票没投')
  })

  it('says when a vote in its notice opens, and nothing of a turnout yet', async () => {
    await open(voteItem({ state: 'notice', turnout: null, opensAt: '2026-11-13T16:00:00.000Z' }))
    expect(await screen.findByText('正在公示，11月14日（周六）开始投')).toBeTruthy()
    expect(screen.queryByText(/已参与/)).toBeNull()
    expect(screen.queryByText('您还没投')).toBeNull()
  })

  it('says of what is over whether it passed; a void result is none, a poll has no yes and no', async () => {
    const over = (title: string, more: Partial<VoteItem>) =>
      voteItem({ voteId: title, title, state: 'certified', ...more })
    await open(
      over('门禁', { passed: [true] }),
      over('晾衣', { passed: [false] }),
      over('三件', { passed: [true, false, null] }),
      over('听听', { passed: [null], binding: 'advisory', electorate: 'residents' }),
      over('作废', { passed: [true], state: 'void' }),
    )
    const line = async (title: string) =>
      (await screen.findByText(title)).closest('.card')?.querySelector('.state')?.textContent
    expect(await line('门禁')).toBe('结果已确认，通过了')
    expect(await line('晾衣')).toBe('结果已确认，没通过')
    expect(await line('三件')).toBe('结果已确认，2 项里通过了 1 项')
    expect(await line('听听')).toBe('结果已确认，结果出来了，只听听想法，不作决定')
    expect(await line('作废')).toBe('结果作废了')
  })

  it('has what is over behind a chip, and drafts for who convenes only', async () => {
    const asked = await open(voteItem())
    await screen.findByText('三楼的花坛要不要改成停车位')
    expect(screen.queryByRole('button', { name: '我写的草稿' })).toBeNull()
    await press('办完了')
    await screen.findByText('三楼的花坛要不要改成停车位')
    expect(ofVotes(asked)[1]?.query).toEqual({ list: 'over' })
    await act(async () => signedIn(head()))
    await press('我写的草稿')
    await screen.findByText('三楼的花坛要不要改成停车位')
    expect(ofVotes(asked)[2]?.query).toEqual({ list: 'drafts' })
  })

  it('loads more, and is fresh when one comes back or pulls it down', async () => {
    const asked = serve({
      [LIST]: ({ query }) =>
        query.cursor
          ? votePage([voteItem({ voteId: 'v2', title: '第二页的' })])
          : votePage([voteItem()], 'next'),
    })
    render(<TogetherTab />)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findByText('第二页的')).toBeTruthy()
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(screen.getByText('第二页的')).toBeTruthy()
    expect(ofVotes(asked)).toHaveLength(4)
    serve({ [LIST]: OFFLINE })
    await act(async () => person.pullsDown())
    expect(await screen.findByText(/没刷新成/)).toBeTruthy()
  })

  it('changes to another of my communities', async () => {
    signedIn(amei({ communities: [community(), community({ communityId: 'other', name: '西湖社区' })] }))
    const asked = await open(voteItem())
    await press('东湖社区，换一个社区')
    await userEvent.click(await screen.findByRole('radio', { name: '西湖社区' }))
    await screen.findByRole('button', { name: '西湖社区，换一个社区' })
    expect(ofVotes(asked)[1]?.path).toBe('/communities/other/votes')
    phone.stored.clear()
    await act(async () => signedOut())
  })
})

describe('what neighbours talk about', () => {
  const round = (more: Partial<RoundItem> = {}): RoundItem => ({
    roundId: 'r1',
    question: '楼前那块空地，怎么用才好',
    placeName: '湖光苑 3号楼',
    state: 'discussion',
    convenerName: '陈阿姨（楼栋长）',
    homes: 96,
    homesTakingPart: 31,
    meetsAt: eveningOf(0),
    meetsWhere: '楼前',
    ...more,
  })
  const openWith = async (...rounds: RoundItem[]) => {
    const asked = serve({ [LIST]: votePage([]), [ROUNDS]: { items: rounds, nextCursor: null } })
    render(<TogetherTab />)
    await screen.findByText('现在没有在办的表决')
    return asked
  }

  it('stands above the votes: the question, where and when, which step, how many homes', async () => {
    await openWith(round())
    expect(await cardOf('楼前那块空地，怎么用才好')).toMatch(
      /讨论.*湖光苑 3号楼.*今天 20:00，楼前.*开会讨论，31 户参加/,
    )
    await press(/楼前那块空地/)
    expect(phone.moves).toEqual([
      `navigateTo /features/rounds/pages/detail/index?communityId=${COMMUNITY}&roundId=r1`,
    ])
  })

  it('says of one that is over how it ended, and not when it was', async () => {
    const asked = await openWith(round())
    serve({ [LIST]: votePage([]), [ROUNDS]: { items: [round({ state: 'abandoned' })], nextCursor: null } })
    await press('办完了')
    await screen.findByText('谈完了')
    expect(await cardOf('楼前那块空地，怎么用才好')).not.toMatch('今天')
    expect(asked).toHaveLength(2)
  })

  it('takes no room where nothing is talked about, and is asked anew with the votes', async () => {
    const asked = await openWith()
    expect(screen.queryByText('正在谈')).toBeNull()
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(asked.filter(({ path }) => path.endsWith('/rounds'))).toHaveLength(2)
  })

  it('is not asked for where drafts are looked at', async () => {
    signedIn(head())
    const asked = await openWith()
    await press('我写的草稿')
    await screen.findByText('没有没写完的草稿')
    expect(asked.filter(({ path }) => path.endsWith('/rounds'))).toHaveLength(1)
  })
})

describe('the other faces of the tab', () => {
  it('an empty list says what comes here, and leads on', async () => {
    await open()
    expect(await screen.findByText('现在没有在办的表决')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '发起表决' })).toBeNull()
    await press('看看办完了的')
    expect(await screen.findByText('还没有办完的表决')).toBeTruthy()
    await press('看看正在办的')
    expect(await screen.findByText('现在没有在办的表决')).toBeTruthy()
  })

  it('invites who may to convene', async () => {
    signedIn(head())
    await open()
    await userEvent.click(await screen.findByRole('button', { name: '发起表决' }))
    expect(phone.moves).toEqual([DRAFT])
  })

  it('offers that behind ＋ too, and to nobody else', async () => {
    await open()
    await press('我要说')
    expect(await screen.findByText('发心愿')).toBeTruthy()
    expect(screen.queryByText('大家一起定一件事，或先听听想法')).toBeNull()
    await act(async () => signedIn(head()))
    await userEvent.click(screen.getByText('大家一起定一件事，或先听听想法'))
    expect(phone.moves).toEqual([DRAFT])
  })

  it('an error, and a way to try again', async () => {
    serve({ [LIST]: OFFLINE })
    render(<TogetherTab />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    expect(await screen.findByText('没打开表决')).toBeTruthy()
    serve({ [LIST]: votePage([voteItem()]) })
    await press('再试一次')
    expect(await screen.findByText('三楼的花坛要不要改成停车位')).toBeTruthy()
  })

  it('without a home: the way in, and nothing is asked', async () => {
    signedIn(amei({ communities: [community({ homes: [] })] }))
    const asked = await open()
    await userEvent.click(await screen.findByRole('button', { name: '绑定我的家' }))
    expect(phone.moves).toEqual(['navigateTo /features/people/pages/bind/index'])
    expect(asked).toEqual([])
  })

  it('signed out: the sign-in page, and nothing is asked', () => {
    signedOut()
    const asked = serve({})
    render(<TogetherTab />)
    expect(phone.moves).toEqual(['reLaunch /features/people/pages/sign-in/index'])
    expect(asked).toEqual([])
  })
})
