import { listInboxEndpoint } from '#core/inbox'
import { searchEndpoint } from '#core/search'
import {
  blockAuthorEndpoint,
  listBlocksEndpoint,
  lockThreadEndpoint,
  takeBackThanksEndpoint,
  thankPostEndpoint,
  unblockEndpoint,
  unlockThreadEndpoint,
  writePostEndpoint,
} from '#core/threads'
import type { SignedInPerson } from '../builders/neighbourhood'
import {
  neighbour,
  newThread,
  other,
  place,
  read,
  reporter,
  say,
  server,
  setThreadStage,
  staff,
  thread,
  worker,
} from './thread-stage'

setThreadStage()

const params = (postId: string) => ({ communityId: thread.communityId, postId })
const inboxOf = async (of: SignedInPerson, about = thread) =>
  (
    await server.ok(listInboxEndpoint, {
      as: of.token,
      params: { communityId: about.communityId },
      query: {},
    })
  ).items.filter(({ subject }) => subject.id === about.subjectId)

describe('thanks', () => {
  it('count once per person, also when given twice at the same moment', async () => {
    const { postId } = await say(neighbour, thread, '我修的')
    const thank = () => server.call(thankPostEndpoint, { as: other.token, params: params(postId) })
    const answers = await Promise.all([thank(), thank(), thank()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const third = await server.ok(thankPostEndpoint, { as: reporter.token, params: params(postId) })
    expect(third).toMatchObject({ thanks: 2, thanked: true })
    const back = await server.ok(takeBackThanksEndpoint, { as: other.token, params: params(postId) })
    const again = await server.ok(takeBackThanksEndpoint, { as: other.token, params: params(postId) })
    expect([back.thanks, again.thanks, again.thanked]).toEqual([1, 1, false])
  })

  it('are not for oneself', async () => {
    const { postId } = await say(neighbour, thread, '我修的')
    const { status } = await server.call(thankPostEndpoint, { as: neighbour.token, params: params(postId) })
    expect(status).toBe(403)
  })
})

describe('a lock', () => {
  it('stops residents with a reason that everybody reads; staff go on', async () => {
    const answer = await server.ok(lockThreadEndpoint, {
      as: staff.token,
      params: thread,
      body: { reason: '修好了，先说到这里' },
    })
    expect(answer.lock).toMatchObject({ byName: '王芳（社区工作人员）', reason: '修好了，先说到这里' })
    const { status, body } = await server.call(writePostEndpoint, {
      as: neighbour.token,
      params: thread,
      body: { text: '可是' },
    })
    expect([status, body.code]).toEqual([409, 'THREAD_LOCKED'])
    await say(worker, thread, '谢谢大家')
    await server.ok(unlockThreadEndpoint, { as: staff.token, params: thread })
    await say(neighbour, thread, '好的')
  })

  it('is the community’s staff’s alone', async () => {
    for (const by of [neighbour, worker]) {
      const input = { as: by.token, params: thread, body: { reason: '不许说' } }
      expect((await server.call(lockThreadEndpoint, input)).status).toBe(403)
    }
  })
})

describe('who is told', () => {
  it('is whom a post answers, and whom it names; once, and never oneself', async () => {
    const { postId } = await say(neighbour, thread, '几点修')
    await say(other, thread, '下午', {
      parentPostId: postId,
      mentions: ['reporter'],
      mentionPostIds: [postId],
    })
    expect((await inboxOf(neighbour)).map(({ kind, count }) => [kind, count])).toEqual([['thread_reply', 1]])
    expect((await inboxOf(reporter)).map(({ kind }) => kind)).toEqual(['thread_mention'])
    expect(await inboxOf(other)).toEqual([])
  })

  it('is the reporter, of every answer in office', async () => {
    await say(worker, thread, '下午来修')
    expect((await inboxOf(reporter)).map(({ kind }) => kind)).toEqual(['matter_progress'])
  })

  it('hears no title of a private matter, nor what is said about it', async () => {
    const complaint = await newThread(reporter, 'complaint')
    await say(staff, complaint, '收到了')
    const [message] = await inboxOf(reporter, complaint)
    expect(message).toMatchObject({ kind: 'matter_private_news', about: '' })
    const answered = await say(reporter, complaint, '打我电话13812345678')
    expect(answered.wordsState).toBe('staff_only')
    const cases = await server.db
      .selectFrom('moderation_cases')
      .select('case_id')
      .where('subject_id', '=', complaint.subjectId)
      .execute()
    expect(cases).toEqual([])
  })
})

describe('a person who is not listened to any more', () => {
  it('is not met, and their answers and mentions are not told; others notice nothing', async () => {
    const blocker = await place.resident(place.community.homeId, { name: '怕吵的人' })
    const post = await say(neighbour, thread, '吵吵吵', { shownAs: 'nickname' })
    const mine = await say(blocker, thread, '请轻一点')
    await server.ok(blockAuthorEndpoint, { as: blocker.token, params: params(post.postId) })
    await say(neighbour, thread, '偏要吵', { parentPostId: mine.postId, mentionPostIds: [mine.postId] })
    expect((await read(blocker, thread)).map(({ text }) => text)).toEqual(['请轻一点'])
    expect(await inboxOf(blocker)).toEqual([])
    expect((await read(other, thread)).map(({ text }) => text)).toEqual(['吵吵吵', '请轻一点', '偏要吵'])

    const here = { communityId: thread.communityId }
    const { items } = await server.ok(listBlocksEndpoint, { as: blocker.token, params: here, query: {} })
    expect(items.map(({ name }) => name)).toEqual(['小周'])
    const blockId = items[0]?.blockId as string
    const others = await server.call(unblockEndpoint, { as: other.token, params: { ...here, blockId } })
    expect(others.status).toBe(404)
    await server.ok(unblockEndpoint, { as: blocker.token, params: { ...here, blockId } })
    expect(await read(blocker, thread)).toHaveLength(3)
  })

  it('is not found by searching either', async () => {
    const { postId } = await say(other, thread, '竹竿晾衣服')
    const find = async () =>
      (
        await server.ok(searchEndpoint, {
          as: neighbour.token,
          params: { communityId: thread.communityId },
          query: { q: '竹竿' },
        })
      ).items.length
    expect(await find()).toBe(1)
    await server.ok(blockAuthorEndpoint, { as: neighbour.token, params: params(postId) })
    expect(await find()).toBe(0)
  })

  it('is never an office', async () => {
    const { postId } = await say(worker, thread, '换好了')
    const { status } = await server.call(blockAuthorEndpoint, { as: neighbour.token, params: params(postId) })
    expect(status).toBe(403)
  })
})
