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
import { isCommunityStaff, type OrganisationState } from './organisation'

export const MEMBER_STATES = ['asked', 'member', 'lead', 'refused', 'withdrawn', 'left', 'removed'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

interface Transition {
  from: readonly MemberState[]
  to: MemberState
  /** The reason is shown to the person concerned. */
  needsReason: boolean
}

/** 互助组织的成员. One row per act: this table is the whole workflow. Nobody is added without asking. */
export const MEMBER_ACTS = {
  confirm: { from: ['asked'], to: 'member', needsReason: false },
  refuse: { from: ['asked'], to: 'refused', needsReason: true },
  withdraw: { from: ['asked'], to: 'withdrawn', needsReason: false },
  make_lead: { from: ['member'], to: 'lead', needsReason: false },
  leave: { from: ['member', 'lead'], to: 'left', needsReason: false },
  remove: { from: ['member', 'lead'], to: 'removed', needsReason: true },
} as const satisfies Record<string, Transition>
export type MemberAct = keyof typeof MEMBER_ACTS
export const MEMBER_ACT_NAMES = Object.keys(MEMBER_ACTS) as MemberAct[]

export const MEMBER_STATE_LABELS: Record<MemberState, string> = {
  asked: '等负责人回话',
  member: '是成员',
  lead: '是负责人',
  refused: '没有通过',
  withdrawn: '申请撤回了',
  left: '退出了',
  removed: '不在里面了',
}

export const MEMBER_ACT_LABELS: Record<MemberAct, string> = {
  confirm: '欢迎加入',
  refuse: '这次不行',
  withdraw: '撤回申请',
  make_lead: '请来负责',
  leave: '退出',
  remove: '请对方退出',
}

/** States in which an organisation acts through a person. */
export const INSIDE: readonly MemberState[] = ['member', 'lead']
/** States in which a person can't ask once more. */
const CURRENT: readonly MemberState[] = ['asked', ...INSIDE]

/** Whether an organisation acts through a person in this state. */
export function isInside(state: MemberState): boolean {
  return INSIDE.includes(state)
}

/** Whether this act ends being a member: what the organisation holds through the person is handed on. */
export function endsMembership(act: MemberAct, from: MemberState): boolean {
  return isInside(from) && !isInside(MEMBER_ACTS[act].to)
}

/** What the rules need to know of somebody's part in an organisation. */
export interface OrganisationMember extends Located {
  personId: string
  state: MemberState
  organisationState: OrganisationState
  /** Who leads the organisation now. */
  leadIds: readonly string[]
}

const isSelf: Rule<OrganisationMember> = (actor, member) => actor.personId === member.personId
const leadsIt: Rule<OrganisationMember> = (actor, { leadIds }) => leadIds.includes(actor.personId)
const inCharge = anyOf<OrganisationMember>(leadsIt, isCommunityStaff)
/** Nobody decides about themselves, whatever they hold. */
const inChargeOfOthers = allOf<OrganisationMember>(not(isSelf), inCharge)

export const memberPolicy: Record<MemberAct | 'read', Rule<OrganisationMember>> = {
  read: anyOf<OrganisationMember>(isSelf, inCharge),
  confirm: inChargeOfOthers,
  refuse: inChargeOfOthers,
  withdraw: isSelf,
  make_lead: inChargeOfOthers,
  leave: isSelf,
  remove: inChargeOfOthers,
}

const isLastLead = ({ state, leadIds }: OrganisationMember): boolean =>
  state === 'lead' && leadIds.length <= 1

/** Permission first: a stranger learns nothing about who is in it. An organisation is never left without a lead. */
export function decideMemberAct(
  actor: Actor,
  member: OrganisationMember,
  act: MemberAct,
  reason?: string,
): Decision {
  if (!memberPolicy.read(actor, member)) return refused('NOT_FOUND')
  if (!memberPolicy[act](actor, member)) return refused('NOT_ALLOWED')
  const transition: Transition = MEMBER_ACTS[act]
  if (member.organisationState !== 'in_force' || !transition.from.includes(member.state))
    return refused('STATE_CHANGED')
  if (endsMembership(act, member.state) && isLastLead(member)) return refused('ORGANISATION_LAST_LEAD')
  if (transition.needsReason && !reason) return refused('REASON_REQUIRED', 'reason')
  return ALLOWED
}

/** The buttons a page offers; leaving is offered to the last lead too, so that they are told what to do first. */
export function memberActsFor(actor: Actor, member: OrganisationMember): MemberAct[] {
  return MEMBER_ACT_NAMES.filter((act) => {
    const decision = decideMemberAct(actor, member, act, 'reason given on the page')
    return decision.allowed || (act === 'leave' && decision.code === 'ORGANISATION_LAST_LEAD')
  })
}

/** 想加入: into one that is in force, unless one waits for an answer there or is in it. */
export function decideAskToJoin(organisation: OrganisationState, standing: MemberState | null): Decision {
  if (organisation !== 'in_force') return refused('STATE_CHANGED')
  return standing !== null && CURRENT.includes(standing) ? refused('ORGANISATION_ALREADY_ASKED') : ALLOWED
}
