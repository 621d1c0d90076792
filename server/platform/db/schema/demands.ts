import type { WordsState } from '#core/moderation'
import type { DemandPlaceKind, DemandState } from '#core/votes'
import type { Instant, InstantOrNull } from './columns'

interface OwnersDemands {
  community_id: string
  demand_id: string
  place_id: string
  place_name: string
  place_kind: DemandPlaceKind
  /** The way down to the place, and the grids that covered it. */
  jurisdiction: string[]
  title: string
  text: string
  author_id: string
  by_name: string
  words_state: WordsState
  state: DemandState
  /** Persons on the owners' roll when it was written. */
  persons_when_written: number
  /** As they were last counted: when somebody signed or took it back, and for good when it was met. */
  persons_of: number
  persons_signed: number
  created_at: Instant
  ends_at: Instant
  met_at: InstantOrNull
  /** Since when it counts as silence that nobody convened. */
  silent_at: InstantOrNull
  /** The vote by which it was convened. */
  vote_id: string | null
  /** The vote before, which is void, and since when it waits anew. */
  void_vote_id: string | null
  waits_since: InstantOrNull
  answer: string | null
  answered_by: string | null
  answered_name: string | null
  answered_at: InstantOrNull
  revision: number
}

interface DemandSignatures {
  community_id: string
  demand_id: string
  signature_id: string
  /** The person in the sense of the counting rule (`RollVoter.key`), and its units as the roll called them. */
  voter_key: string
  voter_name: string
  /** Who signed for it. */
  person_id: string
  /** As the owner of this home; null: by the phone that the register of owners has. */
  home_id: string | null
  at: Instant
  ended_at: InstantOrNull
}

/** Tables of demands. */
export interface DemandTables {
  owners_demands: OwnersDemands
  demand_signatures: DemandSignatures
}
