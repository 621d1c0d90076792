import { dateOf } from '../calendar'
import {
  allOf,
  ALLOWED,
  anyOf,
  holds,
  isResident,
  not,
  refused,
  type Actor,
  type Decision,
  type HeldRole,
  type Located,
  type Rule,
} from '../permissions'
import { NOT_ON_RECORD, type BylawState } from './bylaw-states'
import { OWNERS_PLACE_KINDS } from './conveners'
import { voteOfficePlaces } from './policy'
import type { VotePlace } from './vote'

/** Limits in characters: what they are called, and the clause about ballots that don't come back. */
export const BYLAW_TITLE_LENGTH = 40
export const BYLAW_CLAUSE_LENGTH = 600
/** Photos of the paper. ○ */
export const BYLAW_PHOTOS_AT_MOST = 6

interface Transition {
  from: readonly BylawState[]
  to: BylawState
  needsReason: boolean
}

/** One row per act: this table is the whole workflow of bylaws that were recorded. */
export const BYLAW_ACTS = {
  put_in_force: { from: ['recorded'], to: 'in_force', needsReason: false }, // 确认
  refuse: { from: ['recorded'], to: 'refused', needsReason: true }, // 不认
  take_back: { from: ['recorded'], to: 'taken_back', needsReason: false }, // 收回
  end: { from: ['in_force'], to: 'ended', needsReason: true }, // 停用
} as const satisfies Record<string, Transition>
export type BylawAct = keyof typeof BYLAW_ACTS
export const BYLAW_ACT_NAMES = Object.keys(BYLAW_ACTS) as [BylawAct, ...BylawAct[]]

/** Where owners decide together. */
export type PlaceOfOwners = Located & Pick<VotePlace, 'hasCommittee'>

/** Bylaws as the rules see them; `jurisdiction` is the way down to their place. */
export interface Bylaw extends PlaceOfOwners {
  state: BylawState
  recordedById: string
  /** The register of owners knows the asker, by their phone, as the owner of something in the community. */
  ownsNearby?: boolean
}

const OF_OWNERS = ['owners_committee', 'residents_committee'] as const

/**
 * 替业主备案: as who convenes owners' votes (domain.md 7) ○, the owners' committee, where there is none the residents'
 * committee. Undefined: in no such office.
 */
export function officeForOwners<Held extends HeldRole>(
  roles: readonly Held[],
  { jurisdiction, hasCommittee }: PlaceOfOwners,
): Held | undefined {
  const [committee, residents] = OF_OWNERS.map((role) =>
    roles.find((held) => held.role === role && jurisdiction.includes(held.placeId)),
  )
  return committee ?? (hasCommittee ? undefined : residents)
}

/** Whether bylaws are recorded in this office at all. */
export const isRecordingRole = ({ role }: Pick<HeldRole, 'role'>): boolean =>
  OF_OWNERS.some((one) => one === role)

const forOwners: Rule<PlaceOfOwners> = ({ roles }, place) => officeForOwners(roles, place) !== undefined
const isRecorder: Rule<Bylaw> = (actor, { recordedById }) => actor.personId === recordedById
/** They never counted. */
const cameToNothing: Rule<Bylaw> = (_actor, { state }) => NOT_ON_RECORD.some((one) => one === state)
const ownsNearby: Rule<Bylaw> = (_actor, bylaw) => bylaw.ownsNearby === true
/** 公开的备案: for who lives or owns something in the community, and whoever follows votes in an office there. */
export const readsBylaws = (actor: Actor): boolean => isResident(actor) || voteOfficePlaces(actor).length > 0
const isInOffice: Rule<Bylaw> = (actor, { jurisdiction }) =>
  voteOfficePlaces(actor).some((placeId) => jurisdiction.includes(placeId))
/** 第二位: the secretary, as who certifies; never who recorded them. */
const isSecond = allOf<Bylaw>(not(isRecorder), holds('community_secretary'))

/** 规约权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const bylawPolicy: Record<BylawAct | 'read', Rule<Bylaw>> = {
  /** What was refused or taken back is between who recorded it and the offices over the place. */
  read: anyOf<Bylaw>(
    isRecorder,
    isInOffice,
    allOf<Bylaw>(anyOf<Bylaw>(readsBylaws, ownsNearby), not(cameToNothing)),
  ),
  put_in_force: isSecond,
  refuse: isSecond,
  /** 收回: by who recorded them, still in the office in which they speak for the owners. */
  take_back: allOf<Bylaw>(isRecorder, forOwners),
  end: anyOf<Bylaw>(forOwners, holds('community_secretary')),
}

/** 备案: in the right office, at a place where owners decide. */
export function decideRecordBylaw(actor: Pick<Actor, 'roles'>, place: VotePlace): Decision {
  if (!actor.roles.some(isRecordingRole)) return refused('NOT_ALLOWED')
  if (!OWNERS_PLACE_KINDS.includes(place.kind)) return refused('PLACE_KIND_WRONG', 'placeId')
  if (officeForOwners(actor.roles, place)) return ALLOWED
  const byOthers = officeForOwners(actor.roles, { ...place, hasCommittee: false })
  return byOthers ? refused('BYLAW_BY_COMMITTEE', 'placeId') : refused('NOT_ALLOWED', 'placeId')
}

/** Before that there were no owners to adopt any. ○ */
const BYLAWS_SINCE = '1980-01-01'

/** 通过的日子, YYYY-MM-DD in Asia/Shanghai: not in the future. */
export function decideBylawDay(adoptedOn: string, now: Date): Decision {
  return adoptedOn > dateOf(now) || adoptedOn < BYLAWS_SINCE
    ? refused('BYLAW_DAY_AHEAD', 'adoptedOn')
    : ALLOWED
}

/** 要拍照: nothing is recorded without a photo of the paper. */
export function decideBylawPhotos(count: number): Decision {
  return count > 0 && count <= BYLAW_PHOTOS_AT_MOST ? ALLOWED : refused('BYLAW_PHOTOS', 'photoIds')
}

/** Permission first: who may not know of them doesn't learn that they are there. */
export function decideBylawAct(
  actor: Actor,
  bylaw: Bylaw,
  { act, reason }: { act: BylawAct; reason?: string | undefined },
): Decision {
  if (!bylawPolicy.read(actor, bylaw)) return refused('NOT_FOUND')
  if (!bylawPolicy[act](actor, bylaw)) return refused('NOT_ALLOWED')
  const { from, needsReason }: Transition = BYLAW_ACTS[act]
  if (!from.includes(bylaw.state)) return refused('STATE_CHANGED')
  return needsReason && !reason ? refused('REASON_REQUIRED', 'reason') : ALLOWED
}

/** The buttons a page offers. The server asks `decideBylawAct` again. */
export function bylawActsFor(actor: Actor, bylaw: Bylaw): BylawAct[] {
  return BYLAW_ACT_NAMES.filter((act) => decideBylawAct(actor, bylaw, { act, reason: 'any' }).allowed)
}
