import { useEffect, useRef } from 'react'
import { documentRefusedBy } from '#core/people'
import { uploadPhotoEndpoint } from '#core/photos'
import { withConsent } from '@/parts/consent/ask-consent'
import { ApiError } from '@/platform/call-endpoint'
import { randomId } from '@/platform/random-id'
import { sentenceOf } from '@/platform/readable-error'
import { uploadPhoto } from '@/platform/upload-photo'
import type { PickedPhoto } from './kept-photos'
import { PHOTO_WORDS } from './words'

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
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
    if (communityId === undefined) return
    for (const { id, state, sent, file } of items)
      if (state === 'sent' && sent?.communityId !== communityId)
        patch(id, {
          ...(file === undefined ? { state: 'failed', message: PHOTO_WORDS.lost } : { state: 'waiting' }),
          sent: undefined,
          key: undefined,
          percent: 0,
        })
    const next = items.find(({ state, file }) => state === 'waiting' && file !== undefined)
    if (busy.current || !next) return
    busy.current = true
    void send(next, communityId, patch).then(({ part, refused }) => {
      // Before the drawing that the patch brings about: it starts the next one.
      busy.current = false
      patch(next.id, part)
      if (refused) for (const { id, state } of latest.current) if (state === 'waiting') patch(id, part)
    })
  }, [items, communityId, patch])
}

interface Outcome {
  part: Partial<PickedPhoto>
  /** The reader did not consent: the others would only ask again. */
  refused?: boolean
}

/**
 * Answers how it ended. Somebody's first photo asks for consent, on the page's `<ConsentSheet />`. The key stays until
 * the photo has arrived: sent twice, it is one photo.
 */
async function send(
  { id, file = '', key: before }: PickedPhoto,
  communityId: string,
  patch: Patch,
): Promise<Outcome> {
  const key = before ?? (await randomId())
  try {
    const { photoId, thumbUrl } = await withConsent(() => {
      patch(id, { state: 'sending', percent: 0, key })
      const onProgress = inSteps((percent) => patch(id, { percent }))
      return uploadPhoto(uploadPhotoEndpoint, { params: { communityId }, file, key, onProgress })
    })
    return { part: { state: 'sent', percent: 100, sent: { photoId, thumbUrl, communityId, at: Date.now() } } }
  } catch (error) {
    const refused = error instanceof ApiError && documentRefusedBy(error.code) !== undefined
    return { part: { state: 'failed', percent: 0, message: sentenceOf(error) }, refused }
  }
}

function inSteps(tell: (percent: number) => void): (percent: number) => void {
  let told = 0
  return (percent) => {
    if (percent < told + STEP_PERCENT) return
    told = percent
    tell(percent)
  }
}
