import { z } from 'zod/mini'
import { chainOfView } from '../chain'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { WORDS_STATES } from '../moderation'
import { callerPhone } from '../people'
import { photoIds, photoView } from '../photos'
import { MATTER_KINDS, SERVICE_CODES } from './catalogue'
import { CLOSING_LABELS, type ClosingAct } from './labels'
import { CHANNELS, STAFF_CHANNELS, TEAM_KINDS } from './matter'
import { VISIBILITIES } from './visibility'
import { LEVELS, MATTER_ACT_NAMES, MATTER_STATES, OUTCOMES, PERSON_ACTS, type PersonAct } from './workflow'

/** Limits of a report (domain.md 5): nothing but the title is required. */
export const TITLE_LENGTH = 60
export const TEXT_LENGTH = 2000
export const NOTE_LENGTH = 500
export const FLOOR_LENGTH = 20
/** 该由谁办: a name, not a text. */
export const OWNER_LENGTH = 60
const SUPPORTS_AT_MOST = 5

export const communityParams = z.object({ communityId: id })
export const matterParams = z.object({ communityId: id, matterId: id })
const closedBy = z.nullable(z.enum(Object.keys(CLOSING_LABELS) as [ClosingAct, ...ClosingAct[]]))
const team = z.object({ kind: z.enum(TEAM_KINDS), placeId: id })
/** A day in Asia/Shanghai. */
const day = z.iso.date()

/** How residents are shown to their neighbours (domain.md 5). */
export const SHOWN_AS = ['resident', 'nickname'] as const
export type ShownAs = (typeof SHOWN_AS)[number]

const standing = {
  state: z.enum(MATTER_STATES),
  level: z.enum(LEVELS),
  holderName: z.string(),
  leadName: z.nullable(z.string()),
  outcome: z.nullable(z.enum(OUTCOMES)),
  closedBy,
  resolvedAt: z.nullable(instant),
  changedAt: instant,
  reviewAt: z.nullable(instant),
  mine: z.boolean(),
  awaitsAnswer: z.boolean(),
}

/** A matter in a list. `title` is the reporter's words, or the service's name for who may not read them. */
export const matterItem = z.object({
  matterId: id,
  title: z.string(),
  serviceCode: z.enum(SERVICE_CODES),
  placeName: z.string(),
  floor: z.nullable(z.string()),
  channel: z.enum(CHANNELS),
  submittedAt: instant,
  /** Homes that met it, the reporter's not counted. */
  joinedHomes: z.int(),
  revision: z.int(),
  ...standing,
})
export type MatterItem = z.output<typeof matterItem>

const timelineEntry = z.object({
  seq: z.int(),
  act: z.enum(['submit', ...MATTER_ACT_NAMES]),
  at: instant,
  byName: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
  mine: z.boolean(),
  teamName: z.nullable(z.string()),
  outcome: z.nullable(z.enum(OUTCOMES)),
  note: z.nullable(z.string()),
  toName: z.nullable(z.string()),
  reviewAt: z.nullable(instant),
  channel: z.nullable(z.enum(CHANNELS)),
  /** Of a return: on which ground, and who is proposed instead. Staff only. */
  legalBasis: z.nullable(z.string()),
  proposedOwner: z.nullable(z.string()),
})

export const matterView = z.object({
  matterId: id,
  communityId: id,
  title: z.string(),
  /** Null when there is none, or when the reader may not see the reporter's words. */
  text: z.nullable(z.string()),
  /** The reader sees the reporter's own words. */
  wordsShown: z.boolean(),
  /** Told to reporter and staff: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  shownAs: z.enum(SHOWN_AS),
  /** What the reporter is called; null for a resident who isn't named. */
  reporterName: z.nullable(z.string()),
  serviceCode: z.enum(SERVICE_CODES),
  kind: z.enum(MATTER_KINDS),
  visibility: z.enum(VISIBILITIES),
  channel: z.enum(CHANNELS),
  placeId: id,
  placeName: z.string(),
  floor: z.nullable(z.string()),
  submittedAt: instant,
  ...standing,
  supportNames: z.array(z.string()),
  complainedName: z.nullable(z.string()),
  joinedHomes: z.int(),
  /** The reader joined it, or reported one that was merged into it. */
  joined: z.boolean(),
  mayJoin: z.boolean(),
  mayReadContact: z.boolean(),
  deferrals: z.int(),
  askedReviewAt: z.nullable(instant),
  reinspectAt: z.nullable(instant),
  mergedInto: z.nullable(id),
  /** The wish it came of. */
  fromWishId: z.nullable(id),
  /** Counts acts; a caller sends it back so that nobody acts on a screen that is out of date. */
  revision: z.int(),
  timeline: z.array(timelineEntry),
  /** Newest last; those of a result name the step they came with. */
  photos: z.array(photoView),
  /** Staff see residents' photos blurred until they tap (domain.md 5). */
  photosBlurred: z.boolean(),
  acts: z.array(z.enum(PERSON_ACTS)),
  chain: chainOfView,
})
export type MatterView = z.output<typeof matterView>

export const reportMatterEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/matters',
  summary: '报事；住户报自己社区的，别人扫门口的码报；巡查、上门、电话由工作人员记',
  params: communityParams,
  body: z.object({
    placeId: id,
    doorCode: z.optional(z.string().check(z.maxLength(32))),
    serviceCode: z.enum(SERVICE_CODES),
    title: requiredText(TITLE_LENGTH),
    text: optionalText(TEXT_LENGTH),
    floor: optionalText(FLOOR_LENGTH),
    shownAs: z._default(z.enum(SHOWN_AS), 'resident'),
    photoIds,
    /** A complaint: the unit it is about, which then neither triages nor handles it. */
    complained: z.optional(z.enum(TEAM_KINDS)),
    /** By staff: how they learnt of it. */
    channel: z.optional(z.enum(STAFF_CHANNELS)),
    /** Of who called or was visited, to reach them; sealed at once. */
    callerPhone: z.optional(callerPhone),
    /** The action item of a round as which it is handled: linked as it is reported. */
    itemId: z.optional(id),
    /** Recorded, handled and resolved in one act. */
    onSpot: z.optional(z.object({ outcome: z.enum(OUTCOMES), note: requiredText(NOTE_LENGTH), photoIds })),
  }),
  response: matterView,
})

export const listMyMattersEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/mine',
  summary: '我报过的事，新的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(matterItem),
})

export const listFeedEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/feed',
  summary: '一个地方最近的事',
  params: communityParams,
  query: z.object({ placeId: z.optional(id), cursor }),
  response: pageOf(matterItem),
})

export const readMatterEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/:matterId',
  summary: '一件事和它的办理进度',
  params: matterParams,
  response: matterView,
})

export const actOnMatterEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/matters/:matterId/acts',
  summary: '签收、请人办、办理、退回、放一放、写结果、确认、核实等各步',
  params: matterParams,
  body: z.object({
    act: z.enum(PERSON_ACTS as [PersonAct, ...PersonAct[]]),
    revision: z.int(),
    /** What was done, or why: shown on the timeline. */
    note: optionalText(NOTE_LENGTH),
    team: z.optional(team),
    supports: z.optional(z.array(team).check(z.maxLength(SUPPORTS_AT_MOST))),
    assigneeIds: z.optional(z.array(id).check(z.minLength(1), z.maxLength(SUPPORTS_AT_MOST))),
    outcome: z.optional(z.enum(OUTCOMES)),
    reviewOn: z.optional(day),
    intoMatterId: z.optional(id),
    legalBasis: optionalText(NOTE_LENGTH),
    proposedOwner: optionalText(OWNER_LENGTH),
    photoIds,
  }),
  response: matterView,
})

export const teamItem = z.object({
  kind: z.enum(TEAM_KINDS),
  placeId: id,
  name: z.string(),
  /** Official names of who would go, at most three. */
  members: z.array(z.string()),
  /** Of a restricted matter, which is given to persons: everyone it may be given to. */
  persons: z.array(z.object({ personId: id, name: z.string() })),
})
export type TeamItem = z.output<typeof teamItem>

export const listTeamsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/:matterId/teams',
  summary: '这件事可以请哪些队伍来办，最近的在前',
  params: matterParams,
  response: z.object({ items: z.array(teamItem) }),
})

export const readMatterContactEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/matters/:matterId/contact-readings',
  summary: '看报的人的电话；看过会记下来，本人看得到',
  params: matterParams,
  response: z.object({ phone: z.nullable(z.string()) }),
})
