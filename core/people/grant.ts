import { ALLOWED, holds, refused, type Actor, type Decision, type Located, type Role } from '../permissions'
import { monthsAfter, yearsAfter } from '../calendar'
import { ACTING_MAX_MONTHS, GRANT_MAX_YEARS, GRANT_RULES, TWO_OFFICES } from './grant-rules'
import type { PlaceKind, RegionKind } from '../places'

export const GRANT_STATES = ['proposed', 'granted', 'refused', 'ended'] as const
export type GrantState = (typeof GRANT_STATES)[number]

/** 授权流程. One row per act; a role that needs one person only is granted at once. */
export const GRANT_ACTS = {
  confirm: { from: ['proposed'], to: 'granted', needsReason: false },
  refuse: { from: ['proposed'], to: 'refused', needsReason: true },
  end: { from: ['granted'], to: 'ended', needsReason: true },
} as const satisfies Record<string, { from: readonly GrantState[]; to: GrantState; needsReason: boolean }>
export type GrantAct = keyof typeof GRANT_ACTS
export const GRANT_ACT_NAMES = Object.keys(GRANT_ACTS) as GrantAct[]

export const GRANT_STATE_LABELS: Record<GrantState, string> = {
  proposed: '等第二个人确认',
  granted: '在任',
  refused: '没有同意',
  ended: '已结束',
}

/** A grant as the rules see it. */
export interface Grant extends Located {
  personId: string
  role: Role
  state: GrantState
  proposedById: string
  /** The office the proposer acted in. */
  proposedAs: Role
}

/** A grant that is asked for. */
export interface GrantProposal extends Located {
  personId: string
  role: Role
  placeKind: PlaceKind | RegionKind
  isLead: boolean
  /** For a vacant office, until somebody is in it. */
  isActing?: boolean
  startsAt: Date
  endsAt: Date
}

const mayPropose = (actor: Actor, role: Role, subject: Located): Role | undefined =>
  GRANT_RULES[role]?.proposedBy.find((office) => {
    if (!holds(office)(actor, subject)) return false
    if (office !== 'property_staff') return true
    return actor.roles.some(
      (held) => held.role === office && held.isLead && subject.jurisdiction.includes(held.placeId),
    )
  })

/** The office in which this actor may propose the role there; undefined when in none. */
export function proposingOffice(actor: Actor, proposal: Located & { role: Role }): Role | undefined {
  return mayPropose(actor, proposal.role, proposal)
}

/** May this be granted or proposed by the actor, by hand? Nobody grants a role to themselves. */
export function canPropose(actor: Actor, proposal: GrantProposal): Decision {
  return GRANT_RULES[proposal.role]?.onRequest ? refused('NOT_ALLOWED') : canGrant(actor, proposal)
}

/** The same where the person asked for the role themselves. */
export function canGrantOnRequest(actor: Actor, proposal: GrantProposal): Decision {
  return GRANT_RULES[proposal.role]?.onRequest ? canGrant(actor, proposal) : refused('NOT_ALLOWED')
}

function canGrant(actor: Actor, proposal: GrantProposal): Decision {
  const rule = GRANT_RULES[proposal.role]
  if (!rule || !mayPropose(actor, proposal.role, proposal)) return refused('NOT_ALLOWED')
  if (actor.personId === proposal.personId) return refused('GRANT_SELF')
  if (!rule.at.includes(proposal.placeKind)) return refused('GRANT_ROLE_NOT_HERE', 'placeId')
  if (proposal.isLead && !leadMayBeNamed(actor, proposal)) return refused('NOT_ALLOWED', 'isLead')
  if (proposal.isActing && !rule.acting) return refused('GRANT_ACTING_NOT_HERE', 'isActing')
  if (proposal.isActing && proposal.endsAt > monthsAfter(proposal.startsAt, ACTING_MAX_MONTHS))
    return refused('GRANT_ACTING_TOO_LONG', 'endsAt')
  const latest = yearsAfter(proposal.startsAt, GRANT_MAX_YEARS)
  if (proposal.endsAt <= proposal.startsAt || proposal.endsAt > latest)
    return refused('GRANT_PERIOD_INVALID', 'endsAt')
  return ALLOWED
}

/** Acting: only while nobody else is in that office there. `inOffice`: how many are, those acting included. */
export function decideActing(inOffice: number): Decision {
  return inOffice > 0 ? refused('GRANT_NOT_VACANT', 'isActing') : ALLOWED
}

/** Offices that somebody may hold while they are vacant. */
export function mayBeActing(role: Role): boolean {
  return GRANT_RULES[role]?.acting === true
}

/** A property team's first lead is named by the secretary; a lead names no other leads. */
function leadMayBeNamed(actor: Actor, proposal: GrantProposal): boolean {
  return proposal.role === 'property_staff' && holds('community_secretary')(actor, proposal)
}

/** Where nobody is district staff yet, two administrators found the district (the first is made by a command). */
export interface Founding {
  districtStaffInOffice: boolean
}

/** May the actor do this to the grant? `founding` says whether the two offices can be manned at all. */
export function decideGrantAct(
  actor: Actor,
  grant: Grant,
  act: GrantAct,
  founding: Founding,
  reason?: string,
): Decision {
  if (!mayReadGrant(actor, grant)) return refused('NOT_FOUND')
  if (act === 'end' ? !mayEnd(actor, grant) : !mayAnswer(actor, grant, founding))
    return refused('NOT_ALLOWED')
  const transition = GRANT_ACTS[act]
  if (!(transition.from as readonly GrantState[]).includes(grant.state)) return refused('STATE_CHANGED')
  if (transition.needsReason && !reason) return refused('REASON_REQUIRED', 'reason')
  return ALLOWED
}

/** The holder, those who may propose or confirm the role there, the secretary and the administrator see a grant. */
export function mayReadGrant(actor: Actor, grant: Grant): boolean {
  const rule = GRANT_RULES[grant.role]
  return (
    actor.personId === grant.personId ||
    mayPropose(actor, grant.role, grant) !== undefined ||
    (rule?.confirmedBy !== null && rule !== null && holds(...rule.confirmedBy)(actor, grant)) ||
    holds('community_secretary', 'administrator')(actor, grant)
  )
}

function mayAnswer(actor: Actor, grant: Grant, { districtStaffInOffice }: Founding): boolean {
  const rule = GRANT_RULES[grant.role]
  if (!rule?.confirmedBy || actor.personId === grant.personId || actor.personId === grant.proposedById)
    return false
  return rule.confirmedBy.some(
    (office) =>
      holds(office)(actor, grant) &&
      (office !== grant.proposedAs || !TWO_OFFICES.includes(grant.role) || !districtStaffInOffice),
  )
}

/** A holder may resign; else whoever may grant it ends it. */
function mayEnd(actor: Actor, grant: Grant): boolean {
  if (actor.personId === grant.personId) return true
  const rule = GRANT_RULES[grant.role]
  return (
    mayPropose(actor, grant.role, grant) !== undefined ||
    (rule?.confirmedBy !== null && rule !== null && holds(...rule.confirmedBy)(actor, grant))
  )
}

/** The buttons a page offers on a grant. */
export function grantActsFor(actor: Actor, grant: Grant, founding: Founding): GrantAct[] {
  return GRANT_ACT_NAMES.filter((act) => decideGrantAct(actor, grant, act, founding, 'reason given').allowed)
}

/** The roles this actor may propose at a place, for the form. */
export function grantableRoles(actor: Actor, place: Located & { placeKind: PlaceKind | RegionKind }): Role[] {
  return (Object.keys(GRANT_RULES) as Role[]).filter(
    (role) =>
      GRANT_RULES[role]?.at.includes(place.placeKind) &&
      !GRANT_RULES[role].onRequest &&
      mayPropose(actor, role, place) !== undefined,
  )
}
