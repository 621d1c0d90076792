import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { MEMBER_ACT_NAMES, MEMBER_STATES } from './member'
import {
  ASKING_NOTE_LENGTH,
  ORGANISATION_ACT_NAMES,
  ORGANISATION_DOES_LENGTH,
  ORGANISATION_KINDS,
  ORGANISATION_NAME_LENGTH,
  ORGANISATION_REASON_LENGTH,
  ORGANISATION_STATES,
} from './organisation'
import { VOLUNTEER_ACT_NAMES, VOLUNTEER_STATES } from './volunteer'

const communityParams = z.object({ communityId: id })
const organisationParams = z.object({ communityId: id, organisationId: id })
const memberParams = z.object({ communityId: id, organisationId: id, memberId: id })
const personCode = z.string().check(z.minLength(1), z.maxLength(32))
const reason = optionalText(ORGANISATION_REASON_LENGTH)
const note = optionalText(ASKING_NOTE_LENGTH)

export const organisationView = z.object({
  organisationId: id,
  communityId: id,
  kind: z.enum(ORGANISATION_KINDS),
  name: z.string(),
  /** One line of what they do. */
  does: z.string(),
  state: z.enum(ORGANISATION_STATES),
  endedReason: z.nullable(z.string()),
  /** The reader's own latest part in it; of others nothing is said here. */
  standing: z.nullable(
    z.object({
      memberId: id,
      state: z.enum(MEMBER_STATES),
      reason: z.nullable(z.string()),
      acts: z.array(z.enum(MEMBER_ACT_NAMES)),
    }),
  ),
  mayAsk: z.boolean(),
  seesMembers: z.boolean(),
  acts: z.array(z.enum(ORGANISATION_ACT_NAMES)),
})
export type OrganisationView = z.output<typeof organisationView>

export const listOrganisationsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/organisations',
  summary: '互助组织，新的在前；mine=true 时是我申请了或加入了的',
  params: communityParams,
  query: z.object({ mine: z.optional(z.literal('true')), cursor }),
  response: pageOf(organisationView),
})

export const createOrganisationEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/organisations',
  summary: '成立一个互助组织，写明第一位负责人的编号',
  params: communityParams,
  body: z.object({
    kind: z.enum(ORGANISATION_KINDS),
    name: requiredText(ORGANISATION_NAME_LENGTH),
    does: requiredText(ORGANISATION_DOES_LENGTH),
    personCode,
  }),
  response: organisationView,
})

export const readOrganisationEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/organisations/:organisationId',
  summary: '一个互助组织，和我在里面的身份',
  params: organisationParams,
  response: organisationView,
})

export const endOrganisationEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/organisations/:organisationId/ending',
  summary: '不再办这个互助组织，写明为什么',
  params: organisationParams,
  body: z.object({ reason }),
  response: organisationView,
})

export const nameLeadEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/organisations/:organisationId/leads',
  summary: '请一位新的负责人，写他的编号',
  params: organisationParams,
  body: z.object({ personCode }),
  response: organisationView,
})

export const memberView = z.object({
  memberId: id,
  organisationId: id,
  communityId: id,
  mine: z.boolean(),
  personName: z.string(),
  state: z.enum(MEMBER_STATES),
  note: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  askedAt: instant,
  acts: z.array(z.enum(MEMBER_ACT_NAMES)),
})
export type MemberView = z.output<typeof memberView>

export const askToJoinEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/organisations/:organisationId/members',
  summary: '申请加入',
  params: organisationParams,
  body: z.object({ note }),
  response: organisationView,
})

export const MEMBER_LISTS = ['asked', 'inside'] as const
export type MemberList = (typeof MEMBER_LISTS)[number]

export const listMembersEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/organisations/:organisationId/members',
  summary: '成员，或等回话的人；只有负责人和社区工作人员看得到',
  params: organisationParams,
  query: z.object({ list: z.enum(MEMBER_LISTS), cursor }),
  response: pageOf(memberView),
})

export const actOnMemberEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/organisations/:organisationId/members/:memberId/acts',
  summary: '同意、不同意、撤回、请来负责、退出、请出去',
  params: memberParams,
  body: z.object({ act: z.enum(MEMBER_ACT_NAMES), reason }),
  response: memberView,
})

export const volunteerRequestView = z.object({
  requestId: id,
  communityId: id,
  mine: z.boolean(),
  personName: z.string(),
  /** What they can help with: for staff and themselves only. */
  note: z.nullable(z.string()),
  state: z.enum(VOLUNTEER_STATES),
  reason: z.nullable(z.string()),
  askedAt: instant,
  /** Until when one is a volunteer, once approved. */
  until: z.nullable(instant),
  acts: z.array(z.enum(VOLUNTEER_ACT_NAMES)),
})
export type VolunteerRequestView = z.output<typeof volunteerRequestView>

export const askToVolunteerEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/volunteer-requests',
  summary: '我想当志愿者',
  params: communityParams,
  body: z.object({ note }),
  response: volunteerRequestView,
})

export const VOLUNTEER_LISTS = ['mine', 'to_decide'] as const
export type VolunteerList = (typeof VOLUNTEER_LISTS)[number]

export const listVolunteerRequestsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/volunteer-requests',
  summary: '想当志愿者的申请：我的，或等社区回话的',
  params: communityParams,
  query: z.object({ list: z.enum(VOLUNTEER_LISTS), cursor }),
  response: pageOf(volunteerRequestView),
})

export const actOnVolunteerRequestEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/volunteer-requests/:requestId/acts',
  summary: '同意、不同意、撤回，不当志愿者了',
  params: z.object({ communityId: id, requestId: id }),
  body: z.object({ act: z.enum(VOLUNTEER_ACT_NAMES), reason }),
  response: volunteerRequestView,
})
