import type { WordsState } from '../moderation'
import type { Located, Role } from '../permissions'
import type { PlaceKind } from '../places'
import type { RoundState } from './workflow'

/** Places whose residents hold a round together. */
export const ROUND_PLACE_KINDS = [
  'building',
  'entrance',
  'courtyard',
  'estate',
] as const satisfies readonly PlaceKind[]
export type RoundPlaceKind = (typeof ROUND_PLACE_KINDS)[number]

export const isRoundPlace = (kind: PlaceKind | 'community'): kind is RoundPlaceKind =>
  ROUND_PLACE_KINDS.some((one) => one === kind)

/** What one asker has to do with one round besides what their roles say. */
export interface RoundStanding {
  /** Of the asker's homes: those in its scope. */
  homesInScope: readonly string[]
  /** Had to do with it: proposed, seconded, joined, wrote, took something on. */
  tookPart: boolean
}

export const NO_ROUND_STANDING: RoundStanding = { homesInScope: [], tookPart: false }

/** A round as the rules see it, for one asker. `jurisdiction` is the way down to its place. */
export interface Round extends Located {
  communityId: string
  placeId: string
  /** Its scope is a chosen set of homes of the place; the others are left out, and may object. */
  chosen: boolean
  state: RoundState
  wordsState: WordsState
  convenerId: string
  /** The office in which it is convened; null: by somebody who seconded a topic, after the head stayed silent. */
  convenerRole: Role | null
  /** Whom staff asked to convene from now on. */
  nextConvenerId: string | null
  /** Since when nobody did anything in it, as staff were told; null: there is something going on. */
  idleAt: Date | null
  /** Its convener left the office, or moved away. Asked for those alone who may name another; else false. */
  convenerGone: boolean
  standing: RoundStanding
}
