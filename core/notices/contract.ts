import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf, requiredText } from '../contract'
import { unreadLeft } from '../inbox'
import { WORDS_STATES } from '../moderation'
import { photoIds, photoView } from '../photos'
import { NOTICE_REASON_LENGTH, NOTICE_TEXT_LENGTH, NOTICE_TITLE_LENGTH, PIN_DAYS } from './policy'

const communityParams = z.object({ communityId: id })
const noticeParams = z.object({ communityId: id, noticeId: id })
const pinDays = z.int().check(z.minimum(1), z.maximum(PIN_DAYS))

/** A notice in a list. */
export const noticeItem = z.object({
  noticeId: id,
  title: z.string(),
  /** The beginning of its text, in one line. */
  excerpt: z.string(),
  placeName: z.string(),
  /** 张师傅（楼栋长）. */
  byName: z.string(),
  unitName: z.string(),
  publishedAt: instant,
  pinned: z.boolean(),
  /** Not opened yet by the reader. */
  fresh: z.boolean(),
  withdrawn: z.boolean(),
})
export type NoticeItem = z.output<typeof noticeItem>

export const noticeView = z.object({
  ...noticeItem.shape,
  communityId: id,
  placeId: id,
  /** Null for a withdrawn one, but for its author and moderators. */
  text: z.nullable(z.string()),
  photos: z.array(photoView),
  mine: z.boolean(),
  wordsState: z.enum(WORDS_STATES),
  /** When `pinned` is false: to be on top until then, as soon as residents see it and there is room. */
  pinnedUntil: z.nullable(instant),
  withdrawnAt: z.nullable(instant),
  withdrawnReason: z.nullable(z.string()),
  /** How many of those it was told to have opened it; for its author and moderators. */
  counts: z.nullable(z.object({ readers: z.int(), told: z.int() })),
  /** Its publisher opened it to everybody: it may be shown in 朋友圈. */
  isPublic: z.boolean(),
  acts: z.array(z.enum(['pin', 'withdraw'])),
})
export type NoticeView = z.output<typeof noticeView>

export const publishNoticeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/notices',
  summary: '发通知',
  params: communityParams,
  body: z.object({
    placeId: id,
    title: requiredText(NOTICE_TITLE_LENGTH),
    text: requiredText(NOTICE_TEXT_LENGTH),
    photoIds,
    /** Stays on top for so many days; left out: not at all. */
    pinDays: z.optional(pinDays),
    /** May be read by everybody, signed in or not; left out: by residents of the place. */
    isPublic: z.optional(z.boolean()),
  }),
  response: noticeView,
})

/** A notice for everybody: what the unit says, without persons and pictures. */
export const publicNotice = z.object({
  noticeId: id,
  communityId: id,
  title: z.string(),
  text: z.string(),
  placeName: z.string(),
  unitName: z.string(),
  publishedAt: instant,
})
export type PublicNotice = z.output<typeof publicNotice>

export const readPublicNoticeEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/public-notices/:noticeId',
  summary: '一条公开的通知，不用登录',
  access: 'anyone',
  params: noticeParams,
  response: publicNotice,
})

export const listNoticesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/notices',
  summary: '一个地方和它上面的通知，新的在前；置顶的在第一页另给；mine=true 时是我发的',
  params: communityParams,
  query: z.object({ placeId: z.optional(id), mine: z.optional(z.literal('true')), cursor }),
  response: z.object({
    /** On top, on the first page only; not among the items. */
    pinned: z.array(noticeItem),
    ...pageOf(noticeItem).shape,
  }),
})

export const readNoticeEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/notices/:noticeId',
  summary: '一条通知',
  params: noticeParams,
  response: noticeView,
})

export const markNoticeReadEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/notices/:noticeId/read',
  summary: '看过一条通知',
  params: noticeParams,
  response: unreadLeft,
})

export const pinNoticeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/notices/:noticeId/pin',
  summary: '置顶几天；不写天数就是不再置顶',
  params: noticeParams,
  body: z.object({ pinDays: z.optional(pinDays) }),
  response: noticeView,
})

export const withdrawNoticeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/notices/:noticeId/withdrawal',
  summary: '撤回通知，写明为什么',
  params: noticeParams,
  body: z.object({ reason: requiredText(NOTICE_REASON_LENGTH) }),
  response: noticeView,
})
