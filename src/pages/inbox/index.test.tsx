import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { InboxItem } from '#core/inbox'
import { amei, COMMUNITY, community, signedIn } from '../../../tests/taro/people'
import { OFFLINE, serve } from '../../../tests/taro/server'
import { person, phone } from '../../../tests/taro/taro'
import InboxPage from '.'

const LIST = 'GET /communities/*/inbox'
const READ = 'POST /communities/*/inbox/read'
const DAY = 24 * 60 * 60 * 1000

const message = (more: Partial<InboxItem> = {}): InboxItem => ({
  itemId: 'i1',
  kind: 'matter_result',
  about: '楼道灯不亮',
  subject: { kind: 'matter', id: 'm1' },
  at: new Date().toISOString(),
  unread: 1,
  count: 1,
  ...more,
})
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const page = (items: InboxItem[], nextCursor: string | null = null) => ({
  items,
  nextCursor,
  unread: items.filter(({ unread }) => unread > 0).length,
})

beforeEach(() => signedIn(amei()))

describe('the inbox', () => {
  it('tells what is new, day by day', async () => {
    const older = message({ itemId: 'i3', unread: 0, kind: 'matter_progress', at: ago(40) })
    const asked = serve({ [LIST]: page([message(), message({ itemId: 'i2', at: ago(1) }), older]) })
    render(<InboxPage />)
    expect(screen.getByRole('status', { name: '正在打开' })).toBeTruthy()
    await screen.findByText('今天')
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      '今天',
      '昨天',
      '更早',
    ])
    expect(screen.getAllByText('新')).toHaveLength(2)
    expect(screen.getByText('您报的事有新进展：楼道灯不亮')).toBeTruthy()
    expect(screen.getByRole('link', { name: '消息，有新的' })).toBeTruthy()
    expect(asked).toHaveLength(1)
  })

  it('opens what a message is about, which then counts as read', async () => {
    const asked = serve({ [LIST]: page([message()]), [READ]: { unread: 0 } })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: /^您报的事有结果了/ }))
    expect(phone.moves).toEqual([
      `navigateTo /features/matters/pages/detail/index?communityId=${COMMUNITY}&matterId=m1`,
    ])
    expect(asked[1]).toMatchObject({ body: { itemId: 'i1', andOlder: false }, key: expect.any(String) })
    expect(screen.queryByText('新')).toBeNull()
    expect(await screen.findByRole('link', { name: '消息' })).toBeTruthy()
  })

  it('opens the list of votes for one that was taken back: nobody but its convener reads a draft', async () => {
    const told = message({ kind: 'vote_revised', subject: { kind: 'vote', id: 'v1' } })
    serve({ [LIST]: page([told]), [READ]: { unread: 0 } })
    render(<InboxPage />)
    await userEvent.click(
      await screen.findByRole('button', { name: /^表决收回去改了，改好会再公示：楼道灯不亮/ }),
    )
    expect(phone.moves).toEqual(['switchTab /pages/together/index'])
  })

  it.each([
    ['membership_asked', 'membership', `requests/index?communityId=${COMMUNITY}&list=to_decide`],
    ['membership_decided', 'membership', `requests/index?communityId=${COMMUNITY}&list=mine`],
    ['membership_new_member', 'membership', `requests/index?communityId=${COMMUNITY}&list=household`],
    ['grant_changed', 'grant', 'switchTab /pages/me/index'],
    ['notice_new', 'notice', `notices/pages/detail/index?communityId=${COMMUNITY}&noticeId=s`],
    ['wish_offer', 'wish', `wishes/pages/detail/index?communityId=${COMMUNITY}&wishId=s`],
    ['moderation_new', 'case', `queue/index?communityId=${COMMUNITY}&caseId=s`],
    ['words_hidden', 'post', `hidden/index?communityId=${COMMUNITY}`],
  ] as const)('leads %s to its page', async (kind, subject, where) => {
    serve({ [LIST]: page([message({ kind, subject: { kind: subject, id: 's' }, unread: 0 })]) })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: /楼道灯不亮/ }))
    expect(phone.moves[0]).toMatch(where)
  })

  it('says of a thing how much is new about it, in one row', async () => {
    serve({ [LIST]: page([message({ unread: 3, count: 8 })]) })
    render(<InboxPage />)
    expect(await screen.findByText(/有 3 条新的/)).toBeTruthy()
    expect(screen.getAllByText('新')).toHaveLength(1)
  })

  it('leads to its settings', async () => {
    serve({ [LIST]: page([message()]) })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: /消息设置/ }))
    expect(phone.moves[0]).toMatch(/inbox\/pages\/choices\/index\?communityId=/)
  })

  it('leads to its settings also while it is empty', async () => {
    serve({ [LIST]: page([]) })
    render(<InboxPage />)
    expect(await screen.findByText('还没有消息')).toBeTruthy()
    expect(screen.getByRole('button', { name: /消息设置/ })).toBeTruthy()
  })

  it('marks all as read at once, and says when that did not work', async () => {
    const asked = serve({ [LIST]: page([message(), message({ itemId: 'i2' })]), [READ]: OFFLINE })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: '全部看过' }))
    expect(asked[1]?.body).toEqual({ itemId: 'i1', andOlder: true })
    expect(await screen.findByText(/没能标成看过/)).toBeTruthy()
    serve({ [LIST]: page([message({ unread: 0 })]), [READ]: { unread: 0 } })
    await userEvent.click(await screen.findByRole('button', { name: '全部看过' }))
    expect(await screen.findByRole('link', { name: '消息' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '全部看过' })).toBeNull()
  })

  it('goes on to another of my communities that has something new', async () => {
    const other = community({ communityId: 'other', name: '西湖社区', unread: 1 })
    signedIn(amei({ communities: [community(), other] }))
    const asked = serve({ [LIST]: page([]) })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: /西湖社区有新消息/ }))
    expect(asked[1]?.path).toBe('/communities/other/inbox')
    phone.stored.clear()
  })

  it('goes there and back and there again', async () => {
    const both = ['other', COMMUNITY].map((communityId) =>
      community({ communityId, name: communityId, unread: 1 }),
    )
    signedIn(amei({ communities: both }))
    const asked = serve({
      [LIST]: ({ path }) => page([message({ unread: path.includes('other') ? 1 : 2 })], null),
    })
    render(<InboxPage />)
    for (const _ of [1, 2, 3]) await userEvent.click(await screen.findByRole('button', { name: /有新消息/ }))
    const where = asked.map(({ path }) => path.split('/')[2])
    expect(where).toHaveLength(4)
    where.slice(1).forEach((one, at) => expect(one).not.toBe(where[at]))
    phone.stored.clear()
  })

  it('loads more, and again when one comes back', async () => {
    const asked = serve({
      [LIST]: ({ query }) =>
        page([message({ itemId: query.cursor ?? 'i1', unread: 0 })], query.cursor ? null : 'i2'),
    })
    render(<InboxPage />)
    await userEvent.click(await screen.findByRole('button', { name: '看更多' }))
    expect(await screen.findAllByText(/您报的事有结果了/)).toHaveLength(2)
    act(person.leavesPage)
    await act(async () => person.comesBack())
    expect(asked.map(({ query }) => query.cursor)).toEqual([undefined, 'i2', undefined, 'i2'])
    expect(screen.getAllByText(/您报的事有结果了/)).toHaveLength(2)
  })
})

describe('the other faces of the inbox', () => {
  it('nothing yet', async () => {
    serve({ [LIST]: page([]) })
    render(<InboxPage />)
    expect(await screen.findByText('还没有消息')).toBeTruthy()
  })

  it('an error, and a way to try again', async () => {
    serve({ [LIST]: OFFLINE })
    render(<InboxPage />)
    expect(await screen.findByText('没打开消息')).toBeTruthy()
    serve({ [LIST]: page([message()]) })
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('今天')).toBeTruthy()
  })
})
