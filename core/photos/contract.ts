import { z } from 'zod/mini'
import { endpoint, id } from '../contract'
import { PHOTO_BYTES, PHOTO_TYPES, PHOTOS_PER_THING } from './limits'
import { PHOTO_MOMENTS } from './words'

/** Photos that come with a matter, an act or a reply: uploaded before, each once, at most nine. */
export const photoIds = z._default(
  z.array(id).check(
    z.maxLength(PHOTOS_PER_THING, 'PHOTOS_TOO_MANY'),
    z.refine((ids: string[]) => new Set(ids).size === ids.length, 'PHOTO_UNKNOWN'),
  ),
  [],
)

/** A photo as one reader may load it. The addresses begin with `/api`, need no headers, and hold for some hours. */
export const photoView = z.object({
  photoId: id,
  moment: z.enum(PHOTO_MOMENTS),
  /** The step of the timeline it came with; 0: with the thing itself. */
  seq: z.int(),
  /** Of the display picture, in pixels. */
  width: z.int(),
  height: z.int(),
  thumbUrl: z.string(),
  displayUrl: z.string(),
  /** The reader took it. */
  mine: z.boolean(),
})
export type PhotoView = z.output<typeof photoView>

export const uploadPhotoEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/photos',
  summary: '传一张照片，之后随事情或回复一起交',
  params: z.object({ communityId: id }),
  upload: { maxBytes: PHOTO_BYTES, types: PHOTO_TYPES },
  response: photoView,
})
