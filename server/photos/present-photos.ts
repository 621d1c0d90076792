import type { PhotoView } from '#core/photos'
import { addressEndsAt, addressFor } from './address'
import type { AttachedPhoto } from './repository'

/** Who looks at photos, and when; a Context is one. */
export interface Viewing {
  photoKey: Buffer
  viewerId: string
  now: Date
}

type Shown = Omit<AttachedPhoto, 'subject'>

/** Photos as one reader may load them. Whoever calls has decided that this reader may see the thing. */
export function presentPhotos(photos: readonly Shown[], viewing: Viewing): PhotoView[] {
  return photos.map((photo) => presentPhoto(photo, viewing))
}

/** One photo as its reader may load it. */
export function presentPhoto(photo: Shown, { photoKey, viewerId, now }: Viewing): PhotoView {
  const { communityId, photoId, ownerId, moment, seq, width, height } = photo
  const until = addressEndsAt(now)
  const url = (size: 'thumb' | 'display') =>
    addressFor(photoKey, { communityId, photoId, size, viewerId, until })
  return {
    photoId,
    moment,
    seq,
    width,
    height,
    thumbUrl: url('thumb'),
    displayUrl: url('display'),
    mine: ownerId === viewerId,
  }
}
