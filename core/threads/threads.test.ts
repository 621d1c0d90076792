import fc from 'fast-check'
import type { Actor } from '../permissions'
import {
  decideLock,
  decidePost,
  decidePostAct,
  POST_ACTS,
  POST_KINDS,
  postActsFor,
  type Post,
  type PostAct,
  type Thread,
} from '.'

const actor = (personId: string, staffAt?: string): Actor => ({
  personId,
  roles: staffAt ? [{ role: 'community_staff', placeId: staffAt, isLead: false }] : [],
  homes: [],
})
const open: Thread = { communityId: 'here', readable: true, staff: false, locked: false }
const said: Post = { authorId: 'author', kind: 'reply', official: false, deleted: false, shown: true }

describe('a thread', () => {
  it('is written in by who may read it; a lock stops everybody but staff', () => {
    expect(decidePost(open, 'reply').allowed).toBe(true)
    expect(decidePost({ ...open, locked: true }, 'reply')).toMatchObject({ code: 'THREAD_LOCKED' })
    expect(decidePost({ ...open, locked: true, staff: true }, 'reply').allowed).toBe(true)
    expect(decidePost({ ...open, readable: false, staff: true }, 'reply')).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('takes staff notes from staff only', () => {
    expect(decidePost(open, 'staff_note')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decidePost({ ...open, staff: true }, 'staff_note').allowed).toBe(true)
  })

  it('is locked by who moderates the community it is in', () => {
    expect(decideLock(actor('x', 'here'), open).allowed).toBe(true)
    for (const other of [actor('x'), actor('x', 'elsewhere')])
      expect(decideLock(other, { ...open, staff: true })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideLock(actor('x', 'here'), { ...open, readable: false })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a post', () => {
  const offers = (of: Partial<Post>, thread: Partial<Thread> = {}, who = 'reader') =>
    postActsFor(actor(who), { ...said, ...of }, { ...open, ...thread })

  it.each<[string, Partial<Post>, Partial<Thread>, string, PostAct[]]>([
    ['a neighbour’s, to a neighbour', {}, {}, 'reader', ['reply', 'thank', 'report', 'block']],
    ['one’s own', {}, {}, 'author', ['reply', 'delete']],
    ['an office’s: never blocked', { official: true }, {}, 'reader', ['reply', 'thank', 'report']],
    ['in a locked thread', {}, { locked: true }, 'reader', ['thank', 'report', 'block']],
    ['words that wait, to staff', { shown: false }, { staff: true }, 'reader', ['reply', 'report', 'block']],
    ['words that wait, to their author', { shown: false }, {}, 'author', ['delete']],
    ['a staff note, to staff', { kind: 'staff_note', shown: false }, { staff: true }, 'reader', ['reply']],
    ['a deleted one', { deleted: true }, { staff: true }, 'author', []],
  ])('%s', (_what, of, thread, who, acts) => {
    expect(offers(of, thread, who)).toEqual(acts)
  })

  it('is put up as a topic by who said it and lives here, or by who convenes neighbours; never what waits or is a note', () => {
    const home = {
      homeId: 'h',
      path: ['here', 'h'],
      relation: 'owner' as const,
      isAdult: true,
      since: new Date(0),
    }
    const author: Actor = { ...actor('author'), homes: [home] }
    const head: Actor = { ...actor('head'), roles: [{ role: 'building_head', placeId: 'b', isLead: false }] }
    const may = (who: Actor, of: Partial<Post> = {}, thread: Partial<Thread> = {}) =>
      postActsFor(who, { ...said, ...of }, { ...open, ...thread }).includes('put_up')
    expect([author, head].map((who) => may(who))).toEqual([true, true])
    for (const who of [actor('author'), { ...actor('reader'), homes: [home] }, actor('staff', 'here')])
      expect(may(who)).toBe(false)
    for (const of of [{ shown: false }, { kind: 'staff_note' as const }, { deleted: true }])
      expect([author, head].map((who) => may(who, of))).toEqual([false, false])
    expect(may(head, {}, { readable: false })).toBe(false)
  })

  it('offers nothing to who may not read it but to delete their own, and to nobody both to delete and to thank', () => {
    const anyPost = fc.record({
      authorId: fc.constantFrom('author', 'reader'),
      kind: fc.constantFrom(...POST_KINDS),
      official: fc.boolean(),
      deleted: fc.boolean(),
      shown: fc.boolean(),
    })
    const anyThread = fc.record({ staff: fc.boolean(), locked: fc.boolean(), readable: fc.boolean() })
    fc.assert(
      fc.property(anyPost, anyThread, (post, given) => {
        const thread = { communityId: 'here', ...given }
        const acts = postActsFor(actor('reader'), post, thread)
        if (post.deleted) expect(acts).toEqual([])
        else if (!thread.readable) expect(acts).toEqual(post.authorId === 'reader' ? ['delete'] : [])
        expect(acts.includes('delete') && acts.includes('thank')).toBe(false)
        if (post.kind === 'staff_note' && !thread.staff)
          expect(acts.filter((act) => act !== 'delete')).toEqual([])
        for (const act of POST_ACTS)
          expect(decidePostAct(actor('reader'), post, thread, act).allowed).toBe(acts.includes(act))
      }),
    )
  })
})
