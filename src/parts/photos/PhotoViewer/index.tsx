import { Image, View } from '@tarojs/components'
import { useId } from 'react'
import type { PhotoView } from '#core/photos'
import { aria } from '@/components/aria'
import { Button } from '@/components/Button'
import { useModalFocus } from '@/platform/focus'
import { absolute } from '@/platform/preview-photos'
import type { Look } from '../useLook'
import { LOOK_WORDS, PHOTO_WORDS } from '../words'

export interface PhotoViewerProps {
  photos: readonly PhotoView[]
  look: Look
}

/** One photo over the whole window, on the H5 site. Shown while one is open. */
export function PhotoViewer({ photos, look }: PhotoViewerProps) {
  return look.shown === undefined ? null : <Opened photos={photos} look={look} at={look.shown} />
}

function Opened({ photos, look, at }: PhotoViewerProps & { at: number }) {
  const id = `viewer${useId().replace(/\W/g, '')}`
  useModalFocus(true, id, look.close)
  const next = (step: 1 | -1) => {
    for (let index = at + step; index >= 0 && index < photos.length; index += step)
      if (!look.isCovered(photos[index]?.photoId ?? '')) return index
    return undefined
  }
  const [before, after] = [next(-1), next(1)]
  const name = PHOTO_WORDS.one(at + 1)
  return (
    <View id={id} className="viewer" {...aria({ role: 'dialog', modal: true, label: name })}>
      <Image
        className="viewer__img"
        mode="aspectFit"
        src={absolute(photos[at]?.displayUrl ?? '')}
        {...aria({ role: 'img', label: name })}
      />
      <View className="viewer__acts">
        {before !== undefined && (
          <Button variant="secondary" onPress={() => look.open(before)}>
            {LOOK_WORDS.previous}
          </Button>
        )}
        <Button variant="secondary" onPress={look.close}>
          {LOOK_WORDS.close}
        </Button>
        {after !== undefined && (
          <Button variant="secondary" onPress={() => look.open(after)}>
            {LOOK_WORDS.next}
          </Button>
        )}
      </View>
    </View>
  )
}
