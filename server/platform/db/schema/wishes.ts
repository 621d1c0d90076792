import type { Generated } from 'kysely'
import type { ShownAs } from '#core/matters'
import type { WordsState } from '#core/moderation'
import type { ConsentWay, MergeKind, WishAct, WishKind, WishScope, WishState } from '#core/wishes'
import type { Instant, InstantOrNull } from './columns'

interface Wishes {
  community_id: string
  wish_id: string
  author_id: string
  /** The building it comes from. */
  place_id: string
  place_name: string
  /** From the district down to that building, then the grids that covered it. */
  jurisdiction: string[]
  scope: WishScope
  scope_place_id: string
  scope_name: string
  kind: WishKind
  title: string
  text: string | null
  when_suits: string | null
  meet_at: string | null
  /** A day in Asia/Shanghai: YYYY-MM-DD. */
  wanted_by: string | null
  shown_as: ShownAs
  /** Sealed: of somebody else's wish, who they are and how to reach them. */
  other_name: Buffer | null
  other_phone: Buffer | null
  consent_way: ConsentWay | null
  words_state: WordsState
  state: WishState
  declined_reason: string | null
  helper_id: string | null
  helper_organisation_id: string | null
  /** As neighbours read it; null: a neighbour who isn't named. */
  helper_name: string | null
  published_at: InstantOrNull
  stands_until: InstantOrNull
  claimed_at: InstantOrNull
  contacted_at: InstantOrNull
  delivered_at: InstantOrNull
  asked_again_at: InstantOrNull
  member_left_at: InstantOrNull
  seconds: Generated<number>
  seconds_needed: number
  /** When author and head were told that many want it. */
  many_told_at: InstantOrNull
  proposal_kind: MergeKind | null
  proposal_id: string | null
  proposal_by: string | null
  proposal_by_name: string | null
  proposal_reason: string | null
  merged_kind: MergeKind | null
  merged_id: string | null
  /** What its author said when it came true, as neighbours may read it. */
  thanks: string | null
  submitted_at: Instant
  changed_at: Instant
  revision: number
}

export type OfferState = 'waiting' | 'accepted' | 'ended' | 'taken_back' | 'declined' | 'lapsed'

interface WishOffers {
  community_id: string
  wish_id: string
  offer_id: string
  person_id: string
  organisation_id: string | null
  /** As neighbours would read it; null: not named. */
  shown_name: string | null
  /** As the author reads it. */
  name: string
  note: string | null
  offered_at: Instant
  lapses_at: Instant
  state: OfferState
}

interface WishEvents {
  community_id: string
  wish_id: string
  seq: number
  act: WishAct | 'submit'
  at: Instant
  person_id: string | null
  by_name: string | null
  helper_name: string | null
  note: string | null
  /** Neighbours read the note and see the photos of this step. */
  words_shown: boolean
  to_state: WishState
}

interface WishSeconds {
  community_id: string
  wish_id: string
  home_id: string
  person_id: string
  at: Instant
}

/** Tables of wishes. */
export interface WishTables {
  wishes: Wishes
  wish_offers: WishOffers
  wish_events: WishEvents
  wish_seconds: WishSeconds
}
