import type { Located, Role } from '../permissions'
import type { PlaceKind } from '../places'
import type { TellerSeat } from './tellers'
import type { VoteRule } from './rules'
import type { VoteState } from './workflow'

/** Who is on the roll: homes, owners, or everybody who lives there. */
export const ELECTORATES = ['homes', 'owners', 'residents'] as const
export type Electorate = (typeof ELECTORATES)[number]

/** What is shown of named ballots after the close: totals only, or what each home or owner chose. */
export const DISCLOSURES = ['totals', 'by_unit'] as const
export type Disclosure = (typeof DISCLOSURES)[number]

/** What an objection is to. */
export const OBJECTION_ABOUTS = ['roll', 'result'] as const
export type ObjectionAbout = (typeof OBJECTION_ABOUTS)[number]

/** On which ground a result is voided (domain.md 7): an objection that was upheld, or an authority's or court's order. */
export const VOID_GROUNDS = ['objection', 'order'] as const
export type VoidGround = (typeof VOID_GROUNDS)[number]

/** Where a vote is held. */
export interface VotePlace extends Located {
  placeId: string
  kind: PlaceKind | 'community'
  /** An owners' committee is in office for it. */
  hasCommittee: boolean
  /** The owners there demanded this vote: a building head, who only asks them, doesn't answer it. */
  demanded?: boolean
  /** And their committee let the days for it pass (`DEMAND_SILENT_DAYS`). */
  committeeSilent?: boolean
}

/** What one asker has to do with a vote besides what their roles and homes say. */
export interface VoteStanding {
  /** Votes for one on its roll: a home, an owner, themselves. */
  onRoll: boolean
  /** The register of owners knows them, by their phone, as the owner of something in the community. */
  ownsNearby?: boolean
  /** 计票人, of a vote that is on paper too; left out: the asker is none. */
  tellerSeat?: TellerSeat | undefined
  /** Votes for another on its roll, by an accepted proxy. */
  isProxy?: boolean
  /** Holds a proxy in it that is asked for or accepted. */
  isAgent?: boolean
  /** A ballot of theirs stands for one for whom they vote no longer. */
  hasCast?: boolean
}

/** A vote as the rules see it, for one asker. `jurisdiction` is the way down to its place. */
export interface Vote extends Located {
  communityId: string
  placeId: string
  electorate: Electorate
  rules: readonly VoteRule[]
  /** Somebody else than the convener is in office in an owners' committee for its place: at notice, and again when it is counted. */
  hasCommittee: boolean
  state: VoteState
  convenerId: string
  /** The office in which it is convened. */
  convenerRole: Role
  noticeAt: Date | null
  /** As planned until it happens, then as it was. */
  opensAt: Date
  closesAt: Date
  closedAt: Date | null
  /** Objections without a decision, and those to the result that were upheld. */
  undecidedRoll: number
  undecidedResult: number
  upheldResult: number
  voidAskedById: string | null
  /** 也能投纸质票: ballots on paper are taken, and tellers were named. */
  onPaper: boolean
  /** 没交票的也算: silence joins the majority, by bylaws, of those whom the ballot demonstrably reached. */
  countsSilence: boolean
  standing: VoteStanding
}
