import { yearsAfter } from '../calendar'
import {
  ALLOWED,
  allOf,
  anyOf,
  not,
  refused,
  type Actor,
  type Decision,
  type Located,
  type Rule,
} from '../permissions'
import { isCommunityStaff } from './organisation'

/** `ended`: the role that was granted is over, by whomever, or its time is. */
export const VOLUNTEER_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'ended'] as const
export type VolunteerState = (typeof VOLUNTEER_STATES)[number]

interface Transition {
  from: readonly VolunteerState[]
  to: VolunteerState
  needsReason: boolean
}

/**
 * 当志愿者. One row per act: this table is the whole workflow. Staff end the role where they end any other
 * (`decideGrantAct`): the request follows.
 */
export const VOLUNTEER_ACTS = {
  approve: { from: ['asked'], to: 'approved', needsReason: false },
  refuse: { from: ['asked'], to: 'refused', needsReason: true },
  withdraw: { from: ['asked'], to: 'withdrawn', needsReason: false },
  stop: { from: ['approved'], to: 'ended', needsReason: false },
} as const satisfies Record<string, Transition>
export type VolunteerAct = keyof typeof VOLUNTEER_ACTS
export const VOLUNTEER_ACT_NAMES = Object.keys(VOLUNTEER_ACTS) as VolunteerAct[]

export const VOLUNTEER_STATE_LABELS: Record<VolunteerState, string> = {
  asked: '等社区回话',
  approved: '是志愿者',
  refused: '没有通过',
  withdrawn: '申请撤回了',
  ended: '已经不当了',
}

export const VOLUNTEER_ACT_LABELS: Record<VolunteerAct, string> = {
  approve: '同意当志愿者',
  refuse: '这次不行',
  withdraw: '撤回申请',
  stop: '不当志愿者了',
}

/** What the office's record says where a volunteer stops without saying why. */
export const STOPPED_BY_ONESELF = '本人不再当志愿者'

/** How long one is a volunteer before asking again. ○ */
const VOLUNTEER_YEARS = 2

/** When the role of a volunteer who is approved now ends. */
export function volunteerUntil(now: Date): Date {
  return yearsAfter(now, VOLUNTEER_YEARS)
}

/** A request as the rules see it. */
export interface VolunteerRequest extends Located {
  personId: string
  state: VolunteerState
}

const isSelf: Rule<VolunteerRequest> = (actor, request) => actor.personId === request.personId
/** Granted by community staff; nobody grants a role to themselves (domain.md 3). */
const staffButSelf = allOf<VolunteerRequest>(isCommunityStaff, not(isSelf))

export const volunteerPolicy: Record<VolunteerAct | 'read', Rule<VolunteerRequest>> = {
  read: anyOf<VolunteerRequest>(isSelf, isCommunityStaff),
  approve: staffButSelf,
  refuse: staffButSelf,
  withdraw: isSelf,
  stop: isSelf,
}

/** Permission first: to a stranger there is no request. */
export function decideVolunteerAct(
  actor: Actor,
  request: VolunteerRequest,
  act: VolunteerAct,
  reason?: string,
): Decision {
  if (!volunteerPolicy.read(actor, request)) return refused('NOT_FOUND')
  if (!volunteerPolicy[act](actor, request)) return refused('NOT_ALLOWED')
  const transition: Transition = VOLUNTEER_ACTS[act]
  if (!transition.from.includes(request.state)) return refused('STATE_CHANGED')
  if (transition.needsReason && !reason) return refused('REASON_REQUIRED', 'reason')
  return ALLOWED
}

/** The buttons a page offers. The server asks `decideVolunteerAct` again. */
export function volunteerActsFor(actor: Actor, request: VolunteerRequest): VolunteerAct[] {
  return VOLUNTEER_ACT_NAMES.filter(
    (act) => decideVolunteerAct(actor, request, act, 'reason given on the page').allowed,
  )
}

/** 我想当志愿者: who is one already has nothing to ask for. */
export function decideAskToVolunteer(actor: Actor, communityId: string): Decision {
  const isOne = actor.roles.some(({ role, placeId }) => role === 'volunteer' && placeId === communityId)
  return isOne ? refused('VOLUNTEER_ALREADY') : ALLOWED
}

/** Whether the desk of requests and organisations is this person's: the same rule as its lists and acts. */
export function hasOrganisationDesk(actor: Pick<Actor, 'roles'>, communityId: string): boolean {
  return isCommunityStaff({ personId: '', homes: [], roles: actor.roles }, { jurisdiction: [communityId] })
}

/** The list of those who ask to be volunteers is for who answers them. */
export function decideSeeRequests(actor: Actor, community: Located): Decision {
  return isCommunityStaff(actor, community) ? ALLOWED : refused('NOT_ALLOWED')
}
