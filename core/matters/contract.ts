import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { SERVICE_CODES } from './catalogue'
import { CLOSING_LABELS, type ClosingAct } from './labels'
import { TEAM_KINDS } from './policy'
import { LEVELS, MATTER_ACT_NAMES, MATTER_STATES, OUTCOMES, PERSON_ACTS } from './workflow'

/** Limits of a report (domain.md 5): nothing but the title is required. */
export const TITLE_LENGTH = 60
export const TEXT_LENGTH = 2000
export const NOTE_LENGTH = 500
export const FLOOR_LENGTH = 20

const communityParams = z.object({ communityId: id })
const matterParams = z.object({ communityId: id, matterId: id })
const state = z.enum(MATTER_STATES)
const closedBy = z.nullable(z.enum(Object.keys(CLOSING_LABELS) as [ClosingAct, ...ClosingAct[]]))

const standing = {
  state,
  level: z.enum(LEVELS),
  holderName: z.string(),
  leadName: z.nullable(z.string()),
  outcome: z.nullable(z.enum(OUTCOMES)),
  closedBy,
  resolvedAt: z.nullable(instant),
  changedAt: instant,
  mine: z.boolean(),
  awaitsAnswer: z.boolean(),
}

/** A matter in a list. `title` is the reporter's words, or the service's name for who may not read them. */
export const matterItem = z.object({
  matterId: id,
  title: z.string(),
  serviceCode: z.enum(SERVICE_CODES),
  placeName: z.string(),
  submittedAt: instant,
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
})

export const matterView = z.object({
  matterId: id,
  communityId: id,
  title: z.string(),
  /** Null when there is none, or when the reader may not see the reporter's words. */
  text: z.nullable(z.string()),
  /** The reader sees the reporter's own words. */
  wordsShown: z.boolean(),
  serviceCode: z.enum(SERVICE_CODES),
  placeId: id,
  placeName: z.string(),
  floor: z.nullable(z.string()),
  submittedAt: instant,
  ...standing,
  /** Counts acts; a caller sends it back so that nobody acts on a screen that is out of date. */
  revision: z.int(),
  timeline: z.array(timelineEntry),
  acts: z.array(z.enum(PERSON_ACTS)),
})
export type MatterView = z.output<typeof matterView>

export const reportMatterEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/matters',
  summary: '报事；住户报自己社区的，别人扫门口的码报',
  params: communityParams,
  body: z.object({
    placeId: id,
    doorCode: z.optional(z.string().check(z.maxLength(32))),
    serviceCode: z.enum(SERVICE_CODES),
    title: requiredText(TITLE_LENGTH),
    text: optionalText(TEXT_LENGTH),
    floor: optionalText(FLOOR_LENGTH),
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
  summary: '签收、请人办、办理、写结果、确认、核实',
  params: matterParams,
  body: z.object({
    act: z.enum(PERSON_ACTS),
    revision: z.int(),
    /** What was done, or why: shown on the timeline. */
    note: optionalText(NOTE_LENGTH),
    /** With `assign`. */
    team: z.optional(z.object({ kind: z.enum(TEAM_KINDS), placeId: id })),
    /** With `resolve`. */
    outcome: z.optional(z.enum(OUTCOMES)),
  }),
  response: matterView,
})

export const teamItem = z.object({
  kind: z.enum(TEAM_KINDS),
  placeId: id,
  name: z.string(),
  /** Official names of who would go, at most three. */
  members: z.array(z.string()),
})
export type TeamItem = z.output<typeof teamItem>

export const listTeamsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/matters/:matterId/teams',
  summary: '这件事可以请哪些队伍来办，最近的在前',
  params: matterParams,
  response: z.object({ items: z.array(teamItem) }),
})

export const DESK_LISTS = ['unassigned', 'mine', 'to_verify'] as const
export type DeskList = (typeof DESK_LISTS)[number]
export const DESK_LIST_LABELS: Record<DeskList, string> = {
  unassigned: '没人接',
  mine: '我手上',
  to_verify: '等核实',
}

const deskCounts = z.object({ unassigned: z.int(), mine: z.int(), to_verify: z.int() })

/** Counts stop here; the screen shows "99+". */
export const COUNT_CAP = 99

export const readDeskEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/desk',
  summary: '工作台：没人接、我手上、等核实',
  params: communityParams,
  query: z.object({ list: z.enum(DESK_LISTS), cursor }),
  response: z.object({ ...pageOf(matterItem).shape, counts: z.nullable(deskCounts) }),
})
export type DeskCounts = z.output<typeof deskCounts>

export const homeView = z.object({
  place: z.object({ placeId: id, name: z.string(), pathName: z.string() }),
  /** My place and what it lies in, to switch between. */
  places: z.array(z.object({ placeId: id, name: z.string() })),
  /** What waits for me, at most 3. */
  waiting: z.array(matterItem),
  desk: z.nullable(deskCounts),
  feed: pageOf(matterItem),
  unread: z.int(),
})
export type HomeView = z.output<typeof homeView>

export const readHomeEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/home',
  summary: '首页：我的地方、等我的事、最近的事',
  params: communityParams,
  query: z.object({ placeId: z.optional(id) }),
  response: homeView,
})
