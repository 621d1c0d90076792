import type { WordsState } from '../moderation'
import type { Located } from '../permissions'
import type { WishState } from './workflow'

/** To whom a wish is said: the author's choice (domain.md 4). */
export const WISH_SCOPES = ['building', 'estate', 'community'] as const
export type WishScope = (typeof WISH_SCOPES)[number]

/** 替别人说: how the person whose wish it is agreed to it being said. */
export const CONSENT_WAYS = ['in_person', 'by_phone', 'in_writing'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** What a wish may be merged into. */
export const MERGE_KINDS = ['wish', 'matter', 'topic'] as const
export type MergeKind = (typeof MERGE_KINDS)[number]

/** Who helps: a person, for themselves or for an organisation that holds the claim. */
export interface WishHelper {
  personId: string
  organisationId: string | null
}

/** What is asked of the author: to let it be merged into another wish, a matter or a topic, or a new one of these two (`id` null). */
export interface MergeProposal {
  kind: MergeKind
  id: string | null
  byId: string
}

/** What one asker has to do with one wish besides what their roles and homes say. */
export interface WishStanding {
  /** Belongs to an organisation in force in this community. */
  inOrganisation: boolean
  /** Belongs to the organisation that holds the claim. */
  ofHelper: boolean
  seconded: boolean
  /** Of the asker's homes: those that want it already, whoever there said so. */
  secondedHomes: readonly string[]
  /** Of the asker's homes: those its author lives in too. */
  authorsHomes: readonly string[]
  /** Has an offer that waits for the author's word. */
  offered: boolean
  /** No offer of theirs is wanted: the author thanked and declined since it was published, or doesn't listen to them. */
  unwanted: boolean
  /** Had to do with it: offered, helped, or seconded, if only once. */
  involved: boolean
}

export const NO_STANDING: WishStanding = {
  inOrganisation: false,
  ofHelper: false,
  seconded: false,
  secondedHomes: [],
  authorsHomes: [],
  offered: false,
  unwanted: false,
  involved: false,
}

/** A wish as the rules see it, for one asker. `jurisdiction` is the way down to where it comes from. */
export interface Wish extends Located {
  communityId: string
  authorId: string
  /** The building it comes from. */
  placeId: string
  /** Said for somebody else. */
  forOther: boolean
  state: WishState
  wordsState: WordsState
  scope: WishScope
  /** Its building, estate, or the community: who lives there may know of it. */
  scopePlaceId: string
  helper: WishHelper | null
  /** The day by which it is wanted, in Asia/Shanghai. */
  wantedBy: string | null
  publishedAt: Date | null
  /** Until when it stands, of a published one. */
  standsUntil: Date | null
  claimedAt: Date | null
  contactedAt: Date | null
  deliveredAt: Date | null
  askedAgainAt: Date | null
  /** When the member who acted for an organisation left it. */
  memberLeftAt: Date | null
  /** Homes that want it too, the author's not counted, and how many make it more than a wish. */
  seconds: number
  secondsNeeded: number
  proposal: MergeProposal | null
  standing: WishStanding
}
