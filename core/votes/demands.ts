import { endOfDays } from '../calendar'
import type { WordsState } from '../moderation'
import {
  allOf,
  anyOf,
  holds,
  ALLOWED,
  refused,
  type Actor,
  type Decision,
  type Role,
  type Rule,
} from '../permissions'
import type { PlaceKind } from '../places'
import { conveningOffice } from './conveners'
import { voteOfficePlaces } from './policy'
import type { VotePlace } from './vote'

/** Owners gather signatures for so many days ○; who must convene has so many from then on, before it counts as silence ○. */
export const DEMAND_DAYS = 60
export const DEMAND_SILENT_DAYS = 30
/** Characters. */
export const DEMAND_TITLE_LENGTH = 60
export const DEMAND_TEXT_LENGTH = 2000
export const DEMAND_ANSWER_LENGTH = 500
/** One part in so many of the owners may demand a vote: 20 % (domain.md 7; 业主大会和业主委员会指导规则 21). */
const ONE_IN = 5

/** Places whose owners decide together. */
export const DEMAND_PLACE_KINDS = [
  'estate',
  'building',
  'courtyard',
  'entrance',
] as const satisfies readonly PlaceKind[]
export type DemandPlaceKind = (typeof DEMAND_PLACE_KINDS)[number]

export const isDemandPlace = (kind: PlaceKind | 'community'): kind is DemandPlaceKind =>
  DEMAND_PLACE_KINDS.some((one) => one === kind)

/** 联名要求. An answer is words on record and ends nothing: it stays `met`. */
export const DEMAND_STATES = ['open', 'met', 'convened', 'expired', 'withdrawn'] as const
export type DemandState = (typeof DEMAND_STATES)[number]

/** States that neighbours read of. */
export const SHOWN_DEMAND_STATES = ['open', 'met', 'convened'] as const satisfies readonly DemandState[]

interface Transition {
  from: readonly DemandState[]
  to: DemandState
}

/** One row per act: this table is the whole workflow of a demand. */
export const DEMAND_STEPS = {
  sign: { from: ['open'], to: 'open' }, // 签名
  take_back: { from: ['open'], to: 'open' }, // 收回签名
  withdraw: { from: ['open'], to: 'withdrawn' }, // 撤回
  answer: { from: ['met'], to: 'met' }, // 答复
  meet: { from: ['open'], to: 'met' }, // 签名够了
  convene: { from: ['met'], to: 'convened' }, // 公示了
  release: { from: ['convened'], to: 'met' }, // 公示的表决收回了
  reopen: { from: ['convened'], to: 'met' }, // 表决作废了
  expire: { from: ['open'], to: 'expired' }, // 到日子没够
} as const satisfies Record<string, Transition>

/** What persons press on a demand; the other steps follow from a count, a vote or the clock. */
export const DEMAND_ACTS = ['sign', 'take_back', 'withdraw', 'answer'] as const
export type DemandAct = (typeof DEMAND_ACTS)[number]

/** What the clock does: ends the days for signatures, and tells who comes next after silence. */
export const DEMAND_CLOCK_ACTS = ['expire', 'silent'] as const
export type DemandClockAct = (typeof DEMAND_CLOCK_ACTS)[number]

/** A demand as the rules see it, for one asker. */
export interface Demand extends VotePlace {
  state: DemandState
  authorId: string
  /** Who sees its words besides the author. */
  wordsState: WordsState
  endsAt: Date
  metAt: Date | null
  /** The vote that it led to is void: since then it waits anew. */
  waitsSince: Date | null
  /** A signature of the asker stands. */
  signed: boolean
  /** The register of owners knows the asker, by their phone, as the owner of something in the community. */
  ownsHere: boolean
}

/** 够五分之一了: of at least one person on the roll at least 20 %, by cross-multiplication; nothing is rounded. */
export function meetsDemand({ signed, of }: { signed: number; of: number }): boolean {
  return of >= 1 && ONE_IN * signed >= of
}

/** How many persons have to sign: the smallest number that meets it, one at least. */
export function signersNeeded(of: number): number {
  const rest = of % ONE_IN
  return Math.max(1, (of - rest) / ONE_IN + (rest === 0 ? 0 : 1))
}

/** Until when signatures are gathered. */
export const demandEndsAt = (createdAt: Date): Date => endOfDays(createdAt, DEMAND_DAYS)

/** From when on it counts as silence that nobody convened; `since`: it was met, or the vote that it led to is void. */
export const demandSilentAt = (since: Date): Date => endOfDays(since, DEMAND_SILENT_DAYS)

/**
 * 表决作废了: a void vote is none, so the owners are owed another (domain.md 7), with days of silence of their own: who
 * convened this one was not silent. A committee that was, and in whose place another convened, is not waited for again.
 */
export function reopenedDemand(
  { silentAt }: { silentAt: Date | null },
  convenerRole: Role,
  now: Date,
): { waitsSince: Date; silentAt: Date | null } {
  return { waitsSince: now, silentAt: convenerRole === 'owners_committee' ? null : silentAt }
}

/** When the clock is due for it; null: not now. */
export function demandClockDueAt(
  { state, endsAt, metAt, waitsSince }: Pick<Demand, 'state' | 'endsAt' | 'metAt' | 'waitsSince'>,
  act: DemandClockAct,
): Date | null {
  if (act === 'expire') return state === 'open' ? endsAt : null
  return state === 'met' && metAt ? demandSilentAt(waitsSince ?? metAt) : null
}

const isAuthor: Rule<Demand> = (actor, { authorId }) => actor.personId === authorId
const hasSigned: Rule<Demand> = (_actor, { signed }) => signed
const isOfHere: Rule<Demand> = (actor, { ownsHere }) => ownsHere || actor.homes.length > 0
const isAdultOfHere: Rule<Demand> = (actor, { ownsHere }) =>
  ownsHere || actor.homes.some(({ isAdult }) => isAdult)
const inOfficeThere: Rule<Demand> = (actor, { jurisdiction }) =>
  voteOfficePlaces(actor).some((placeId) => jurisdiction.includes(placeId))
const isShown: Rule<Demand> = (_actor, { state }) => SHOWN_DEMAND_STATES.some((one) => one === state)
const hasShownWords: Rule<Demand> = (_actor, { wordsState }) => wordsState === 'shown'
/** Looks after the words: the same who moderates everything else. */
const moderates = holds('community_staff')
const isMet: Rule<Demand> = (_actor, { state }) => state === 'met' || state === 'convened'

/** Who must convene: the owners' committee, without one the residents' committee, which steps in after silence. Never a head. */
const convenes: Rule<Demand> = ({ roles }, demand) =>
  conveningOffice(roles, { ...demand, demanded: true }, 'owners') !== undefined

/** 联名要求的权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const demandPolicy: Record<DemandAct | 'read' | 'convene' | 'see_signers', Rule<Demand>> = {
  /** What was hidden is still read by whose names stand under it, who must convene, and who looks after words. */
  read: anyOf<Demand>(
    isAuthor,
    hasSigned,
    allOf<Demand>(isShown, moderates),
    allOf<Demand>(isMet, convenes),
    allOf<Demand>(isShown, hasShownWords, anyOf<Demand>(isOfHere, inOfficeThere)),
  ),
  /** Whether they own something there is asked of the registers when they sign. */
  sign: isAdultOfHere,
  take_back: hasSigned,
  withdraw: isAuthor,
  answer: convenes,
  convene: convenes,
  /** Units, never names of people; only once there is something to check. */
  see_signers: allOf<Demand>(isMet, convenes),
}

/** Permission first: who may not read of it doesn't learn that there is one. */
export function decideDemandAct(actor: Actor, demand: Demand, act: DemandAct, now: Date): Decision {
  if (!demandPolicy.read(actor, demand)) return refused('NOT_FOUND')
  if (!demandPolicy[act](actor, demand)) return refused(act === 'sign' ? 'DEMAND_NOT_OWNER' : 'NOT_ALLOWED')
  const from: readonly DemandState[] = DEMAND_STEPS[act].from
  if (!from.includes(demand.state)) return refused(act === 'answer' ? 'DEMAND_NOT_MET' : 'DEMAND_OVER')
  if (act === 'sign' && demand.wordsState !== 'shown') return refused('DEMAND_NOT_SHOWN')
  return act !== 'answer' && now >= demand.endsAt ? refused('DEMAND_OVER') : ALLOWED
}

/** The buttons a page offers. The server asks `decideDemandAct` again. */
export function demandActsFor(actor: Actor, demand: Demand, now: Date): DemandAct[] {
  const useless: DemandAct = demand.signed ? 'sign' : 'take_back'
  return DEMAND_ACTS.filter((act) => act !== useless && decideDemandAct(actor, demand, act, now).allowed)
}

/** 按联名要求召集: only of one that is met, at the same place, among its owners. */
export function decideConveneDemand(
  demand: Pick<Demand, 'state' | 'placeId'>,
  vote: { placeId: string; electorate: string },
): Decision {
  if (demand.state !== 'met') return refused('DEMAND_NOT_MET', 'demandId')
  return vote.placeId === demand.placeId && vote.electorate === 'owners'
    ? ALLOWED
    : refused('DEMAND_VOTE_WRONG', 'demandId')
}
