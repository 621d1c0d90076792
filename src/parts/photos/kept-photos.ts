import { PHOTO_WAIT_HOURS } from '#core/photos'

/** A photo of a draft, as it is kept on this phone. */
export interface KeptPhoto {
  id: string
  /** Where it lies on this phone; left out where that doesn't outlive the page (H5). */
  file?: string
  /** What it became on the server, where, and when; left out until it has arrived. */
  sent?: { photoId: string; thumbUrl: string; communityId: string; at: number }
}

/** A photo in the picker. */
export interface PickedPhoto extends KeptPhoto {
  state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** 0 to 100 while it is being sent. */
  percent: number
  /** What is shown of it. */
  shown: string
  /** Why it could not be sent. */
  message?: string
  /** Under which it is sent, again and again until it has arrived. */
  key?: string
}

/** The server forgets what nobody used; some time is left for writing the rest. */
const HOLDS_MS = (PHOTO_WAIT_HOURS - 2) * 3_600_000

/** What of a stored draft is still understood. */
export function parseKeptPhotos(kept: unknown): KeptPhoto[] {
  return Array.isArray(kept) ? kept.filter(isKept) : []
}

function isKept(value: unknown): value is KeptPhoto {
  const { id, file, sent } = (value ?? {}) as Record<string, unknown>
  const { photoId, thumbUrl, communityId, at } = (sent ?? {}) as Record<string, unknown>
  const isText = (one: unknown) => typeof one === 'string'
  return (
    isText(id) &&
    (file === undefined || isText(file)) &&
    (sent === undefined || ([photoId, thumbUrl, communityId].every(isText) && typeof at === 'number'))
  )
}

/** A draft's photos in the picker again: what the server has forgotten is sent anew, what can't be is gone. */
export function pickedFrom(kept: readonly KeptPhoto[], now: number): PickedPhoto[] {
  return kept.flatMap(({ id, file, sent }): PickedPhoto[] => {
    if (sent && now - sent.at < HOLDS_MS)
      return [{ id, file, sent, state: 'sent', percent: 100, shown: file ?? sent.thumbUrl }]
    return file === undefined ? [] : [{ id, file, state: 'waiting', percent: 0, shown: file }]
  })
}

/** It can't be sent any more: on the server it isn't, and no longer on this phone either (H5, after the page was left). */
export function isLost({ file, state }: PickedPhoto): boolean {
  return file === undefined && state !== 'sent'
}

/** What of a picked photo a draft keeps. */
export function keptOf({ id, file, sent }: PickedPhoto, outlivesPage: boolean): KeptPhoto {
  return { id, ...(file !== undefined && outlivesPage ? { file } : {}), ...(sent ? { sent } : {}) }
}
