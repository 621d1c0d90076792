import { chooseInboxTopicEndpoint, messageInWords } from '#core/inbox'
import type { WordsState } from '#core/moderation'
import type { NoticeView } from '#core/notices'
import { writePostEndpoint } from '#core/threads'
import { deliverHeld } from '#server/inbox/index'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { NOW, people, place, server, setNoticeStage } from '../../tests/builders/notice-stage'
import { noticing, titlesOf } from '../../tests/builders/noticing'
import { noticeWords } from '.'

const SIX = new Date('2026-11-18T10:00:00.000Z')
/** The check isn't sure of it. */
const UNCLEAR = '有事打我电话 13812345678'

setNoticeStage()

const { params, publish, read, withdraw, pin, tell, inboxOf, listFor } = noticing(() => ({ server, place }))

const setWords = ({ noticeId }: NoticeView, state: WordsState) =>
  server.db
    .transaction()
    .execute((tx) => noticeWords.setWords(tx, { ...params(), id: noticeId, state, about: '', at: NOW }))

const hide = (notice: NoticeView) => setWords(notice, 'hidden')
const takeBack = (notice: NoticeView) => withdraw(people.staff, notice)

describe('a notice that is hidden or withdrawn', () => {
  it.each([
    ['hidden', hide],
    ['withdrawn', takeBack],
  ] as const)('and %s is named to nobody any more', async (_how, away) => {
    const notice = await publish(people.head, { title: '张三欠物业费' })
    await tell(notice)
    await away(notice)
    const [message] = await inboxOf(people.amei)
    expect(message).toMatchObject({ kind: 'notice_new', about: '' })
    expect(messageInWords('notice_new', message?.about ?? '?')).toBe('有新通知')
    expect(JSON.stringify(await server.db.selectFrom('inbox_items').selectAll().execute())).not.toContain(
      '张三',
    )
  })

  it.each([
    ['hidden', hide],
    ['withdrawn', takeBack],
  ] as const)('and %s is not told in the evening', async (_how, away) => {
    await server.ok(chooseInboxTopicEndpoint, {
      as: people.amei.token,
      params: params(),
      body: { topic: 'notices', choice: 'daily' },
    })
    const notice = await publish(people.head)
    await tell(notice)
    await away(notice)
    await deliverHeld(server.db, SIX)
    expect(await inboxOf(people.amei)).toEqual([])
  })
})

it('what is answered under a withdrawn notice is told to nobody who can’t open it', async () => {
  const notice = await publish(people.head)
  const thread = { ...params(), subjectKind: 'notice', subjectId: notice.noticeId } as const
  const say = (by: SignedInPerson, text: string, parentPostId?: string) =>
    server.ok(writePostEndpoint, {
      as: by.token,
      params: thread,
      body: { text, ...(parentPostId ? { parentPostId } : {}) },
    })
  const { postId } = await say(people.amei, '几点来水')
  await takeBack(notice)
  await say(people.staff, '改到下周了', postId)
  expect(await inboxOf(people.amei)).toEqual([])
})

describe('the community’s own word', () => {
  it('is shown again on appeal, whether or not who wrote it has a phone', async () => {
    const author = await place.inOffice('community_staff', place.community.communityId)
    const notice = await publish(author)
    await setWords(notice, 'hidden')
    await setWords(notice, 'staff_only')
    expect((await read(people.amei, notice)).status).toBe(200)
  })

  it('is not what a neighbour in office says', async () => {
    const notice = await publish(people.head, { text: UNCLEAR })
    await setWords(notice, 'staff_only')
    expect((await read(people.amei, notice)).status).toBe(404)
  })
})

describe('on top', () => {
  const pinsSeenBy = async (who: SignedInPerson) => titlesOf((await listFor(who)).pinned)

  it('takes no place as long as residents don’t see it, and one when they do', async () => {
    const waiting = await publish(people.head, { title: '等着的', text: UNCLEAR, pinDays: 3 })
    expect(waiting).toMatchObject({ pinned: false, pinnedUntil: '2026-11-21T16:00:00.000Z' })
    for (const title of ['一', '二']) await publish(people.head, { title, pinDays: 3 })
    const third = await publish(people.head, { title: '三', pinDays: 3 })
    expect(await pinsSeenBy(people.amei)).toEqual(['三', '二', '一'])
    await pin(people.head, third)
    await setWords(waiting, 'shown')
    expect(await pinsSeenBy(people.amei)).toEqual(['二', '一', '等着的'])
  })

  it('is left when it is hidden, and taken again where there is room', async () => {
    const notice = await publish(people.head, { title: '收起来的', pinDays: 3 })
    for (const title of ['一', '二']) await publish(people.head, { title, pinDays: 3 })
    await setWords(notice, 'hidden')
    await setWords(notice, 'shown')
    expect(await pinsSeenBy(people.amei)).toContain('收起来的')
    await setWords(notice, 'hidden')
    await publish(people.head, { title: '三', pinDays: 3 })
    await setWords(notice, 'shown')
    expect(await pinsSeenBy(people.amei)).toEqual(['三', '二', '一'])
    expect((await read(people.head, notice)).body).toMatchObject({ pinned: false, pinnedUntil: null })
  })

  it('is wished for and no more wished for while it waits', async () => {
    const waiting = await publish(people.head, { text: UNCLEAR })
    expect((await pin(people.head, waiting, 2)).body).toMatchObject({ pinned: false })
    expect((await pin(people.head, waiting)).body).toMatchObject({ pinnedUntil: null })
    await setWords(waiting, 'shown')
    expect(await pinsSeenBy(people.amei)).toEqual([])
  })
})
