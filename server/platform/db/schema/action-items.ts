import type { WordsState } from '#core/moderation'
import type { ItemLinkKind, ItemOwnerKind, ItemState, ItemStepName, LedgerKind, Rating } from '#core/rounds'
import type { Instant, InstantOrNull } from './columns'

interface ActionItems {
  community_id: string
  item_id: string
  round_id: string
  topic_id: string | null
  author_id: string
  by_name: string | null
  title: string
  promise: string
  words_state: WordsState
  state: ItemState
  /** A day in Asia/Shanghai, as YYYY-MM-DD. */
  due_on: string
  owner_kind: ItemOwnerKind
  organisation_id: string | null
  organisation_name: string | null
  /** Who took it on, for themselves or for their body. */
  owner_id: string | null
  owner_name: string | null
  accepted_at: InstantOrNull
  is_project: boolean
  link_kind: ItemLinkKind | null
  link_id: string | null
  ended_at: InstantOrNull
  created_at: Instant
  revision: number
}

interface ItemSteps {
  community_id: string
  item_id: string
  seq: number
  step_id: string
  act: ItemStepName
  at: Instant
  person_id: string
  by_name: string | null
  note: string | null
  words_state: WordsState
}

interface LedgerEntries {
  community_id: string
  item_id: string
  entry_id: string
  kind: LedgerKind
  /** Money in positive, money out negative. */
  amount_fen: number
  what: string
  with_whom: string | null
  /** A day in Asia/Shanghai, as YYYY-MM-DD. */
  on_day: string
  person_id: string
  by_name: string | null
  at: Instant
  corrects: string | null
}

interface ItemRatings {
  community_id: string
  item_id: string
  person_id: string
  rating: Rating
  at: Instant
}

interface RoundLessons {
  community_id: string
  round_id: string
  lesson_id: string
  author_id: string
  by_name: string | null
  text: string
  words_state: WordsState
  at: Instant
}

/** Tables of what rounds lead to, and how it is judged. */
export interface ActionTables {
  action_items: ActionItems
  item_steps: ItemSteps
  ledger_entries: LedgerEntries
  item_ratings: ItemRatings
  round_lessons: RoundLessons
}
