import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { PHOTO_MOMENT_LABELS, type PhotoView } from '#core/photos'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { absolute } from '@/platform/preview-photos'
import { PhotoViewer } from '../PhotoViewer'
import { useLook, type Look } from '../useLook'
import { LOOK_WORDS } from '../words'

export interface PhotoStripProps {
  photos: readonly PhotoView[]
  /** What is read out of each; the moment it was taken when left out. */
  name?: string
  /** Covered until pressed: staff see a report at once, before anybody checked its photos. */
  blurred?: boolean
}

/** Photos in a row that wraps, small; a press shows one large. */
export function PhotoStrip({ photos, name, blurred = false }: PhotoStripProps) {
  const look = useLook(photos, blurred)
  if (photos.length === 0) return null
  return (
    <View className="shots">
      {photos.map((photo, index) => (
        <View key={photo.photoId} className="shots__one">
          <LookAt
            photo={photo}
            index={index}
            of={photos.length}
            look={look}
            shape="tile"
            name={name ?? PHOTO_MOMENT_LABELS[photo.moment]}
          />
        </View>
      ))}
      <PhotoViewer photos={photos} look={look} />
    </View>
  )
}

export interface LookAtProps {
  photo: PhotoView
  index: number
  of: number
  look: Look
  shape: 'tile' | 'wide'
  name: string
}

/** One photo that can be pressed: first to uncover it, then to see it large. */
export function LookAt({ photo, index, of, look, shape, name }: LookAtProps) {
  const [gone, setGone] = useState(false)
  const covered = look.isCovered(photo.photoId)
  const words = of > 1 ? LOOK_WORDS.look(name, index + 1) : LOOK_WORDS.lookOne(name)
  const press = () => (covered ? look.uncover(photo.photoId) : look.open(index))
  return (
    <Press
      className={classes('photo', `photo--${shape}`, 'photo--press')}
      label={covered ? LOOK_WORDS.blurred(name) : words}
      onPress={press}
    >
      {gone ? (
        <View className="photo__gone text--small">{LOOK_WORDS.gone}</View>
      ) : (
        <Image
          className={classes('photo__img', covered && 'photo__img--blurred')}
          mode="aspectFill"
          lazyLoad
          src={absolute(photo.thumbUrl)}
          onError={() => setGone(true)}
          {...aria({ hidden: true })}
        />
      )}
      {covered && !gone && (
        <View className="photo__veil text--small">
          <Icon name="eye" size="s" />
          <View>{LOOK_WORDS.tapToSee}</View>
        </View>
      )}
    </Press>
  )
}
