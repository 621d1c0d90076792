import { listInboxEndpoint } from '#core/inbox'
import { publishNoticeEndpoint } from '#core/notices'
import {
  blockAuthorEndpoint,
  deletePostEndpoint,
  listPostsEndpoint,
  thankPostEndpoint,
  writePostEndpoint,
} from '#core/threads'
import type { SignedInPerson } from '../builders/neighbourhood'
import {
  neighbour,
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
const whole = async (by: SignedInPerson) =>
  JSON.stringify(await server.ok(listPostsEndpoint, { as: by.token, params: thread, query: {} }))
const inboxOf = async (of: SignedInPerson) =>
  (
    await server.ok(listInboxEndpoint, {
      as: of.token,
      params: { communityId: thread.communityId },
      query: {},
    })
  ).items.filter(({ subject }) => subject.id === thread.subjectId)
const withoutPhone = async ({ personId }: SignedInPerson) => {
  await server.db.deleteFrom('phones').where('person_id', '=', personId).execute()
}

describe('a thread', () => {
  it('shows each post followed by what answers it, oldest first', async () => {
    const first = await say(neighbour, thread, '我家四楼也是黑的')
    const second = await say(other, thread, '真快，辛苦了')
    const under = await say(reporter, thread, '五楼还亮', { parentPostId: first.postId })
    const beside = await say(neighbour, thread, '就这两层', { parentPostId: under.postId })
    const posts = await read(other, thread)
    expect(posts.map(({ postId, parentPostId }) => [postId, parentPostId])).toEqual([
      [first.postId, null],
      [under.postId, first.postId],
      [beside.postId, first.postId],
      [second.postId, null],
    ])
    expect(posts[2]?.mentions).toEqual(['一位住户'])
  })

  it('calls a resident as they chose, and an office by name, role and unit', async () => {
    await say(neighbour, thread, '我也是', { shownAs: 'nickname' })
    await say(neighbour, thread, '我还是')
    await say(worker, thread, '换好了')
    const posts = await read(reporter, thread)
    expect(posts.map(({ name, official }) => [name, official])).toEqual([
      ['小周', null],
      ['一位住户', null],
      ['张师傅（网格员）', { unitName: '甲社区第一网格' }],
    ])
  })

  it('is read by who may read the matter, and by nobody else', async () => {
    await say(neighbour, thread, '我也是')
    const outside = await place.resident(place.otherCommunity.homeId, { community: place.otherCommunity })
    const visitor = await place.person()
    for (const stranger of [outside, visitor]) {
      const { status, body } = await server.call(listPostsEndpoint, {
        as: stranger.token,
        params: thread,
        query: {},
      })
      expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
    }
    const elsewhere = { ...thread, communityId: place.otherCommunity.communityId }
    expect(
      (await server.call(listPostsEndpoint, { as: outside.token, params: elsewhere, query: {} })).status,
    ).toBe(404)
  })

  it('goes on page by page without losing or repeating an answer', async () => {
    const first = await say(neighbour, thread, '第一句')
    for (let n = 0; n < 23; n += 1) await say(other, thread, `答${n}`, { parentPostId: first.postId })
    await say(reporter, thread, '最后一句')
    const one = await server.ok(listPostsEndpoint, { as: other.token, params: thread, query: {} })
    const two = await server.ok(listPostsEndpoint, {
      as: other.token,
      params: thread,
      query: { cursor: one.nextCursor as string },
    })
    const texts = [...one.items, ...two.items].map(({ text }) => text)
    expect(texts).toEqual(['第一句', ...Array.from({ length: 23 }, (_, n) => `答${n}`), '最后一句'])
    expect(two.nextCursor).toBeNull()
  })
})

describe('words that neighbours may not see yet', () => {
  it('are read by author and staff only, while the author has no verified phone', async () => {
    const unknown = await place.resident(place.community.homeId)
    await withoutPhone(unknown)
    const post = await say(unknown, thread, '三楼也不亮')
    expect(post.wordsState).toBe('staff_only')
    expect((await read(unknown, thread)).map(({ text }) => text)).toEqual(['三楼也不亮'])
    expect((await read(worker, thread)).map(({ text }) => text)).toEqual(['三楼也不亮'])
    expect(await read(neighbour, thread)).toEqual([])
  })

  it('are answered by staff in public all the same', async () => {
    const unknown = await place.resident(place.community.homeId)
    await withoutPhone(unknown)
    const { postId } = await say(unknown, thread, '什么时候修')
    await say(staff, thread, '周五前', { parentPostId: postId })
    expect((await read(neighbour, thread)).map(({ text }) => text)).toEqual(['周五前'])
    expect((await inboxOf(unknown)).map(({ kind }) => kind)).toEqual(['thread_reply'])
  })

  it('wait for a moderator when the check is not sure', async () => {
    const post = await say(neighbour, thread, '打他电话13812345678')
    expect(post.wordsState).toBe('waiting')
    expect(await whole(other)).not.toContain('13812345678')
  })

  it('are checked like anybody’s where a neighbour in office says them; an office’s own are not', async () => {
    const { communityId, buildingId } = place.community
    const head = await place.inOffice('building_head', buildingId, { name: '陈阿姨' })
    const under = async (by: SignedInPerson) => {
      const { noticeId } = await server.ok(publishNoticeEndpoint, {
        as: by.token,
        params: { communityId },
        body: { placeId: buildingId, title: '周六停水', text: '请先接一点水' },
      })
      const { wordsState } = await server.ok(writePostEndpoint, {
        as: by.token,
        params: { communityId, subjectKind: 'notice', subjectId: noticeId },
        body: { text: '有事打13812345678' },
      })
      return wordsState
    }
    expect([await under(head), await under(staff)]).toEqual(['waiting', 'shown'])
  })

  it('are not taken at all before the privacy notice is agreed to', async () => {
    const late = await place.resident(place.community.homeId)
    await server.db.deleteFrom('consents').where('person_id', '=', late.personId).execute()
    const { status, body } = await server.call(writePostEndpoint, {
      as: late.token,
      params: thread,
      body: { text: '我说' },
    })
    expect([status, body.code]).toEqual([403, 'CONSENT_REQUIRED'])
  })
})

describe('a staff note', () => {
  it('is in no answer to a resident: not to the reporter, not to who is named or answered', async () => {
    const said = await say(reporter, thread, '请快点')
    const note = await say(worker, thread, '秘密备注', {
      kind: 'staff_note',
      mentions: ['reporter', 'handlers'],
      mentionPostIds: [said.postId],
      parentPostId: said.postId,
    })
    await say(staff, thread, '接着备注', { parentPostId: note.postId })
    for (const resident of [reporter, neighbour]) {
      expect(await whole(resident)).not.toMatch(/备注|staff_note/)
      expect(await inboxOf(resident)).toEqual([])
    }
    expect((await read(staff, thread)).map(({ kind }) => kind)).toEqual(['reply', 'staff_note', 'staff_note'])
  })

  it('can’t be answered, thanked, reported or deleted by a resident: to them it isn’t there', async () => {
    const { postId } = await say(worker, thread, '秘密备注', { kind: 'staff_note' })
    const as = reporter.token
    const answers = [
      await server.call(writePostEndpoint, { as, params: thread, body: { text: '?', parentPostId: postId } }),
      await server.call(writePostEndpoint, {
        as,
        params: thread,
        body: { text: '?', mentionPostIds: [postId] },
      }),
      await server.call(thankPostEndpoint, { as, params: params(postId) }),
      await server.call(deletePostEndpoint, { as, params: params(postId) }),
      await server.call(blockAuthorEndpoint, { as, params: params(postId) }),
    ]
    expect(answers.map(({ body }) => body.code)).toEqual(Array(5).fill('NOT_FOUND'))
  })

  it('is not for a resident to write', async () => {
    const { status } = await server.call(writePostEndpoint, {
      as: reporter.token,
      params: thread,
      body: { text: '我也备注', kind: 'staff_note' },
    })
    expect(status).toBe(403)
  })
})

describe('a deleted post', () => {
  it('leaves a trace without text and name, and its words are in no answer any more', async () => {
    const post = await say(neighbour, thread, '说错的话', { shownAs: 'nickname' })
    await say(other, thread, '没关系', { parentPostId: post.postId })
    await server.ok(deletePostEndpoint, { as: neighbour.token, params: params(post.postId) })
    for (const reader of [neighbour, other, staff, reporter]) {
      const answer = await whole(reader)
      expect(answer).not.toContain('说错的话')
      expect(answer).not.toContain('小周')
      expect((await read(reader, thread))[0]).toMatchObject({ trace: 'deleted', text: null, acts: [] })
    }
    const { body } = await server.call(deletePostEndpoint, {
      as: neighbour.token,
      params: params(post.postId),
    })
    expect(body.code).toBe('STATE_CHANGED')
  })

  it('can be deleted by who can’t read the thread any more', async () => {
    const { postId } = await say(neighbour, thread, '我先搬走了')
    const memberships = server.db.updateTable('memberships').where('person_id', '=', neighbour.personId)
    await memberships.set({ state: 'withdrawn' }).execute()
    const gone = { communityId: thread.communityId, postId }
    const { status } = await server.call(deletePostEndpoint, { as: neighbour.token, params: gone })
    expect(status).toBe(200)
    expect((await server.call(thankPostEndpoint, { as: neighbour.token, params: gone })).status).toBe(404)
    await memberships.set({ state: 'confirmed' }).execute()
    expect(await read(reporter, thread)).toMatchObject([{ postId, text: null }])
  })

  it('is deleted by its author alone', async () => {
    const post = await say(neighbour, thread, '我的话')
    for (const by of [other, staff]) {
      const { status } = await server.call(deletePostEndpoint, { as: by.token, params: params(post.postId) })
      expect(status).toBe(403)
    }
  })
})
