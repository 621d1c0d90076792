import type { ColumnType, Generated } from 'kysely'
import type {
  Channel,
  ClosingAct,
  DeskList,
  Level,
  MatterAct,
  MatterState,
  Outcome,
  ServiceCode,
  ShownAs,
  Team,
  TeamKind,
  Visibility,
} from '#core/matters'
import type { WordsState } from '#core/moderation'
import type { Role } from '#core/permissions'
import type { Instant, InstantOrNull } from './columns'

/** JSON that is read as what it holds and written as text. */
type Json<T> = ColumnType<T, string | undefined, string>

interface Matters {
  community_id: string
  matter_id: string
  place_id: string
  place_name: string
  /** From the district down to the place, then the grids that covered it when it was reported. */
  jurisdiction: string[]
  grid_id: string | null
  reporter_id: string | null
  /** Who wrote it, once another has taken it over. */
  author_id: string | null
  /** Staff who put it down. */
  recorder_id: string | null
  /** Sealed: how to reach who called or was visited. */
  caller_phone: Buffer | null
  channel: Channel
  service_code: ServiceCode
  visibility: Visibility
  title: string
  text: string | null
  floor: string | null
  shown_as: Generated<ShownAs>
  words_state: Generated<WordsState>
  complained_kind: TeamKind | null
  complained_place_id: string | null
  complained_name: string | null
  state: MatterState
  level: Level
  first_level: Level
  lead_kind: TeamKind | null
  lead_place_id: string | null
  lead_name: string | null
  supports: Json<NamedTeam[]>
  assignee_ids: Generated<string[]>
  handler_ids: string[]
  reviewed: Generated<boolean>
  sent_down: Generated<boolean>
  returns: Generated<number>
  designated: Generated<boolean>
  arbitration: 'review' | 'designation' | null
  deferrals: Generated<number>
  review_at: InstantOrNull
  asked_review_at: InstantOrNull
  merged_into: string | null
  merged_at: InstantOrNull
  /** The wish it came of. */
  from_wish_id: string | null
  outcome: Outcome | null
  closed_by: ClosingAct | null
  closed_at: InstantOrNull
  answered: boolean
  reopenings: Generated<number>
  disputer_ids: Generated<string[]>
  joined_homes: Generated<number>
  above_told_at: InstantOrNull
  reinspect_at: InstantOrNull
  submitted_at: Instant
  changed_at: Instant
  resolved_at: InstantOrNull
  revision: number
}

/** A team with what it was called when it was asked. */
export interface NamedTeam extends Team {
  name: string
}

interface MatterPlaces {
  community_id: string
  place_id: string
  matter_id: string
}

/** What a step carries besides its note. Instants as ISO text. */
export interface EventDetails {
  toName?: string
  reviewAt?: string
  legalBasis?: string
  proposedOwner?: string
  otherMatterId?: string
  channel?: Channel
}

interface MatterEvents {
  community_id: string
  matter_id: string
  seq: number
  act: MatterAct | 'submit'
  at: Instant
  person_id: string | null
  role: Role | null
  by_name: string | null
  unit_name: string | null
  team_name: string | null
  outcome: Outcome | null
  note: string | null
  to_state: MatterState
  details: Json<EventDetails>
  /** Neighbours read the note and see the photos of this step; what an office wrote they always do. */
  words_shown: Generated<boolean>
}

interface MatterJoiners {
  community_id: string
  matter_id: string
  person_id: string
  home_id: string
  joined_at: Instant
}

interface DeskFilters {
  community_id: string
  person_id: string
  filter_id: string
  name: string
  list: DeskList
  service_code: ServiceCode | null
  channel: Channel | null
  place_id: string | null
}

/** Tables of matters and the desk. */
export interface MatterTables {
  matters: Matters
  matter_places: MatterPlaces
  matter_events: MatterEvents
  matter_joiners: MatterJoiners
  desk_filters: DeskFilters
}
