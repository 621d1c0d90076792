import type { Generated } from 'kysely'
import type { ShownAs } from '#core/matters'
import type { WordsState } from '#core/moderation'
import type { Role } from '#core/permissions'
import type {
  RoundPlaceKind,
  RoundState,
  RoundStepName,
  RoundToldStep,
  TopicOrigin,
  TopicOutcome,
  TopicState,
} from '#core/rounds'
import type { Instant, InstantOrNull } from './columns'

interface Rounds {
  community_id: string
  round_id: string
  place_id: string
  place_name: string
  place_kind: RoundPlaceKind
  /** The way down to the place, and the grids that covered it. */
  jurisdiction: string[]
  /** The scope is what `round_homes` says; else the whole place. */
  chosen: boolean
  /** Homes in the scope when it was convened. */
  homes: number
  question: string
  text: string | null
  words_state: WordsState
  state: RoundState
  convener_id: string
  /** Null: by somebody who seconded a topic, after the head stayed silent. */
  convener_role: Role | null
  convener_name: string
  /** Since when who convenes it is in that office no more, or lives there no more. */
  meets_at: InstantOrNull
  meets_where: string | null
  invited_at: InstantOrNull
  /** Acts that its scope is still to be told of, the earliest first, and how far the telling of that one came: a membership. */
  telling: Generated<RoundToldStep[]>
  told_after: string | null
  next_convener_id: string | null
  next_convener_name: string | null
  follows_id: string | null
  /** When somebody last did something in it. */
  touched_at: Instant
  idle_at: InstantOrNull
  ended_at: InstantOrNull
  created_at: Instant
  revision: number
}

interface RoundHomes {
  community_id: string
  round_id: string
  home_id: string
}

interface RoundParticipants {
  community_id: string
  round_id: string
  person_id: string
  home_id: string | null
  since: Instant
  /** Since when they have no home in its scope any more: they are counted, and have nothing to do with it. */
  left_at: InstantOrNull
}

interface RoundEvents {
  community_id: string
  round_id: string
  seq: number
  act: RoundStepName
  at: Instant
  person_id: string | null
  by_name: string | null
  /** Of naming a convener: whom. */
  other_name: string | null
  note: string | null
}

interface Topics {
  community_id: string
  topic_id: string
  /** Null as long as it stands on the standing board of its place. */
  round_id: string | null
  place_id: string
  place_name: string
  place_kind: RoundPlaceKind
  jurisdiction: string[]
  author_id: string
  /** The home for which its author proposed it; it counts among the seconds. Null: in office. */
  home_id: string | null
  shown_as: ShownAs
  title: string
  text: string | null
  words_state: WordsState
  state: TopicState
  origin_kind: TopicOrigin | null
  origin_id: string | null
  on_board_at: InstantOrNull
  seconds: Generated<number>
  seconds_needed: number
  /** When enough homes seconded it. */
  met_at: InstantOrNull
  /** Since when it counts as silence that the head neither convened nor declined. */
  silent_at: InstantOrNull
  declined_reason: string | null
  declined_name: string | null
  declined_at: InstantOrNull
  merged_into: string | null
  proposal_into: string | null
  proposal_by: string | null
  proposal_by_name: string | null
  proposal_reason: string | null
  outcome: TopicOutcome | null
  outcome_text: string | null
  outcome_at: InstantOrNull
  vote_id: string | null
  created_at: Instant
  revision: number
}

interface TopicSeconds {
  community_id: string
  topic_id: string
  home_id: string
  person_id: string
  at: Instant
}

interface RoundObjections {
  community_id: string
  round_id: string
  objection_id: string
  /** The home left out for which it is said. */
  home_id: string
  author_id: string
  by_name: string
  text: string
  words_state: WordsState
  at: Instant
  answer: string | null
  answered_by: string | null
  answered_name: string | null
  answered_at: InstantOrNull
}

/** Tables of rounds and their topics. */
export interface RoundTables {
  rounds: Rounds
  round_homes: RoundHomes
  round_participants: RoundParticipants
  round_events: RoundEvents
  topics: Topics
  topic_seconds: TopicSeconds
  round_objections: RoundObjections
}
