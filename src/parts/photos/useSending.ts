import { useEffect, useRef } from 'react'
import { uploadPhotoEndpoint } from '#core/photos'
import { randomId } from '@/platform/random-id'
import { sentenceOf } from '@/platform/readable-error'
import { uploadPhoto } from '@/platform/upload-photo'
import type { PickedPhoto } from './kept-photos'

type Patch = (id: string, part: Partial<PickedPhoto>) => void

/** Progress is told in steps: each one is drawn. */
const STEP_PERCENT = 10

/**
 * Sends what waits, one after the other: on a bad network one photo that arrives is better than nine that don't. What
 * was sent to another community than the one that is chosen now is sent anew.
 */
export function useSending(
  items: readonly PickedPhoto[],
  communityId: string | undefined,
  patch: Patch,
): void {
  const busy = useRef(false)
  useEffect(() => {
    if (communityId === undefined) return
    for (const { id, state, sent, file } of items)
      if (state === 'sent' && sent?.communityId !== communityId)
        patch(id, {
          state: file === undefined ? 'failed' : 'waiting',
          sent: undefined,
          key: undefined,
          percent: 0,
        })
    const next = items.find(({ state, file }) => state === 'waiting' && file !== undefined)
    if (busy.current || !next) return
    busy.current = true
    void send(next, communityId, patch).then((outcome) => {
      // Before the drawing that the patch brings about: it starts the next one.
      busy.current = false
      patch(next.id, outcome)
    })
  }, [items, communityId, patch])
}

/** Answers how it ended. The key stays until the photo has arrived: sent twice, it is one photo. */
async function send(
  { id, file = '', key: before }: PickedPhoto,
  communityId: string,
  patch: Patch,
): Promise<Partial<PickedPhoto>> {
  const key = before ?? (await randomId())
  patch(id, { state: 'sending', percent: 0, key })
  let told = 0
  try {
    const { photoId, thumbUrl } = await uploadPhoto(uploadPhotoEndpoint, {
      params: { communityId },
      file,
      key,
      onProgress: (percent) => {
        if (percent < told + STEP_PERCENT) return
        told = percent
        patch(id, { percent })
      },
    })
    return { state: 'sent', percent: 100, sent: { photoId, thumbUrl, communityId, at: Date.now() } }
  } catch (error) {
    return { state: 'failed', percent: 0, message: sentenceOf(error) }
  }
}
