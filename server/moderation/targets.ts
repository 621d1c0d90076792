import type { TargetKind, WordsState, CaseSubject } from '#core/moderation'
import type { Context } from '#server/platform/context'
import type { Database, Transaction } from '#server/platform/db/index'

/** Who asks, and where; a Context is one. Inside a transaction `db` is the transaction. */
export type Asking = Pick<Context, 'actor' | 'region' | 'now'> & { db: Database | Transaction }

/** A thing whose words can be reported and hidden, as one asker meets it. */
export interface ModerationTarget {
  authorId: string
  /** Everything of it that its author wrote. */
  text: string
  state: WordsState
  /** This asker may read the words. False for what is private or restricted: that never reaches a moderator. */
  readable: boolean
  /** Title of the thing the words stand at. */
  about: string
  /** What opens it: itself, or what a post belongs to. */
  subject: { kind: CaseSubject; id: string }
}

/** New state of words, as a moderator decided. */
export interface WordsChange {
  communityId: string
  id: string
  state: WordsState
  about: string
  /** Why, of what was hidden. */
  reason?: string | undefined
  at: Date
}

/** How moderation reaches the words of one area without knowing it. */
export interface ModerationTargetReader {
  /** Undefined when there is no such thing. */
  find(asking: Asking, id: string): Promise<ModerationTarget | undefined>
  /** Holds the words until the transaction ends, where their author can delete them. */
  lock?(tx: Transaction, communityId: string, id: string): Promise<void>
  /** Sets `words_state`, and what hangs on it: search, messages. Unknown ids change nothing. */
  setWords(tx: Transaction, change: WordsChange): Promise<void>
}

/** One reader per kind, given where the server is put together. */
export type ModerationTargets = Record<TargetKind, ModerationTargetReader>
