import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { RELATIONS, ROLES } from '../permissions'
import { NICKNAME_LENGTH } from './contract-me'
import { GRANT_ACT_NAMES, GRANT_STATES } from './grant'
import { MEMBERSHIP_ACT_NAMES, MEMBERSHIP_STATES } from './membership'

const role = z.enum(ROLES)
export const REASON_LENGTH = 200

/** A session as the person sees it; the token itself is only in `signedIn`. */
export const sessionItem = z.object({
  sessionId: id,
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  current: z.boolean(),
})
export type SessionItem = z.output<typeof sessionItem>

export const signedIn = z.object({
  token: z.string(),
  expiresAt: instant,
  personId: id,
  /** The account was about to be closed, and by signing in stays. */
  closingCancelled: z.boolean(),
})
export type SignedIn = z.output<typeof signedIn>

const demoPerson = z.object({ personId: id, name: z.string(), does: z.string() })
export type DemoPerson = z.output<typeof demoPerson>

export const signInWithWechatEndpoint = endpoint({
  method: 'POST',
  path: '/sessions/wechat',
  summary: '用微信给的登录码登录',
  access: 'anyone',
  body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(256)) }),
  response: signedIn,
})

export const listDemoPersonsEndpoint = endpoint({
  method: 'GET',
  path: '/demo/persons',
  summary: '演示社区里的人；只有演示时才有',
  access: 'anyone',
  response: z.object({ items: z.array(demoPerson) }),
})

export const signInAsDemoPersonEndpoint = endpoint({
  method: 'POST',
  path: '/sessions/demo',
  summary: '以演示社区里的一个人登录；只有演示时才有',
  access: 'anyone',
  body: z.object({ personId: id }),
  response: signedIn,
})

export const listSessionsEndpoint = endpoint({
  method: 'GET',
  path: '/me/sessions',
  summary: '我登录着的设备',
  query: z.object({ cursor }),
  response: pageOf(sessionItem),
})

export const revokeOtherSessionsEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/sessions',
  summary: '除了这一台，别的设备都退出',
  response: done,
})

export const revokeSessionEndpoint = endpoint({
  method: 'DELETE',
  path: '/me/sessions/:sessionId',
  summary: '让一台设备退出',
  params: z.object({ sessionId: id }),
  response: done,
})

const communityParams = z.object({ communityId: id })

export const membershipView = z.object({
  membershipId: id,
  communityId: id,
  homeId: id,
  homeName: z.string(),
  mine: z.boolean(),
  personName: z.string(),
  relation: z.enum(RELATIONS),
  isAdult: z.boolean(),
  note: z.nullable(z.string()),
  state: z.enum(MEMBERSHIP_STATES),
  reason: z.nullable(z.string()),
  askedAt: instant,
  /** When it ended; null while it hasn't. */
  endedAt: z.nullable(instant),
  acts: z.array(z.enum(MEMBERSHIP_ACT_NAMES)),
})
export type MembershipView = z.output<typeof membershipView>

export const askForHomeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/memberships',
  summary: '申请绑定一户',
  params: communityParams,
  body: z.object({
    homeId: id,
    relation: z.enum(RELATIONS),
    isAdult: z.boolean(),
    note: optionalText(REASON_LENGTH),
  }),
  response: membershipView,
})

export const MEMBERSHIP_LISTS = ['mine', 'to_decide', 'household'] as const
export type MembershipList = (typeof MEMBERSHIP_LISTS)[number]

export const listMembershipsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/memberships',
  summary: '绑定申请：我的、等我确认的、和我同住的',
  params: communityParams,
  query: z.object({ list: z.enum(MEMBERSHIP_LISTS), cursor }),
  response: pageOf(membershipView),
})

export const readMembershipEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/memberships/:membershipId',
  summary: '一个绑定申请',
  params: z.object({ communityId: id, membershipId: id }),
  response: membershipView,
})

export const actOnMembershipEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/memberships/:membershipId/acts',
  summary: '确认、拒绝、撤回绑定，提出和核对异议，搬走',
  params: z.object({ communityId: id, membershipId: id }),
  body: z.object({ act: z.enum(MEMBERSHIP_ACT_NAMES), reason: optionalText(REASON_LENGTH) }),
  response: membershipView,
})

export const grantView = z.object({
  grantId: id,
  regionId: id,
  role,
  officialName: z.string(),
  placeId: id,
  placeName: z.string(),
  isLead: z.boolean(),
  /** Holds a vacant office until somebody is in it. */
  isActing: z.boolean(),
  startsAt: instant,
  endsAt: instant,
  evidence: z.string(),
  state: z.enum(GRANT_STATES),
  reason: z.nullable(z.string()),
  acts: z.array(z.enum(GRANT_ACT_NAMES)),
})
export type GrantView = z.output<typeof grantView>

export const proposeGrantEndpoint = endpoint({
  method: 'POST',
  path: '/regions/:regionId/grants',
  summary: '授予职务；两人职务等第二个人确认',
  params: z.object({ regionId: id }),
  body: z.object({
    personCode: z.string().check(z.minLength(1), z.maxLength(32)),
    role,
    placeId: id,
    officialName: requiredText(NICKNAME_LENGTH),
    isLead: z._default(z.boolean(), false),
    isActing: z._default(z.boolean(), false),
    startsAt: z.optional(instant),
    endsAt: instant,
    evidence: requiredText(500),
  }),
  response: grantView,
})

export const listGrantsEndpoint = endpoint({
  method: 'GET',
  path: '/regions/:regionId/grants',
  summary: '这里的职务',
  params: z.object({ regionId: id }),
  query: z.object({ cursor }),
  response: pageOf(grantView),
})

export const actOnGrantEndpoint = endpoint({
  method: 'POST',
  path: '/regions/:regionId/grants/:grantId/acts',
  summary: '确认、不同意或结束一个职务',
  params: z.object({ regionId: id, grantId: id }),
  body: z.object({ act: z.enum(GRANT_ACT_NAMES), reason: optionalText(REASON_LENGTH) }),
  response: grantView,
})
