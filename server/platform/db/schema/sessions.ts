import type { WordsState } from '#core/moderation'
import type { SessionState } from '#core/rounds'
import type { Instant, InstantOrNull } from './columns'

interface RoundSessions {
  community_id: string
  session_id: string
  round_id: string
  topic_id: string
  /** The slot it is in. */
  starts_at: Instant
  /** Null: online. */
  place: string | null
  state: SessionState
  host_id: string | null
  host_name: string | null
  /** Entries that were ever written in it. */
  notes: number
  /** Counts entries and their changes: who has seen so far asks for what came after. */
  last_seq: number
  created_at: Instant
  revision: number
}

interface SessionJoins {
  community_id: string
  round_id: string
  starts_at: Instant
  person_id: string
  session_id: string
  joined_at: Instant
  /** When they scanned the code that hangs there. */
  arrived_at: InstantOrNull
}

interface SessionNotes {
  community_id: string
  note_id: string
  session_id: string
  seq: number
  /** When it last looked different to readers, counted as `seq` is. */
  changed_seq: number
  /** The entry in whose place it stands. */
  replaces: string | null
  author_id: string
  by_name: string
  text: string
  words_state: WordsState
  at: Instant
  struck_at: InstantOrNull
  struck_by: string | null
  struck_by_name: string | null
}

interface SessionCodes {
  code: string
  community_id: string
  round_id: string
  session_id: string
  made_at: Instant
}

/** Tables of the sessions of a discussion. */
export interface SessionTables {
  round_sessions: RoundSessions
  session_joins: SessionJoins
  session_notes: SessionNotes
  session_codes: SessionCodes
}
