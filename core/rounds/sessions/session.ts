import type { Round } from '../round'

/** 场次. A cancelled one stays on record; it has no notes. */
export const SESSION_STATES = ['open', 'cancelled'] as const
export type SessionState = (typeof SESSION_STATES)[number]

/** Where the code of a session leads: the address in its picture, and the page of the mini-program. */
export const SESSION_PAGE = 'features/rounds/pages/session/index'

/** Sessions that one round may have: eight places at eight times. ○ */
export const SESSIONS_AT_MOST = 64
/** A slot may have begun this long ago: what is opened on the spot stands on the board as well. ○ */
const BEGAN_HOURS_AGO = 12
/** How far ahead a session may be put. ○ */
const AHEAD_DAYS = 180

/** A session is over so long after it began: nobody writes down when it ended. ○ */
const LASTS_HOURS = 3

const HOUR_MS = 3_600_000
const DAY_HOURS = 24

/** Whether a session may be put at that time. */
export function isPossibleSlot(startsAt: Date, now: Date): boolean {
  const hours = (startsAt.getTime() - now.getTime()) / HOUR_MS
  return hours >= -BEGAN_HOURS_AGO && hours <= AHEAD_DAYS * DAY_HOURS
}

/** 开过了: what is over is read; nobody joins, hosts or moves it any more. */
export function isSessionOver(startsAt: string, now: Date): boolean {
  return now.getTime() >= new Date(startsAt).getTime() + LASTS_HOURS * HOUR_MS
}

/** A session as the rules see it, for one asker: a topic, at a place or online, in a slot, which is known by when it begins. */
export interface DiscussionSession {
  round: Round
  state: SessionState
  hostId: string | null
  /** Entries that were ever written in it. */
  notes: number
  /** The asker is in it. */
  joined: boolean
}

/** One entry of the notes as the rules see it. */
export interface SessionNote {
  authorId: string
  struck: boolean
}
