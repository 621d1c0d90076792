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
  type Rule,
} from '../permissions'

export const MEMBERSHIP_STATES = ['asked', 'confirmed', 'refused', 'objected', 'withdrawn'] as const
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
} as const satisfies Record<string, Transition>

export type MembershipAct = keyof typeof MEMBERSHIP_ACTS
export const MEMBERSHIP_ACT_NAMES = Object.keys(MEMBERSHIP_ACTS) as MembershipAct[]

export const MEMBERSHIP_STATE_LABELS: Record<MembershipState, string> = {
  asked: '等人确认',
  confirmed: '已确认',
  refused: '没有通过',
  objected: '有人提出异议，社区在核对',
  withdrawn: '已撤回',
}

export const MEMBERSHIP_ACT_LABELS: Record<MembershipAct, string> = {
  confirm: '是这家人',
  refuse: '不是这家人',
  withdraw: '撤回申请',
  object: '我有异议',
  uphold: '异议成立',
  dismiss: '异议不成立',
}

/** What the rules need to know of a membership. */
export interface Membership extends Located {
  personId: string
  homeId: string
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
const settler = allOf<Membership>(holds('community_staff'), not(isSelf), not(isObjector))

export const membershipPolicy: Record<MembershipAct | 'read', Rule<Membership>> = {
  read: anyOf<Membership>(isSelf, confirmer, isAdultMember, wasThereBefore),
  confirm: confirmer,
  refuse: confirmer,
  withdraw: isSelf,
  object: allOf<Membership>(not(isSelf), wasThereBefore),
  uphold: settler,
  dismiss: settler,
}

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
