import type { PhotoMoment, PhotoState, PhotoSubject } from '#core/photos'
import type { Instant, InstantOrNull } from './columns'

interface Photos {
  community_id: string
  photo_id: string
  owner_id: string
  state: PhotoState
  /** Of the display picture, in pixels. */
  width: number
  height: number
  /** From here on null until it is attached. */
  subject_kind: PhotoSubject | null
  subject_id: string | null
  moment: PhotoMoment | null
  /** The step of the subject's timeline; 0: none. */
  seq: number | null
  position: number | null
  created_at: Instant
  attached_at: InstantOrNull
}

/** Tables of photos. */
export interface PhotoTables {
  photos: Photos
}
