import { z } from 'zod/mini'
import { cursor, done, endpoint, id, pageOf, requiredText } from '../contract'
import { noticeItem } from '../notices'
import { voteToCast } from '../votes'
import { SERVICE_CODES } from './catalogue'
import { communityParams, matterItem } from './contract'
import { CHANNELS } from './matter'

export const DESK_LISTS = ['unassigned', 'mine', 'to_verify', 'to_reinspect', 'to_grant'] as const
export type DeskList = (typeof DESK_LISTS)[number]
export const DESK_LIST_LABELS: Record<DeskList, string> = {
  unassigned: '没人接',
  mine: '我手上',
  to_verify: '等核实',
  to_reinspect: '等复查',
  to_grant: '等同意',
}

const deskCounts = z.object({
  unassigned: z.int(),
  mine: z.int(),
  to_verify: z.int(),
  to_reinspect: z.int(),
  to_grant: z.int(),
})
export type DeskCounts = z.output<typeof deskCounts>

/** Counts stop here; the screen shows "99+". */
export const COUNT_CAP = 99

/** What a desk list is narrowed to; nothing that groups or filters staff by person (domain.md 5). */
const filter = z.object({
  serviceCode: z.optional(z.enum(SERVICE_CODES)),
  channel: z.optional(z.enum(CHANNELS)),
  placeId: z.optional(id),
})
export type DeskFilter = z.output<typeof filter>

export const readDeskEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/desk',
  summary: '工作台：没人接、我手上、等核实、等复查、等同意',
  params: communityParams,
  query: z.object({ list: z.enum(DESK_LISTS), cursor, ...filter.shape }),
  response: z.object({
    ...pageOf(matterItem).shape,
    counts: z.nullable(deskCounts),
    /** Words that wait for the caller's eye; null for who doesn't moderate, and on further pages. */
    moderation: z.nullable(z.int()),
  }),
})

export const FILTER_NAME_LENGTH = 12
/** More saved filters than this help nobody find anything. */
export const FILTERS_AT_MOST = 12

export const savedFilter = z.object({
  filterId: id,
  name: z.string(),
  list: z.enum(DESK_LISTS),
  placeName: z.nullable(z.string()),
  ...filter.shape,
})
export type SavedFilter = z.output<typeof savedFilter>

export const listDeskFiltersEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/desk/filters',
  summary: '我存的筛选',
  params: communityParams,
  response: z.object({ items: z.array(savedFilter) }),
})

export const saveDeskFilterEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/desk/filters',
  summary: '存一个筛选',
  params: communityParams,
  body: z.object({ name: requiredText(FILTER_NAME_LENGTH), list: z.enum(DESK_LISTS), ...filter.shape }),
  response: savedFilter,
})

export const deleteDeskFilterEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/desk/filters/:filterId',
  summary: '删掉一个筛选',
  params: z.object({ communityId: id, filterId: id }),
  response: done,
})

export const homeView = z.object({
  place: z.object({ placeId: id, name: z.string(), pathName: z.string() }),
  /** My place and what it lies in, to switch between. */
  places: z.array(z.object({ placeId: id, name: z.string() })),
  /** What waits for me, at most 3: votes that are open, first those that close first, then matters. */
  votes: z.array(voteToCast),
  waiting: z.array(matterItem),
  desk: z.nullable(deskCounts),
  /** On top of the place, or new to me: at most 3. */
  notices: z.array(noticeItem),
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
