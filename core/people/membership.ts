import {
  ALLOWED,
  anyOf,
  allOf,
  holds,
  not,
  refused,
  type Actor,
  type Decision,
  type Located,
  type Relation,
  type Role,
  type Rule,
} from '../permissions'

export const MEMBERSHIP_STATES = [
  'asked',
  'confirmed',
  'refused',
  'objected',
  'withdrawn',
  'left',
  'ended',
] as const
export type MembershipState = (typeof MEMBERSHIP_STATES)[number]

interface Transition {
  from: readonly MembershipState[]
  to: MembershipState
  /** The reason is shown to the person concerned. */
  needsReason: boolean
}

/** 绑定住户. One row per act: this table is the whole workflow (domain.md 3). An objected membership gives no power. */
export const MEMBERSHIP_ACTS = {
  confirm: { from: ['asked'], to: 'confirmed', needsReason: false },
  refuse: { from: ['asked'], to: 'refused', needsReason: true },
  withdraw: { from: ['asked'], to: 'withdrawn', needsReason: false },
  object: { from: ['asked', 'confirmed'], to: 'objected', needsReason: true },
  uphold: { from: ['objected'], to: 'refused', needsReason: true },
  dismiss: { from: ['objected'], to: 'confirmed', needsReason: true },
  leave: { from: ['confirmed', 'objected'], to: 'left', needsReason: false }, // 搬走, said by oneself
  end: { from: ['confirmed'], to: 'ended', needsReason: true }, // said by the owner or staff
} as const satisfies Record<string, Transition>

export type MembershipAct = keyof typeof MEMBERSHIP_ACTS
export const MEMBERSHIP_ACT_NAMES = Object.keys(MEMBERSHIP_ACTS) as MembershipAct[]

export const MEMBERSHIP_STATE_LABELS: Record<MembershipState, string> = {
  asked: '等人确认',
  confirmed: '已确认',
  refused: '没有通过',
  objected: '有人提出异议，社区在核对',
  withdrawn: '已撤回',
  left: '已搬走',
  ended: '已结束',
}

export const MEMBERSHIP_ACT_LABELS: Record<MembershipAct, string> = {
  confirm: '是这家人',
  refuse: '不是这家人',
  withdraw: '撤回申请',
  object: '我有异议',
  uphold: '异议成立',
  dismiss: '异议不成立',
  leave: '我不住这里了',
  end: '已经不住这里',
}

/** What the rules need to know of a membership. */
export interface Membership extends Located {
  personId: string
  homeId: string
  relation: Relation
  state: MembershipState
  askedAt: Date
  objectorId: string | null
}

const isSelf: Rule<Membership> = (actor, membership) => actor.personId === membership.personId
const isObjector: Rule<Membership> = (actor, membership) => actor.personId === membership.objectorId
const isAdultMember: Rule<Membership> = (actor, membership) =>
  actor.homes.some((home) => home.homeId === membership.homeId && home.isAdult)
/** Only who was there before may object, so a newcomer can't suspend the family that was. */
const wasThereBefore: Rule<Membership> = (actor, membership) =>
  actor.homes.some((home) => home.homeId === membership.homeId && home.since < membership.askedAt)

/** Who may say that someone lives there (domain.md 3, row `resident`). Nobody confirms their own. */
const confirmer = allOf<Membership>(
  not(isSelf),
  anyOf<Membership>(holds('building_head', 'grid_worker', 'community_staff'), isAdultMember),
)
/** 业主 of the home says it of tenants and family, never of another owner. */
const isOwnerOver: Rule<Membership> = (actor, { homeId, relation }) =>
  relation !== 'owner' &&
  actor.homes.some((home) => home.homeId === homeId && home.isAdult && home.relation === 'owner')
const settler = allOf<Membership>(holds('community_staff'), not(isSelf), not(isObjector))

export const membershipPolicy: Record<MembershipAct | 'read', Rule<Membership>> = {
  read: anyOf<Membership>(isSelf, confirmer, isAdultMember, wasThereBefore),
  confirm: confirmer,
  refuse: confirmer,
  withdraw: isSelf,
  object: allOf<Membership>(not(isSelf), wasThereBefore),
  uphold: settler,
  dismiss: settler,
  leave: isSelf,
  end: allOf<Membership>(
    not(isSelf),
    anyOf<Membership>(holds('building_head', 'grid_worker', 'community_staff'), isOwnerOver),
  ),
}

/** Acts after which somebody lives there no longer: what hangs on the home ends with it (domain.md 3). */
export const ENDING_ACTS: readonly MembershipAct[] = ['leave', 'end', 'uphold']

/** Offices of those who live there: they end with the last home under their place (domain.md 3). */
export const OFFICES_OF_RESIDENTS: readonly Role[] = ['building_head', 'council_member', 'owners_committee']

/** Permission first: a stranger learns nothing about the state. */
export function decideMembershipAct(
  actor: Actor,
  membership: Membership,
  act: MembershipAct,
  reason?: string,
): Decision {
  if (!membershipPolicy.read(actor, membership)) return refused('NOT_FOUND')
  if (!membershipPolicy[act](actor, membership)) return refused('NOT_ALLOWED')
  // Dismissed once, an objection is settled: the same person can't suspend the same neighbour again and again.
  if (act === 'object' && actor.personId === membership.objectorId && membership.state !== 'objected')
    return refused('MEMBERSHIP_SETTLED')
  const transition: Transition = MEMBERSHIP_ACTS[act]
  if (!transition.from.includes(membership.state)) return refused('STATE_CHANGED')
  if (transition.needsReason && !reason) return refused('REASON_REQUIRED', 'reason')
  return ALLOWED
}

/** The buttons a page offers. The server asks `decideMembershipAct` again. */
export function membershipActsFor(actor: Actor, membership: Membership): MembershipAct[] {
  return MEMBERSHIP_ACT_NAMES.filter(
    (act) => decideMembershipAct(actor, membership, act, 'reason given on the page').allowed,
  )
}
