import { endOfDays } from '../calendar'
import type { WordsState } from '../moderation'
import {
  ALLOWED,
  allOf,
  anyOf,
  holds,
  refused,
  type Actor,
  type Decision,
  type HeldRole,
  type Located,
  type Role,
  type Rule,
} from '../permissions'
import type { PlaceKind } from '../places'

/** Where a notice may hang: for one home there is a message, for a grid there is none. */
export const NOTICE_PLACES: readonly (PlaceKind | 'community')[] = [
  'community',
  'estate',
  'courtyard',
  'building',
  'entrance',
]

/** Limits: characters of a title and a text, days a notice stays on top, and the limits of reasons. */
export const NOTICE_TITLE_LENGTH = 60
export const NOTICE_TEXT_LENGTH = 2000
export const NOTICE_REASON_LENGTH = 200
/** Characters of the text that a list shows. */
export const NOTICE_EXCERPT_LENGTH = 60
export const PIN_DAYS = 30
/** The three that a place has on top. */
export const PIN_SLOTS = [1, 2, 3] as const

/** Who publishes notices at their place or below it (domain.md 3). */
export const PUBLISHERS: readonly Role[] = [
  'building_head',
  'owners_committee',
  'community_staff',
  'community_secretary',
  'residents_committee',
]
/** Neighbours in an office. What anybody else writes in office is the word of the community, the company or the grid. */
const NEIGHBOURS_IN_OFFICE: readonly Role[] = ['building_head', 'council_member', 'owners_committee']
const IN_OFFICE_HERE: readonly Role[] = [
  ...PUBLISHERS,
  'council_member',
  'property_staff',
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'subdistrict_staff',
  'district_staff',
]

/** The place a notice is for. */
export interface NoticePlace extends Located {
  kind: PlaceKind | 'community'
}

/** A notice as the rules see it. */
export interface Notice extends Located {
  communityId: string
  placeId: string
  authorId: string
  wordsState: WordsState
  /** Places inside its place where one may be in office, and the grids over them; for the community's own: none. */
  inside: readonly string[]
  withdrawn: boolean
}

const isAuthor: Rule<Notice> = (actor, notice) => actor.personId === notice.authorId
const livesThere: Rule<Notice> = (actor, notice) =>
  actor.homes.some(({ path }) => path.includes(notice.placeId))
const isShown: Rule<Notice> = (_actor, notice) => notice.wordsState === 'shown'
const moderates: Rule<Notice> = (actor, notice) =>
  actor.roles.some(({ role, placeId }) => role === 'community_staff' && placeId === notice.communityId)
const holdsHere: Rule<Notice> = holds(...IN_OFFICE_HERE)
/** Everywhere in a community is inside it: an actor holds nothing in any other. */
const holdsInside: Rule<Notice> = (actor, { placeId: at, communityId, inside }) =>
  actor.roles.some(
    ({ role, placeId }) => IN_OFFICE_HERE.includes(role) && (at === communityId || inside.includes(placeId)),
  )

export type NoticeAct = 'pin' | 'withdraw'

/** 通知: who lives there reads it, and who is in office there, above it or in a part of it. What is hidden or waits is for its author and moderators. */
export const noticePolicy: Record<NoticeAct | 'read' | 'read_withdrawn' | 'read_counts', Rule<Notice>> = {
  read: anyOf<Notice>(
    isAuthor,
    moderates,
    allOf<Notice>(isShown, anyOf<Notice>(livesThere, holdsHere, holdsInside)),
  ),
  /** Of a withdrawn notice others see that there was one, and why it is none any more. */
  read_withdrawn: anyOf<Notice>(isAuthor, moderates),
  /** Numbers, never who (design.md, principle 6). */
  read_counts: anyOf<Notice>(isAuthor, moderates),
  pin: anyOf<Notice>(isAuthor, moderates),
  withdraw: anyOf<Notice>(isAuthor, moderates),
}

/** Whether everybody may read it, signed in or not: its publisher said so, neighbours see its words, and it stands. */
export function isOpenToAll({
  isPublic,
  wordsState,
  withdrawn,
}: Pick<Notice, 'wordsState' | 'withdrawn'> & { isPublic: boolean }): boolean {
  return isPublic && wordsState === 'shown' && !withdrawn
}

/** 发通知: at one's own place or below it. */
export function decidePublish(actor: Pick<Actor, 'roles'>, place: NoticePlace): Decision {
  if (!publishingOffice(actor.roles, place)) return refused('NOT_ALLOWED')
  return NOTICE_PLACES.includes(place.kind) ? ALLOWED : refused('PLACE_KIND_WRONG', 'placeId')
}

/** The office in which a notice is published there: the first one held that allows it. */
export function publishingOffice<Held extends HeldRole>(
  roles: readonly Held[],
  place: Located,
): Held | undefined {
  return roles.find(({ role, placeId }) => PUBLISHERS.includes(role) && place.jurisdiction.includes(placeId))
}

/** Whether what is written in this office, a notice or under one, is checked before neighbours see it: a neighbour's words are. */
export function wordsAreChecked(role: Role): boolean {
  return NEIGHBOURS_IN_OFFICE.includes(role)
}

/** Whether this person publishes notices anywhere: the way to the form is offered. */
export function mayPublishSomewhere(roles: readonly Pick<HeldRole, 'role'>[]): boolean {
  return roles.some(({ role }) => PUBLISHERS.includes(role))
}

/** Permission first: who may not read it learns nothing. */
export function decideNoticeAct(actor: Actor, notice: Notice, act: NoticeAct): Decision {
  if (!noticePolicy.read(actor, notice)) return refused('NOT_FOUND')
  if (!noticePolicy[act](actor, notice)) return refused('NOT_ALLOWED')
  return notice.withdrawn ? refused('STATE_CHANGED') : ALLOWED
}

/** The buttons a page offers. The server asks `decideNoticeAct` again. */
export function noticeActsFor(actor: Actor, notice: Notice): NoticeAct[] {
  return (['pin', 'withdraw'] as const).filter((act) => decideNoticeAct(actor, notice, act).allowed)
}

/** At most 3 stay on top of one place: the first of its three that is free, or undefined. */
export function freePin(taken: readonly number[]): number | undefined {
  return PIN_SLOTS.find((slot) => !taken.includes(slot))
}

/** Until when a notice stays on top: whole days in Shanghai, the first not counted. */
export function pinEndsAt(from: Date, days: number): Date {
  return endOfDays(from, days)
}

/** What a list shows of a notice's text, in one line. */
export function excerptOf(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '))
  const shown = characters.slice(0, NOTICE_EXCERPT_LENGTH).join('')
  return characters.length > NOTICE_EXCERPT_LENGTH ? `${shown}…` : shown
}
