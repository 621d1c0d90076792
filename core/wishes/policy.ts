import {
  ALLOWED,
  allOf,
  anyOf,
  holds,
  nobody,
  not,
  refused,
  type Actor,
  type Decision,
  type Role,
  type Rule,
} from '../permissions'
import type { Wish } from './wish'
import { isShownState, isTogether, type WishAct } from './workflow'

const isAuthor: Rule<Wish> = (actor, wish) => actor.personId === wish.authorId
/** Who left the organisation that they helped for has nothing to do with it any more. */
const isHelper: Rule<Wish> = (actor, { helper, memberLeftAt }) =>
  actor.personId === helper?.personId && memberLeftAt === null
const isOfHelper: Rule<Wish> = (_actor, { standing }) => standing.ofHelper
const isInvolved: Rule<Wish> = (_actor, { standing }) => standing.involved
const livesInScope: Rule<Wish> = (actor, wish) =>
  actor.homes.some(({ path }) => path.includes(wish.scopePlaceId))
const livesThere: Rule<Wish> = (actor, wish) => actor.homes.some(({ path }) => path.includes(wish.placeId))
const isShown: Rule<Wish> = (_actor, { state, wordsState }) => isShownState(state) && wordsState === 'shown'
const areTogether: Rule<Wish> = (_actor, { state }) => isTogether(state)

/** 志愿者, or somebody of an organisation: helps wherever the whole community may know of it. */
const helpsInCommunity: Rule<Wish> = (actor, wish) =>
  wish.scope === 'community' && (wish.standing.inOrganisation || isVolunteer(actor, wish.communityId))

function isVolunteer(actor: Actor, communityId: string): boolean {
  return actor.roles.some(({ role, placeId }) => role === 'volunteer' && placeId === communityId)
}

/** Looks after the words: the same who moderates everything else. */
const moderates: Rule<Wish> = (actor, wish) =>
  actor.roles.some(({ role, placeId }) => role === 'community_staff' && placeId === wish.communityId)

/** In office where the wish comes from: may know of it. */
const OFFICES: readonly Role[] = [
  'building_head',
  'grid_worker',
  'grid_chief',
  'grid_specialist',
  'community_staff',
  'community_secretary',
  'residents_committee',
  'subdistrict_staff',
  'district_staff',
]
const isInOffice: Rule<Wish> = holds(...OFFICES)
const STAFF: readonly Role[] = ['grid_worker', 'grid_chief', 'community_staff', 'community_secretary']

/** In which staff answer for a wish, and read what is only for staff. */
export function isStaffOfWishes({ role }: { role: Role }): boolean {
  return STAFF.includes(role)
}

const readers = anyOf<Wish>(
  isAuthor,
  moderates,
  allOf<Wish>(areTogether, anyOf<Wish>(isHelper, isOfHelper)),
  allOf<Wish>((_actor, { wordsState }) => wordsState === 'shown', isInvolved),
  allOf<Wish>(isShown, anyOf<Wish>(livesInScope, helpsInCommunity, isInOffice)),
)

/** Who may go on helping where they live no longer: by another home, as a volunteer, or in an organisation. */
export const mayGoOnHelping = anyOf<Wish>(livesInScope, helpsInCommunity)
/** Who may help: a neighbour, a volunteer, an organisation; never oneself. */
const mayHelp = allOf<Wish>(isShown, not(isAuthor), mayGoOnHelping)
/** Who acts for the helper: the person, or anybody of the organisation once its member has left. */
const helping = anyOf<Wish>(
  isHelper,
  allOf<Wish>(isOfHelper, not(isAuthor), (_actor, { memberLeftAt }) => memberLeftAt !== null),
)
const mergers = allOf<Wish>(not(isAuthor), anyOf<Wish>(moderates, holds('building_head')))

/** What may be done besides the acts. */
export type WishRight =
  'read' | 'read_staff_notes' | 'second' | 'read_contact' | 'read_offers' | 'read_consent'

/** 心愿权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const wishPolicy: Record<WishAct | WishRight, Rule<Wish>> = {
  read: readers,
  /** Staff who answer for the place, never a neighbour, in office or not. */
  read_staff_notes: allOf<Wish>(readers, not(isAuthor), holds(...STAFF)),
  /** 我也想要: who lives where it was said, the author's own home aside (the server knows whose home is whose). */
  second: allOf<Wish>(isShown, not(isAuthor), livesInScope),
  /** Whose phones are each other's to see; until when says `decideReadContact`. */
  read_contact: allOf<Wish>(
    areTogether,
    (_actor, { memberLeftAt }) => memberLeftAt === null,
    anyOf<Wish>(isAuthor, isHelper),
  ),
  read_offers: isAuthor,
  /** How the person whose wish it is agreed: for who wrote it down, and who answers for the community. */
  read_consent: anyOf<Wish>(isAuthor, moderates),
  publish: nobody,
  decline: nobody,
  offer: mayHelp,
  take_back_offer: (_actor, { standing }) => standing.offered,
  decline_offer: isAuthor,
  offer_lapsed: nobody,
  accept_offer: isAuthor,
  contact: anyOf<Wish>(isAuthor, isHelper),
  hand_back: helping,
  release: isAuthor,
  no_contact: nobody,
  no_delivery: nobody,
  member_gone: nobody,
  /** Of the organisation, but never the author: nobody confirms what they did themselves. */
  take_over: allOf<Wish>(isOfHelper, not(isHelper), not(isAuthor)),
  deliver: isHelper,
  confirm: isAuthor,
  not_yet: isAuthor,
  ask_again: nobody,
  withdraw: isAuthor,
  expire: nobody,
  /** 还想要, for oneself: who lives there still. */
  renew: allOf<Wish>(
    isAuthor,
    anyOf<Wish>(livesThere, (_actor, { forOther }) => forOther),
  ),
  ask_merge: mergers,
  refuse_merge: isAuthor,
  agree_merge: isAuthor,
  become_matter: isAuthor,
  become_topic: isAuthor,
}

/** Who may put down somebody else's wish, with their consent on record. */
const SPEAKERS: readonly Role[] = [
  'building_head',
  'grid_worker',
  'grid_chief',
  'community_staff',
  'residents_committee',
  'volunteer',
]

/** Whether somebody without a home here may still speak for a neighbour: a page that offers it asks this. */
export function speaksForNeighbours(roles: readonly { role: Role }[]): boolean {
  return roles.some(({ role }) => SPEAKERS.includes(role))
}

/** 说心愿: a resident where they live; for somebody else, a neighbour of theirs or who looks after the place. */
export function canSubmitWish(
  actor: Actor,
  place: { path: readonly string[]; jurisdiction: string[] },
  forOther: boolean,
): Decision {
  const livesThere = actor.homes.some(({ path }) => place.path.every((id) => path.includes(id)))
  if (livesThere) return ALLOWED
  if (!forOther) return refused('WISH_NEEDS_HOME')
  // A neighbour of the same estate or courtyard, or whoever looks after the place.
  const near = actor.homes.some(({ path }) => path.length > 1 && place.path[1] === path[1])
  return near || holds(...SPEAKERS)(actor, place) ? ALLOWED : refused('WISH_NEEDS_HOME')
}

/** Whether this actor may look through the wishes of the community at all. */
export function mayBrowseWishes(actor: Actor, communityId: string, inOrganisation: boolean): boolean {
  return (
    actor.homes.length > 0 ||
    inOrganisation ||
    isVolunteer(actor, communityId) ||
    actor.roles.some(({ role }) => OFFICES.includes(role))
  )
}

/** Places whose wishes somebody reads by office: theirs, and all that lie in them. */
export function wishOfficePlaces(actor: Pick<Actor, 'roles'>): string[] {
  return actor.roles.filter(({ role }) => OFFICES.includes(role)).map(({ placeId }) => placeId)
}

/** Whether wishes said to the whole community reach this actor without a home there. */
export function readsCommunityWishes(actor: Actor, communityId: string, inOrganisation: boolean): boolean {
  return inOrganisation || isVolunteer(actor, communityId)
}
