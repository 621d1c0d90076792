import { useState } from 'react'
import { sentenceOf } from '@/platform/readable-error'
import { usePhotos, type Photos, type PhotosOptions } from './usePhotos'

interface SendWithPhotosOptions extends PhotosOptions {
  /** Called when all photos have arrived; true if it worked. */
  send: (sent: { photoIds: string[] }) => Promise<boolean>
}

interface SendWithPhotos {
  photos: Photos
  /** Waits for the photos, and sends. */
  send: () => void
  /** From the press until it is known how it ended. */
  waiting: boolean
  /** Why the photos could not be sent. */
  unsent?: string
}

/** A form with photos that is sent as soon as they have arrived; they are forgotten when that worked. */
export function useSendWithPhotos({ send, ...options }: SendWithPhotosOptions): SendWithPhotos {
  const photos = usePhotos(options)
  const [unsent, setUnsent] = useState<string>()
  const [waiting, setWaiting] = useState(false)
  return {
    photos,
    send: () => {
      setUnsent(undefined)
      setWaiting(true)
      photos
        .arrived()
        .then((photoIds) => send({ photoIds }))
        .then((worked) => worked && photos.clear())
        .catch((error: unknown) => setUnsent(sentenceOf(error)))
        .finally(() => setWaiting(false))
    },
    waiting,
    unsent,
  }
}
