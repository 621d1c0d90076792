import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, pageOf } from '../contract'
import { placeView } from './contract'

const placeParams = z.object({ communityId: id, placeId: id })
const codeParams = z.object({ communityId: id, placeId: id, code: z.string().check(z.maxLength(32)) })

/** Codes that one sheet holds at most. */
export const SHEET_AT_MOST = 500
/** What below a place may get codes in one go, kind by kind. */
export const SHEET_KINDS = ['building', 'entrance', 'premises', 'facility'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]
/** Six on a page to cut out, or one that fills it. */
export const SHEET_LAYOUTS = ['cut', 'poster'] as const
export type SheetLayout = (typeof SHEET_LAYOUTS)[number]

export const doorCodeView = z.object({
  code: z.string(),
  placeId: id,
  issuedAt: instant,
  revokedAt: z.nullable(instant),
  /** Revoked because a new one took its place. */
  replaced: z.boolean(),
})
export type DoorCodeView = z.output<typeof doorCodeView>

export const issueDoorCodeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/places/:placeId/door-codes',
  summary: '给一个地方发门口的码',
  params: placeParams,
  response: doorCodeView,
})

export const listDoorCodesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/places/:placeId/door-codes',
  summary: '一个地方的码',
  params: placeParams,
  query: z.object({ cursor }),
  response: pageOf(doorCodeView),
})

export const revokeDoorCodeEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/places/:placeId/door-codes/:code',
  summary: '作废一个码',
  params: codeParams,
  response: done,
})

export const replaceDoorCodeEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/places/:placeId/door-codes/:code/replacement',
  summary: '换一个码：旧的当场作废，新的当场能用',
  params: codeParams,
  response: doorCodeView,
})

/** Where the sheet lies, and what is on it. */
export const doorSheetView = z.object({
  /** Address on this server; it needs no session and soon is worth nothing. */
  url: z.string(),
  codes: z.int(),
  /** Of them those that were issued for it. */
  issued: z.int(),
})
export type DoorSheetView = z.output<typeof doorSheetView>

export const printDoorCodesEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/places/:placeId/door-sheets',
  summary: '印门口的码：没有码的先发码；不写下面哪一种，就只印这一处',
  params: placeParams,
  body: z.object({ below: z.optional(z.enum(SHEET_KINDS)), layout: z.enum(SHEET_LAYOUTS) }),
  response: doorSheetView,
})

export const openDoorCodeEndpoint = endpoint({
  method: 'GET',
  path: '/door-codes/:code',
  summary: '扫到的码是哪儿',
  params: z.object({ code: z.string().check(z.maxLength(64)) }),
  response: placeView,
})
