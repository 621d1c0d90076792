import type { NoteView, SessionBoard, SessionView } from '#core/rounds'

export const ROUND = '01990000-0000-7000-8000-0000000ff001'
export const SESSION = '01990000-0000-7000-8000-0000000ff101'
export const TOPIC = '01990000-0000-7000-8000-0000000ff201'

const HOUR_MS = 3_600_000

/** A session that begins in an hour, as who may join it finds it. */
export const sessionView = (more: Partial<SessionView> = {}): SessionView => ({
  sessionId: SESSION,
  roundId: ROUND,
  topic: { topicId: TOPIC, title: '加两张长椅，放哪儿' },
  startsAt: new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS).toISOString(),
  where: '楼前',
  state: 'open',
  hostName: '老吴',
  iHost: false,
  people: 6,
  notes: 0,
  joined: false,
  elsewhere: false,
  arrived: false,
  may: { change: false, write: true, showCode: false },
  acts: ['join'],
  revision: 1,
  ...more,
})

export const sessionBoard = (more: Partial<SessionBoard> = {}): SessionBoard => ({
  items: [sessionView()],
  topics: [{ topicId: TOPIC, title: '加两张长椅，放哪儿' }],
  mayOpen: false,
  ...more,
})

/** An entry that a neighbour wrote. */
export const noteView = (seq: number, more: Partial<NoteView> = {}): NoteView => ({
  noteId: `01990000-0000-7000-8000-0000000fe${String(seq).padStart(3, '0')}`,
  replaces: null,
  seq,
  text: `第 ${seq} 条`,
  name: '小周',
  mine: false,
  at: new Date().toISOString(),
  struckByName: null,
  wordsState: 'shown',
  may: { edit: false, strike: false, report: true },
  ...more,
})

export const notes = (items: readonly NoteView[], more: object = {}) => ({
  items,
  last: items[items.length - 1]?.seq ?? 0,
  more: false,
  people: 6,
  mayWrite: true,
  ...more,
})
