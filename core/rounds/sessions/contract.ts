import { z } from 'zod/mini'
import { endpoint, id, instant, optionalText, requiredText } from '../../contract'
import { SHOWN_AS } from '../../matters'
import { WORDS_STATES } from '../../moderation'
import { roundParams } from '../contract'
import { SESSION_ACTS } from './policy'
import { SESSION_STATES } from './session'

/** Limits in characters. */
export const SESSION_PLACE_LENGTH = 20
export const NOTE_LENGTH = 500
/** Entries of notes that come in one answer. */
export const NOTES_IN_ONE = 100

const sessionParams = z.object({ communityId: id, roundId: id, sessionId: id })
const count = z.int()

const topicOfSession = z.object({ topicId: id, title: z.string() })

export const sessionView = z.object({
  sessionId: id,
  roundId: id,
  topic: topicOfSession,
  startsAt: instant,
  /** Null: online. */
  where: z.nullable(z.string()),
  state: z.enum(SESSION_STATES),
  hostName: z.nullable(z.string()),
  iHost: z.boolean(),
  people: count,
  /** Entries that were ever written. */
  notes: count,
  joined: z.boolean(),
  /** The reader is in another session of the same slot: joining moves them. */
  elsewhere: z.boolean(),
  arrived: z.boolean(),
  may: z.object({ change: z.boolean(), write: z.boolean(), showCode: z.boolean() }),
  acts: z.array(z.enum(SESSION_ACTS)),
  revision: z.int(),
})
export type SessionView = z.output<typeof sessionView>

export const listSessionsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/sessions',
  summary: '各个场次：早的在前，同一个时间的按地点排；不开了的不在里面',
  params: roundParams,
  response: z.object({
    items: z.array(sessionView),
    /** Topics that a session can be about. */
    topics: z.array(topicOfSession),
    /** The caller may put sessions on the board. */
    mayOpen: z.boolean(),
  }),
})
export type SessionBoard = z.output<(typeof listSessionsEndpoint)['response']>

const spot = {
  topicId: id,
  startsAt: instant,
  /** Left out: online. */
  where: optionalText(SESSION_PLACE_LENGTH),
}

export const openSessionEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/sessions',
  summary: '开一场：谈哪个议题、什么时候、在哪里；可以自己主持',
  params: roundParams,
  body: z.object({ ...spot, host: z._default(z.boolean(), false) }),
  response: sessionView,
})

export const readSessionEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId',
  summary: '一场讨论',
  params: sessionParams,
  response: sessionView,
})

export const changeSessionEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId',
  summary: '把一场挪到别的时间或地点，或换个议题；参加的人会知道',
  params: sessionParams,
  body: z.object({ revision: z.int(), ...spot }),
  response: sessionView,
})

export const actOnSessionEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId/acts',
  summary: '参加（同一个时间已经参加别的，就换过来）、不参加了、主持、换人主持、不开了',
  params: sessionParams,
  body: z.object({
    act: z.enum(SESSION_ACTS),
    /** Of join: the code that hangs there. */
    code: z.optional(z.string().check(z.maxLength(32))),
  }),
  response: sessionView,
})

export const noteView = z.object({
  /** Made by who wrote it, so that the same words that come twice are there once. */
  noteId: id,
  /** The entry in whose place this one stands now. */
  replaces: z.nullable(id),
  seq: count,
  /** Null where only a trace is left. */
  text: z.nullable(z.string()),
  name: z.string(),
  mine: z.boolean(),
  at: instant,
  struckByName: z.nullable(z.string()),
  wordsState: z.enum(WORDS_STATES),
  may: z.object({ edit: z.boolean(), strike: z.boolean(), report: z.boolean() }),
})
export type NoteView = z.output<typeof noteView>

export const listNotesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId/notes',
  summary: '一场的记录：某个位置以后写的、改的、划掉的，按先后排；问得再勤也只多一点',
  params: sessionParams,
  query: z.object({ after: z._default(z.string().check(z.regex(/^\d{1,9}$/)), '0') }),
  response: z.object({
    /** New entries, and older ones that changed since. */
    items: z.array(noteView),
    /** What to ask for next time as `after`. */
    last: count,
    more: z.boolean(),
    people: count,
    mayWrite: z.boolean(),
  }),
})

export const writeNoteEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId/notes',
  summary: '写一条记录，或改自己写的一条；原来写的留着',
  params: sessionParams,
  body: z.object({
    noteId: id,
    text: requiredText(NOTE_LENGTH),
    replaces: z.optional(id),
    shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
  }),
  response: noteView,
})

export const strikeNoteEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId/notes/:noteId/strike',
  summary: '划掉一条记录；原来写的和谁划掉的都留着',
  params: z.object({ communityId: id, roundId: id, sessionId: id, noteId: id }),
  response: noteView,
})

export const showSessionCodeEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/sessions/:sessionId/code',
  summary: '一场的码：到场的人扫一下就参加',
  params: sessionParams,
  response: z.object({
    code: z.string(),
    /** What the picture says. */
    address: z.string(),
    /** The picture, row by row; `1` is black. */
    picture: z.array(z.string()),
  }),
})
export type SessionCode = z.output<(typeof showSessionCodeEndpoint)['response']>

export const openSessionCodeEndpoint = endpoint({
  method: 'GET',
  path: '/session-codes/:code',
  summary: '扫到的码是哪一场',
  params: z.object({ code: z.string().check(z.maxLength(64)) }),
  response: z.object({ communityId: id, roundId: id, sessionId: id }),
})

export const printMinutesEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/minutes',
  summary: '打印记录：一场的，或整个讨论的',
  params: roundParams,
  body: z.object({ sessionId: z.optional(id) }),
  response: z.object({
    /** Address on this server; it needs no session and soon is worth nothing. */
    url: z.string(),
  }),
})
