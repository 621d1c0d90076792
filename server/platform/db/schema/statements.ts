import type { ColumnType, Generated } from 'kysely'
import type { WordsState } from '#core/moderation'
import type { StoredPicture } from '#core/rounds'
import type { Instant, InstantOrNull } from './columns'

interface Statements {
  community_id: string
  statement_id: string
  round_id: string
  /** Null: about the question of the round itself. */
  topic_id: string | null
  /** Who is answerable for the words: shown to nobody who answers. */
  author_id: string
  text: string
  words_state: WordsState
  /** How many answered it, its author included. */
  answers: Generated<number>
  created_at: Instant
  /** Taken back by who said it: kept, asked no more. */
  withdrawn_at: InstantOrNull
}

/** What one participant said in one round. */
interface RoundOpinions {
  community_id: string
  round_id: string
  /** Keyed hash of round and person: without the key it leads to nobody. */
  participant_key: Buffer
  /** All their answers, sealed for this row alone. */
  answers_sealed: Buffer
  /** Changed since the picture was last made. */
  unpictured: Generated<boolean>
}

interface OpinionPictures {
  community_id: string
  round_id: string
  people: Generated<number>
  /** Groups and counts; null: too few answered. */
  picture: ColumnType<StoredPicture | null, string | null | undefined, string | null>
  /** Which participant key is in which group; null once the discussion is over. */
  groups_sealed: Buffer | null
  made_at: InstantOrNull
}

/** Tables of statements and what was said to them. */
export interface StatementTables {
  statements: Statements
  round_opinions: RoundOpinions
  opinion_pictures: OpinionPictures
}
