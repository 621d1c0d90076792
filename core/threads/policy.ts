import { isModerator, THING_KINDS } from '../moderation'
import { ALLOWED, refused, type Actor, type Decision } from '../permissions'
import { convenesRounds } from '../rounds'

/** What has a thread (domain.md 8). */
export const SUBJECT_KINDS = THING_KINDS
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** `staff_note`: 内部备注, never sent to a resident's device. */
export const POST_KINDS = ['reply', 'staff_note'] as const
export type PostKind = (typeof POST_KINDS)[number]

/** How a resident is called who doesn't want to be named; else by their nickname: their choice, post by post. */
export const A_RESIDENT = '一位住户'

export const MENTIONABLE = ['reporter', 'handlers'] as const
export type Mentionable = (typeof MENTIONABLE)[number]
/** Who is named, as it fits what the thread is about. */
export const MENTION_LABELS: Record<SubjectKind, Record<Mentionable, string>> = {
  matter: { reporter: '报这件事的人', handlers: '办这件事的人' },
  wish: { reporter: '说心愿的人', handlers: '来帮的人' },
  notice: { reporter: '发通知的人', handlers: '社区的人' },
  vote: { reporter: '提出的人', handlers: '召集的人' },
  round: { reporter: '提出的人', handlers: '召集的人' },
  topic: { reporter: '提议题的人', handlers: '召集的人' },
}

/** What a reader may do in the thread of one thing: its own area says, by its own policy. */
export interface Standing {
  /** Knows of the thing, and so reads its thread. */
  readable: boolean
  /** Reads every word of it, as who works on it: only to them staff notes are sent. */
  staff: boolean
}

/** A thread as the rules see it. */
export interface Thread extends Standing {
  communityId: string
  locked: boolean
}

/** 说两句. A staff note and an official reply are for who works on the thing; a lock stops everybody else. */
export function decidePost(thread: Thread, kind: PostKind): Decision {
  if (!thread.readable) return refused('NOT_FOUND')
  if (kind === 'staff_note' && !thread.staff) return refused('NOT_ALLOWED')
  return thread.locked && !thread.staff ? refused('THREAD_LOCKED') : ALLOWED
}

/** 先不让说了, with a reason that everybody reads: by who moderates. */
export function decideLock(actor: Actor, thread: Thread): Decision {
  if (!thread.readable) return refused('NOT_FOUND')
  return isModerator(actor, thread.communityId) ? ALLOWED : refused('NOT_ALLOWED')
}

/** A post as the rules see it, for one reader who may know of it. */
export interface Post {
  authorId: string
  kind: PostKind
  official: boolean
  deleted: boolean
  /** Its words are shown to neighbours. */
  shown: boolean
}

export const POST_ACTS = ['reply', 'thank', 'put_up', 'delete', 'report', 'block'] as const
export type PostAct = (typeof POST_ACTS)[number]

type PostRule = (actor: Actor, post: Post, thread: Thread) => boolean

const isAuthor: PostRule = (actor, post) => actor.personId === post.authorId
const isOthers: PostRule = (actor, post) => actor.personId !== post.authorId
const isReply: PostRule = (_actor, post) => post.kind === 'reply'

const mayTalk: PostRule = (...of) => isAuthor(...of) && of[0].homes.length > 0
const convenes: PostRule = ({ roles }) => roles.some(convenesRounds)

/** One row per act; each sentence is about a post that isn't deleted. */
const POST_RULES: Record<PostAct, PostRule> = {
  /** Staff answer at once what neighbours don't see yet. */
  reply: (_actor, post, thread) => (post.shown || thread.staff) && decidePost(thread, post.kind).allowed,
  thank: (...of) => isOthers(...of) && isReply(...of) && of[1].shown,
  /** 提成议题: by who said it and lives here, or who convenes neighbours; where, and whether it was already, is asked there. */
  put_up: (...of) => isReply(...of) && of[1].shown && (mayTalk(...of) || convenes(...of)),
  delete: isAuthor,
  report: (...of) => isOthers(...of) && isReply(...of),
  /** Nobody blocks an office: its answers are for everyone. */
  block: (...of) => isOthers(...of) && isReply(...of) && !of[1].official,
}

/** Permission first: whoever may not read the thread learns nothing; one's own words one may delete even then. */
export function decidePostAct(actor: Actor, post: Post, thread: Thread, act: PostAct): Decision {
  if (!thread.readable && !(act === 'delete' && isAuthor(actor, post, thread))) return refused('NOT_FOUND')
  if (post.deleted) return refused('STATE_CHANGED')
  return POST_RULES[act](actor, post, thread) ? ALLOWED : refused('NOT_ALLOWED')
}

/** The buttons a post offers. The server asks `decidePostAct` again. */
export function postActsFor(actor: Actor, post: Post, thread: Thread): PostAct[] {
  return POST_ACTS.filter((act) => decidePostAct(actor, post, thread, act).allowed)
}
