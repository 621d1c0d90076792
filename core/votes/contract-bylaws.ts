import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, optionalText, pageOf, requiredText } from '../contract'
import { photoView } from '../photos'
import { BYLAW_STATES } from './bylaw-states'
import { BYLAW_ACT_NAMES, BYLAW_CLAUSE_LENGTH, BYLAW_PHOTOS_AT_MOST, BYLAW_TITLE_LENGTH } from './bylaws'
import { VOTE_REASON_LENGTH } from './contract'

const communityParams = z.object({ communityId: id })
const bylawParams = z.object({ communityId: id, bylawId: id })

/** Bylaws as a list names them. */
export const bylawItem = z.object({
  bylawId: id,
  placeName: z.string(),
  title: z.string(),
  /** A day in Asia/Shanghai. */
  adoptedOn: z.iso.date(),
  state: z.enum(BYLAW_STATES),
})
export type BylawItem = z.output<typeof bylawItem>

/** Bylaws with their clause, the photos of the paper, and who did what, as they sign. */
export const bylawView = z.object({
  ...bylawItem.shape,
  communityId: id,
  clause: z.string(),
  photos: z.array(photoView),
  recordedBy: z.string(),
  recordedAt: instant,
  /** Who put them in force, refused to, or took them back. */
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(instant),
  endedBy: z.nullable(z.string()),
  endedAt: z.nullable(instant),
  /** Why they were refused or ended. */
  reason: z.nullable(z.string()),
  acts: z.array(z.enum(BYLAW_ACT_NAMES)),
})
export type BylawView = z.output<typeof bylawView>

export const listBylawsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/bylaws',
  summary: '备案的规约，新的在前',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(bylawItem),
})

export const readBylawEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/bylaws/:bylawId',
  summary: '一份规约：关于没交票怎么算的那一条、照片、谁备案、谁确认',
  params: bylawParams,
  response: bylawView,
})

export const recordBylawEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/bylaws',
  summary: '备案一份规约，附上照片，等书记确认',
  params: communityParams,
  body: z.object({
    placeId: id,
    title: requiredText(BYLAW_TITLE_LENGTH),
    clause: requiredText(BYLAW_CLAUSE_LENGTH),
    adoptedOn: z.iso.date(),
    /** Of the paper: at least one (`decideBylawPhotos`). */
    photoIds: z.array(id).check(
      z.maxLength(BYLAW_PHOTOS_AT_MOST, 'BYLAW_PHOTOS'),
      z.refine((ids: string[]) => new Set(ids).size === ids.length, 'PHOTO_UNKNOWN'),
    ),
  }),
  response: bylawView,
})

export const actOnBylawEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/bylaws/:bylawId/acts',
  summary: '确认规约、不认、收回、停用；确认了新的，同一个地方原来的就停用',
  params: bylawParams,
  body: z.object({ act: z.enum(BYLAW_ACT_NAMES), reason: optionalText(VOTE_REASON_LENGTH) }),
  response: bylawView,
})
