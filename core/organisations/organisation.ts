import { ALLOWED, holds, refused, type Actor, type Decision, type Located, type Rule } from '../permissions'

/** 互助组织. Who may fulfil wishes besides neighbours and volunteers (domain.md 4). */
export const ORGANISATION_KINDS = ['party_branch', 'volunteer_team', 'shop', 'institution', 'other'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  party_branch: '党支部',
  volunteer_team: '志愿队',
  shop: '商户',
  institution: '单位',
  other: '其他',
}

/** Limits in characters: the name, the line about what they do, a reason, what one writes when asking. */
export const ORGANISATION_NAME_LENGTH = 30
export const ORGANISATION_DOES_LENGTH = 60
export const ORGANISATION_REASON_LENGTH = 200
export const ASKING_NOTE_LENGTH = 100

export const ORGANISATION_STATES = ['in_force', 'ended'] as const
export type OrganisationState = (typeof ORGANISATION_STATES)[number]

interface Transition {
  from: readonly OrganisationState[]
  to: OrganisationState
  needsReason: boolean
}

/** One row per act of the staff on an organisation that is there. Ended is for good: another one is made instead. */
export const ORGANISATION_ACTS = {
  name_lead: { from: ['in_force'], to: 'in_force', needsReason: false },
  end: { from: ['in_force'], to: 'ended', needsReason: true },
} as const satisfies Record<string, Transition>
export type OrganisationAct = keyof typeof ORGANISATION_ACTS
export const ORGANISATION_ACT_NAMES = Object.keys(ORGANISATION_ACTS) as OrganisationAct[]

/** An organisation as the rules see it. */
export interface Organisation extends Located {
  state: OrganisationState
  /** Who leads it now. */
  leadIds: readonly string[]
  /** The reader asked to join, is or was in it. */
  known: boolean
}

export const isCommunityStaff: Rule<Located> = holds('community_staff')
const leads: Rule<Organisation> = (actor, { leadIds }) => leadIds.includes(actor.personId)

/**
 * Who is in a party branch is shown to nobody (domain.md 10), and who is in any other organisation is nobody's business
 * either: only its leads and the community's staff see its members; everybody else sees its name.
 */
export const organisationPolicy: Record<OrganisationAct | 'read' | 'read_members', Rule<Organisation>> = {
  read: (actor, one) => one.state === 'in_force' || one.known || isCommunityStaff(actor, one),
  read_members: (actor, one) =>
    isCommunityStaff(actor, one) || (one.state === 'in_force' && leads(actor, one)),
  name_lead: isCommunityStaff,
  end: isCommunityStaff,
}

/** 成立: by community staff, with a first lead who is somebody else. */
export function decideCreate(actor: Actor, community: Located): Decision {
  return isCommunityStaff(actor, community) ? ALLOWED : refused('NOT_ALLOWED')
}

/** Nobody gives a part to themselves, leading an organisation included (domain.md 3). */
export function decideLead(actor: Actor, leadId: string): Decision {
  return actor.personId === leadId ? refused('GRANT_SELF') : ALLOWED
}

/** Permission first: a stranger learns nothing about an organisation that ended. */
export function decideOrganisationAct(
  actor: Actor,
  organisation: Organisation,
  act: OrganisationAct,
  reason?: string,
): Decision {
  if (!organisationPolicy.read(actor, organisation)) return refused('NOT_FOUND')
  if (!organisationPolicy[act](actor, organisation)) return refused('NOT_ALLOWED')
  const transition: Transition = ORGANISATION_ACTS[act]
  if (!transition.from.includes(organisation.state)) return refused('STATE_CHANGED')
  if (transition.needsReason && !reason) return refused('REASON_REQUIRED', 'reason')
  return ALLOWED
}

/** The buttons a page offers. The server asks `decideOrganisationAct` again. */
export function organisationActsFor(actor: Actor, organisation: Organisation): OrganisationAct[] {
  return ORGANISATION_ACT_NAMES.filter(
    (act) => decideOrganisationAct(actor, organisation, act, 'reason given on the page').allowed,
  )
}
