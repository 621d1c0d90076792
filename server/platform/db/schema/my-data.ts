import type { ColumnType, Generated } from 'kysely'
import type { ArchiveState, WordsChoice } from '#core/my-data'
import type { Instant, InstantOrNull } from './columns'

interface DataArchives {
  person_id: string
  archive_id: string
  state: ArchiveState | 'removing'
  asked_at: Instant
  ready_at: InstantOrNull
  ends_at: Instant
  /** Files that may lie in the store. */
  pieces: Generated<number>
  bytes: ColumnType<string, number | undefined, number>
}

interface AccountClosings {
  person_id: string
  words: WordsChoice
  asked_at: Instant
  due_at: Instant
  /** An office stands in the way, and its holder was told. */
  waits_since: InstantOrNull
}

/** Sessions that were ended from another device. */
interface EndedSessions {
  token_hash: Buffer
  expires_at: Instant
}

/** Tables of the archive of one's own data, and of closing an account. */
export interface MyDataTables {
  data_archives: DataArchives
  account_closings: AccountClosings
  ended_sessions: EndedSessions
}
