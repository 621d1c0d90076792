import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, pageOf, requiredText } from '../contract'
import { SHOWN_AS } from '../matters'
import { WORDS_STATES } from '../moderation'
import { photoIds, photoView } from '../photos'
import { MENTIONABLE, POST_ACTS, POST_KINDS, SUBJECT_KINDS } from './policy'

/** Limits in characters, and of how many are named in one post. */
export const POST_LENGTH = 500
export const LOCK_REASON_LENGTH = 100
const MENTIONS_PER_POST = 5

const threadParams = z.object({ communityId: id, subjectKind: z.enum(SUBJECT_KINDS), subjectId: id })
const postParams = z.object({ communityId: id, postId: id })

export const postView = z.object({
  postId: id,
  parentPostId: z.nullable(id),
  kind: z.enum(POST_KINDS),
  mine: z.boolean(),
  /** Nickname, "a resident", or how the office signs; empty where only a trace is left. */
  name: z.string(),
  /** An official reply bears role and unit. */
  official: z.nullable(z.object({ unitName: z.nullable(z.string()) })),
  /** Null where only a trace is left: deleted by its author, or hidden by the community. */
  text: z.nullable(z.string()),
  trace: z.nullable(z.enum(['deleted', 'hidden'])),
  wordsState: z.enum(WORDS_STATES),
  mentions: z.array(z.string()),
  photos: z.array(photoView),
  at: instant,
  thanks: z.int(),
  thanked: z.boolean(),
  /** The topic that was put up from it, where the reader may read that. In the list; acts on a post leave it out. */
  topic: z.optional(z.object({ topicId: id, title: z.string() })),
  acts: z.array(z.enum(POST_ACTS)),
})
export type PostView = z.output<typeof postView>

const lock = z.nullable(z.object({ byName: z.string(), reason: z.string(), at: instant }))

/** What the reader may do in the thread. */
export const threadStanding = z.object({
  lock,
  mayPost: z.boolean(),
  mayNote: z.boolean(),
  mayLock: z.boolean(),
  /** How a reply of mine is signed, where I answer in office. */
  signsAs: z.nullable(z.string()),
  mentionable: z.array(z.enum(MENTIONABLE)),
})
export type ThreadStanding = z.output<typeof threadStanding>

export const listPostsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/threads/:subjectKind/:subjectId/posts',
  summary: '大家说的话，早的在前，回复跟在后面',
  params: threadParams,
  query: z.object({ cursor }),
  response: z.object({ ...pageOf(postView).shape, thread: threadStanding }),
})

export const writePostEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/threads/:subjectKind/:subjectId/posts',
  summary: '说两句，或回一句',
  params: threadParams,
  body: z.object({
    text: requiredText(POST_LENGTH),
    parentPostId: z.optional(id),
    kind: z._default(z.enum(POST_KINDS), 'reply'),
    shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
    mentions: z._default(z.array(z.enum(MENTIONABLE)).check(z.maxLength(MENTIONABLE.length)), []),
    /** Who wrote these posts is named too. */
    mentionPostIds: z._default(z.array(id).check(z.maxLength(MENTIONS_PER_POST)), []),
    photoIds,
  }),
  response: postView,
})

export const deletePostEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/posts/:postId',
  summary: '删掉自己说的话，留一个痕迹',
  params: postParams,
  response: postView,
})

export const thankPostEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/posts/:postId/thanks',
  summary: '谢谢这句话，一人一次',
  params: postParams,
  response: postView,
})

export const takeBackThanksEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/posts/:postId/thanks',
  summary: '收回谢谢',
  params: postParams,
  response: postView,
})

export const lockThreadEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/threads/:subjectKind/:subjectId/lock',
  summary: '先不让接着说，写明原因',
  params: threadParams,
  body: z.object({ reason: requiredText(LOCK_REASON_LENGTH) }),
  response: threadStanding,
})

export const unlockThreadEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/threads/:subjectKind/:subjectId/lock',
  summary: '可以接着说了',
  params: threadParams,
  response: threadStanding,
})

export const blockAuthorEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/posts/:postId/author-block',
  summary: '不再看写这句话的人说的话',
  params: postParams,
  response: done,
})

export const blockItem = z.object({ blockId: id, name: z.string(), at: instant })
export type BlockItem = z.output<typeof blockItem>

export const listBlocksEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/blocks',
  summary: '我不看谁的话，新的在前',
  params: z.object({ communityId: id }),
  query: z.object({ cursor }),
  response: pageOf(blockItem),
})

export const unblockEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/blocks/:blockId',
  summary: '又看这个人说的话',
  params: z.object({ communityId: id, blockId: id }),
  response: done,
})
