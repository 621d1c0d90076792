import type { ColumnType, Generated } from 'kysely'
import type { InboxKind } from '#core/inbox'
import type { Role } from '#core/permissions'
import type {
  BallotVoidReason,
  Channel,
  Disclosure,
  Electorate,
  ObjectionAbout,
  PublishedResult,
  VoidGround,
  VotePlace,
  VoteRule,
  VoteState,
  VoteStepName,
  VoteSubjectCode,
} from '#core/votes'
import type { Instant, InstantOrNull } from './columns'

/** A bigint: the driver reads text, an area fits a number (formats/bulletin.md: at most 2⁵³ − 1). */
type Area = ColumnType<string, number, number>
type AreaOrNull = ColumnType<string | null, number | null | undefined, number | null>

interface Votes {
  community_id: string
  vote_id: string
  /** The place it is held at: a building, an entrance, a courtyard, an estate, the community. */
  place_id: string
  place_name: string
  place_kind: VotePlace['kind']
  /** From the district down to that place, then the grids that covered it. */
  jurisdiction: string[]
  /** An owners' committee was in office for it. */
  has_committee: boolean
  electorate: Electorate
  title: string
  text: string
  rules: VoteRule[]
  binding: 'binding' | 'advisory'
  disclosure: Disclosure
  parking_counts: boolean
  /** For how many on the roll one proxy may vote. */
  principals_per_proxy: Generated<number>
  vacant_home_ids: string[]
  expected_area_centi_m2: AreaOrNull
  /** Of 住宅改为经营性用房 the unit that is to change its use, by id and as it is called. */
  applicant_unit_id: string | null
  applicant_unit_name: string | null
  /** The bylaws by which silence counts, as they stood at notice; null: it doesn't. */
  bylaw_id: ColumnType<string | null, string | null | undefined, string | null>
  bylaw_title: ColumnType<string | null, string | null | undefined, string | null>
  bylaw_clause: ColumnType<string | null, string | null | undefined, string | null>
  bylaw_adopted_on: ColumnType<string | null, string | null | undefined, string | null>
  /** The demand of owners by which it is convened. */
  demand_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The topic of a round with whose text it was drafted. */
  topic_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Keys of owners of other buildings who proved an interest. */
  outsider_keys: Generated<string[]>
  convener_id: string
  convener_role: Role
  convener_name: string
  state: VoteState
  /** As planned, then as it was. */
  opens_at: Instant
  closes_at: Instant
  notice_at: InstantOrNull
  closed_at: InstantOrNull
  certified_at: InstantOrNull
  certified_by: string | null
  text_sha256: string | null
  notice_sha256: string | null
  frozen_sha256: string | null
  head: string | null
  roll_persons: number | null
  roll_area_centi_m2: AreaOrNull
  undecided_roll: Generated<number>
  undecided_result: Generated<number>
  upheld_result: Generated<number>
  void_asked_by: string | null
  void_asked_name: string | null
  void_ground: VoidGround | null
  void_reason: string | null
  /** 计票人 as they were named at notice and sign; null: there is nothing on paper. */
  paper_tellers: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  /** Who lives there is being told this, so far up to this membership. */
  told_kind: InboxKind | null
  told_after: string | null
  created_at: Instant
  revision: number
}

interface VoteItems {
  community_id: string
  vote_id: string
  item_id: string
  position: number
  subject: VoteSubjectCode
  title: string
  rule: VoteRule
  options: string[]
  max_choices: number | null
  result: ColumnType<PublishedResult | null, string | null | undefined, string | null>
}

/** A unit of a voter as it was frozen: `token` stands for it in the bulletin. */
export interface FrozenUnit {
  unitId: string
  token: string
  name: string
  areaCentiM2: number
  source: string | null
}

interface VoteVoters {
  community_id: string
  vote_id: string
  voter_id: string
  /** Tells the same voter again when the roll is made anew. */
  key: string
  token: string
  position: number
  name: string
  units: ColumnType<FrozenUnit[], string, string>
  owner_ids: string[]
  area_centi_m2: Area
  left_out: 'vacant' | 'removed' | null
  took_part: Generated<boolean>
  /** There is proof that the ballot reached them (`vote_deliveries`). */
  delivered: Generated<boolean>
}

interface VoteVoterWays {
  community_id: string
  vote_id: string
  way: 'home' | 'owner' | 'person'
  way_id: string
  voter_id: string
}

interface Ballots {
  community_id: string
  vote_id: string
  ballot_id: string
  voter_id: string
  /** Who handed it in; null on paper, which is the home's or owner's as such. */
  caster_id: string | null
  channel: Channel
  /** Sealed; opened by the count alone. */
  choices_sealed: Buffer
  receipt: string
  cast_at: Instant
  replaced_at: InstantOrNull
  /** 废票, on paper alone; what it is said to choose is nothing. */
  void_reason: ColumnType<BallotVoidReason | null, BallotVoidReason | null | undefined, never>
}

interface VoteEvents {
  community_id: string
  vote_id: string
  seq: number
  act: VoteStepName
  at: Instant
  person_id: string | null
  by_name: string | null
  note: string | null
}

interface VoteObjections {
  community_id: string
  vote_id: string
  objection_id: string
  about: ObjectionAbout
  voter_id: string | null
  person_id: string
  by_name: string
  text: string
  at: Instant
  decision: 'upheld' | 'dismissed' | null
  answer: string | null
  answered_by: string | null
  answered_name: string | null
  answered_at: InstantOrNull
}

/** Tables of votes. */
export interface VoteTables {
  votes: Votes
  vote_items: VoteItems
  vote_voters: VoteVoters
  vote_voter_ways: VoteVoterWays
  ballots: Ballots
  vote_events: VoteEvents
  vote_objections: VoteObjections
}
