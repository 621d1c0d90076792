import { allOf, anyOf, holds, nobody, not, type Actor, type Role, type Rule } from '../permissions'
import { certifyingRole, rollDecidingRoles, SECOND_ROLES } from './deciders'
import { countsArea } from './rules'
import { ABOVE_TELLERS, TELLER_ROLES } from './tellers'
import { isUnanimous } from './unanimous'
import type { Vote } from './vote'
import { hasResult, type VoteAct } from './workflow'

const isConvener: Rule<Vote> = (actor, { convenerId }) => actor.personId === convenerId
/** In the office in which it was convened: its convener while they are in it, their colleagues, and who comes after them. */
const inConvenersOffice: Rule<Vote> = (actor, vote) => holds(vote.convenerRole)(actor, vote)
/** Still in the office in which they convened it: who left it calls nothing back. */
const isConvenerInOffice = allOf<Vote>(isConvener, inConvenersOffice)
const isDraft: Rule<Vote> = (_actor, { state }) => state === 'draft'
const isOnRoll: Rule<Vote> = (_actor, { standing }) => standing.onRoll
const isProxy: Rule<Vote> = (_actor, { standing }) => standing.isProxy === true
/** 受托人, as soon as they asked: who holds the authority of one on the roll may know of what it is for. */
const isAgent: Rule<Vote> = (_actor, { standing }) => standing.isAgent === true
/** 搬走了，票还在: what was cast stays (domain.md 3), and its receipt and the result are theirs. */
const hasCast: Rule<Vote> = (_actor, { standing }) => standing.hasCast === true
const isAdultHere: Rule<Vote> = (actor) => actor.homes.some(({ isAdult }) => isAdult)
const livesThere: Rule<Vote> = (actor, { placeId }) => actor.homes.some(({ path }) => path.includes(placeId))
/** On the roll, or living there: everybody else comes from outside. */
export const isOfThePlace: Rule<Vote> = anyOf<Vote>(isOnRoll, livesThere)
/** Notice of it was given, and not taken back: a draft, and one that was given up, are its convener’s alone. */
const isPosted: Rule<Vote> = (_actor, { noticeAt }) => noticeAt !== null
/** 别的楼的业主: where a home is to become a business an owner nearby may prove an interest, and so may read of it. */
const mayBeConcerned: Rule<Vote> = (actor, { rules, standing }) =>
  isUnanimous(rules) &&
  (standing.ownsNearby === true ||
    actor.homes.some(({ relation, isAdult }) => relation === 'owner' && isAdult))
const ofOwners: Rule<Vote> = (_actor, { rules }) => rules.some(countsArea)
/** 计票人, while they are in office there: who left is followed by another whom the level above names. */
const isTeller = allOf<Vote>(
  (_actor, { standing }) => standing.tellerSeat !== undefined,
  holds(...TELLER_ROLES),
)
const askedVoid: Rule<Vote> = (actor, { voidAskedById }) => actor.personId === voidAskedById

/** In office over the place: follows the vote as everybody there does. */
const OFFICES: readonly Role[] = [
  'building_head',
  'owners_committee',
  'grid_worker',
  'grid_chief',
  'community_staff',
  'residents_committee',
  'community_secretary',
  'subdistrict_staff',
  'district_staff',
  'auditor',
]

/** 确认: never who convened it (domain.md 7); an owners’ committee that came into office since may certify too. */
const certifiers = allOf<Vote>(
  not(isConvener),
  anyOf<Vote>(
    (actor, vote) => holds(certifyingRole(vote))(actor, vote),
    allOf<Vote>(ofOwners, holds('owners_committee')),
  ),
)
/** 第二位: another official than who asked for it. */
const secondOfficials = allOf<Vote>(not(isConvener), not(askedVoid), holds(...SECOND_ROLES))
/** Decides about the roll: somebody else than the convener (domain.md 7). */
const rollDeciders = allOf<Vote>(not(isConvener), (actor, vote) =>
  holds(...rollDecidingRoles(vote))(actor, vote),
)

/** 送选票的: the convener, and who is in office over the place and goes from door to door. ○ */
const deliverers = anyOf<Vote>(
  isConvenerInOffice,
  holds('building_head', 'owners_committee', 'residents_committee', 'grid_worker'),
)

/** 上门的: who goes from door to door while it is open. Who left the office in which they convened it hears of nobody any more. */
const goesToDoors = anyOf<Vote>(inConvenersOffice, holds('building_head'))

const followers = anyOf<Vote>(
  isConvener,
  allOf<Vote>(isPosted, anyOf<Vote>(isOfThePlace, mayBeConcerned, isAgent, isTeller, holds(...OFFICES))),
)

/** Everybody else gets result, hashes and head (domain.md 7): who lives anywhere in the community. */
const readsResult: Rule<Vote> = (actor, { communityId, state }) =>
  hasResult(state) && actor.homes.some(({ path }) => path.includes(communityId))

/** What may be done besides the acts. */
export type VoteRight =
  | 'read'
  | 'follow'
  | 'change'
  | 'cast'
  | 'cede'
  | 'see_receipts'
  | 'see_missing'
  | 'print_ballots'
  | 'object_roll'
  | 'decide_roll'
  | 'file_proxy'
  | 'decide_proxy'
  | 'object_result'
  | 'decide_result'
  | 'read_bulletin'
  | 'receive_envelopes'
  | 'key_envelopes'
  | 'replace_teller'
  | 'record_delivery'
  | 'see_deliveries'

/** 表决权限. One sentence per act; the screen's buttons and the server's check both come from here. */
export const votePolicy: Record<VoteAct | VoteRight, Rule<Vote>> = {
  read: anyOf<Vote>(followers, readsResult, hasCast),
  /** More than its result: the roll, which is posted so that they can object, what is objected, what is said about it. */
  follow: followers,
  change: isConvener,
  cast: anyOf<Vote>(isOnRoll, isProxy),
  /** 收回我的票: who left since may, for nobody else can. */
  cede: anyOf<Vote>(isOnRoll, isProxy, hasCast),
  /** 查我的那一票, after the end. */
  see_receipts: anyOf<Vote>(followers, hasCast),
  /** Who has not voted yet, never how: for who goes from door to door (domain.md 3). */
  see_missing: goesToDoors,
  /** 纸质选票, blank: for who hands them out. */
  print_ballots: goesToDoors,
  object_roll: anyOf<Vote>(isOfThePlace, mayBeConcerned),
  decide_roll: rollDeciders,
  /** 受托人: an adult of the community, wherever they live in it, or who is on the roll. */
  file_proxy: anyOf<Vote>(isOnRoll, allOf<Vote>(isPosted, isAdultHere)),
  decide_proxy: rollDeciders,
  object_result: isOfThePlace,
  decide_result: certifiers,
  /** With its ballots: the roll, convener, in office or not, certifier and auditor (domain.md 7). */
  read_bulletin: anyOf<Vote>(isOnRoll, isConvener, certifiers, holds('auditor')),
  /** 收选票信封: who goes from door to door, and who counts; who only, never what is in it (domain.md 7). */
  receive_envelopes: anyOf<Vote>(goesToDoors, isTeller),
  /** 拆封录入: the tellers, none of whom convenes. */
  key_envelopes: allOf<Vote>(isTeller, not(isConvener)),
  /** 换计票人: the level above names another for one who left office or does not come (domain.md 3). */
  replace_teller: allOf<Vote>(not(isConvener), holds(...ABOVE_TELLERS)),
  /** 登记送达: that a ballot reached one on the roll. */
  record_delivery: deliverers,
  /** With the photos of signatures: who records them, and who decides about the roll. */
  see_deliveries: anyOf<Vote>(deliverers, rollDeciders),
  give_notice: isConvenerInOffice,
  revise: isConvenerInOffice,
  /** A draft is its writer’s to give up, in office or not. */
  withdraw: anyOf<Vote>(isConvenerInOffice, allOf<Vote>(isConvener, isDraft)),
  open: nobody,
  count: nobody,
  close: nobody,
  certify: certifiers,
  ask_void: certifiers,
  refuse_void: secondOfficials,
  agree_void: secondOfficials,
}

/** Places whose votes somebody follows by office: theirs, and all that lie in them. */
export function voteOfficePlaces(actor: Pick<Actor, 'roles'>): string[] {
  return actor.roles.filter(({ role }) => OFFICES.includes(role)).map(({ placeId }) => placeId)
}
