/** Posts of a thread as the server presents them, for tests of screens. */
import type { CaseItem, CaseView, HiddenItem } from '#core/moderation'
import type { PostView, ThreadStanding } from '#core/threads'
import { MATTER } from './matters'

export const post = (more: Partial<PostView> = {}): PostView => ({
  postId: 'p1',
  parentPostId: null,
  kind: 'reply',
  mine: false,
  name: '小周',
  official: null,
  text: '我家四楼也是黑的',
  trace: null,
  wordsState: 'shown',
  mentions: [],
  photos: [],
  at: '2026-11-17T13:03:00.000Z',
  thanks: 0,
  thanked: false,
  acts: ['reply', 'thank', 'report', 'block'],
  ...more,
})

export const standing = (more: Partial<ThreadStanding> = {}): ThreadStanding => ({
  lock: null,
  mayPost: true,
  mayNote: false,
  mayLock: false,
  signsAs: null,
  mentionable: [],
  ...more,
})

export const threadOf = (items: PostView[], more: Partial<ThreadStanding> = {}) => ({
  items,
  nextCursor: null,
  thread: standing(more),
})

/** A thread in which nobody has said anything, as an answer of the server. */
export const NO_POSTS = { 'GET /communities/*/threads/*/*/posts': threadOf([]) }

export const caseItem = (more: Partial<CaseItem> = {}): CaseItem => ({
  caseId: 'k1',
  source: 'report',
  state: 'open',
  target: { kind: 'post', id: 'p1' },
  subject: { kind: 'matter', id: MATTER },
  about: '楼道灯不亮',
  original: '说得难听的话',
  reasons: ['insult'],
  reportCount: 2,
  openedAt: '2026-11-17T13:03:00.000Z',
  ...more,
})

export const caseView = (more: Partial<CaseView> = {}): CaseView => ({
  ...caseItem(),
  reports: [
    { category: 'insult', note: '太难听', at: '2026-11-17T13:04:00.000Z' },
    { category: 'other', note: null, at: '2026-11-17T13:05:00.000Z' },
  ],
  choices: ['keep', 'hide'],
  decision: null,
  reason: null,
  decidedAt: null,
  hiddenReason: null,
  appealNote: null,
  ...more,
})

export const hiddenItem = (more: Partial<HiddenItem> = {}): HiddenItem => ({
  caseId: 'k1',
  target: { kind: 'post', id: 'p1' },
  subject: { kind: 'matter', id: MATTER },
  about: '楼道灯不亮',
  original: '说得难听的话',
  reason: '请不要骂人',
  hiddenAt: '2026-11-17T13:03:00.000Z',
  appeal: 'open',
  appealUntil: '2026-11-30T16:00:00.000Z',
  appealReason: null,
  ...more,
})
