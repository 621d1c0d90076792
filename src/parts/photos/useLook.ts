import { useCallback, useState } from 'react'
import type { PhotoView } from '#core/photos'
import { canPreview, previewPhotos } from '@/platform/preview-photos'

export interface Look {
  /** The photo that lies over the page (H5); WeChat has a viewer of its own. */
  shown: number | undefined
  open: (index: number) => void
  close: () => void
  /** Still covered: looked at only after a press that says so. */
  isCovered: (photoId: string) => boolean
  uncover: (photoId: string) => void
}

/** Looking at photos: opened large, and uncovered one by one where they are blurred. */
export function useLook(photos: readonly PhotoView[], blurred: boolean): Look {
  const [shown, setShown] = useState<number>()
  const [seen, setSeen] = useState<readonly string[]>([])
  const isCovered = (photoId: string) => blurred && !seen.includes(photoId)
  const open = (index: number) => {
    const visible = photos.filter(({ photoId }) => !isCovered(photoId))
    const chosen = photos[index]
    if (!chosen) return
    if (canPreview)
      previewPhotos(
        visible.map(({ displayUrl }) => displayUrl),
        chosen.displayUrl,
      )
    else setShown(index)
  }
  const uncover = useCallback((photoId: string) => setSeen((now) => [...now, photoId]), [])
  const close = useCallback(() => setShown(undefined), [])
  return { shown, open, close, isCovered, uncover }
}
