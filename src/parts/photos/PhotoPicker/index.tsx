import { Image, View } from '@tarojs/components'
import { PHOTOS_PER_THING } from '#core/photos'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { State } from '@/components/State'
import { absolute } from '@/platform/preview-photos'
import { isLost, type PickedPhoto } from '../kept-photos'
import { PhotoCover } from '../PhotoCover'
import type { Photos } from '../usePhotos'
import { PHOTO_WORDS } from '../words'

export interface PhotoPickerProps {
  photos: Photos
  label?: string
  hint?: string
  /** A refusal about the photos. */
  error?: string
}

/** 拍张照: the photos of a form, with the way to take more. */
export function PhotoPicker({
  photos,
  label = PHOTO_WORDS.ask,
  hint = PHOTO_WORDS.askHint,
  error,
}: PhotoPickerProps) {
  const { items, toCover, add, use, skip } = photos
  const isFull = items.length >= PHOTOS_PER_THING
  const failed = items.find(({ state }) => state === 'failed')
  return (
    <View className="field" {...aria({ role: 'group', label })}>
      <View className="ask" {...aria({ hidden: true })}>
        {label}
        {hint && <View className="ask__hint aside-inline">　{hint}</View>}
      </View>
      <View className="shots text--gap">
        {items.map((item, index) => (
          <Shot key={item.id} item={item} number={index + 1} photos={photos} />
        ))}
        {isFull ? (
          <View className="shots__full text--small text--quiet">{PHOTO_WORDS.full(PHOTOS_PER_THING)}</View>
        ) : (
          <Press className="shots__add" onPress={add}>
            <Icon name="camera" />
            <View>{items.length === 0 ? PHOTO_WORDS.first : PHOTO_WORDS.more}</View>
          </Press>
        )}
      </View>
      <View {...aria({ live: 'polite' })}>
        {(error ?? failed?.message) && (
          <State icon="alert" tone="late" gap>
            {error ?? failed?.message ?? ''}
          </State>
        )}
      </View>
      {toCover && <PhotoCover key={toCover.file} {...toCover} onDone={use} onDrop={skip} />}
    </View>
  )
}

interface ShotProps {
  item: PickedPhoto
  number: number
  photos: Photos
}

function Shot({ item, number, photos }: ShotProps) {
  const { id, state, shown } = item
  return (
    <View className="shots__one">
      <View className="photo photo--tile">
        <Image
          className={classes('photo__img', state !== 'sent' && 'photo__img--pale')}
          src={absolute(shown)}
          mode="aspectFill"
          {...aria({ role: 'img', label: PHOTO_WORDS.one(number) })}
        />
      </View>
      {state === 'failed' && !isLost(item) ? (
        <Press className="shots__state" label={PHOTO_WORDS.retry(number)} onPress={() => photos.retry(id)}>
          <Icon name="retry" size="s" />
          <View>{PHOTO_WORDS.again}</View>
        </Press>
      ) : (
        state !== 'sent' && (
          <View className="shots__state" {...aria({ role: 'status' })}>
            {stateInWords(item)}
          </View>
        )
      )}
      <Press className="shots__drop" label={PHOTO_WORDS.remove(number)} onPress={() => photos.remove(id)}>
        <View className="shots__cross">
          <Icon name="cross" size="s" />
        </View>
      </Press>
    </View>
  )
}

function stateInWords(item: PickedPhoto): string {
  if (isLost(item)) return PHOTO_WORDS.failed
  return item.state === 'sending' ? PHOTO_WORDS.sending(item.percent) : PHOTO_WORDS.waiting
}
