import { View } from '@tarojs/components'
import { PHOTO_MOMENT_LABELS, type PhotoMoment, type PhotoView } from '#core/photos'
import { LookAt, PhotoStrip } from '../PhotoStrip'
import { PhotoViewer } from '../PhotoViewer'
import { useLook } from '../useLook'
import { LOOK_WORDS } from '../words'

export interface PhotoPairProps {
  photos: readonly PhotoView[]
  /** Who took it, in words (张师傅拍的), where the reader didn't. */
  takenBy?: (photo: PhotoView) => string | undefined
  /** Covered until pressed. */
  blurred?: boolean
}

/** 修之前、修之后 side by side, from the latest work; what else there is stands below, small. */
export function PhotoPair({ photos, takenBy, blurred = false }: PhotoPairProps) {
  const lastOf = (moment: PhotoMoment) => {
    const all = photos.filter((photo) => photo.moment === moment)
    const seq = Math.max(...all.map((photo) => photo.seq))
    return all.filter((photo) => photo.seq === seq)
  }
  const large = [lastOf('before'), lastOf('after')].filter((group) => group.length > 0)
  const heads = large.flatMap(([head]) => (head ? [head] : []))
  const rest = photos.filter((photo) => !heads.includes(photo))
  return (
    <View>
      <View className="photos">
        {large.map((group) => (
          <One key={group[0]?.photoId} group={group} takenBy={takenBy} blurred={blurred} />
        ))}
      </View>
      {rest.length > 0 && (
        <View className="text--gap">
          <PhotoStrip photos={rest} blurred={blurred} />
        </View>
      )}
    </View>
  )
}

interface OneProps {
  group: readonly PhotoView[]
  takenBy: PhotoPairProps['takenBy']
  blurred: boolean
}

function One({ group, takenBy, blurred }: OneProps) {
  const look = useLook(group, blurred)
  const [photo] = group
  if (!photo) return null
  const name = PHOTO_MOMENT_LABELS[photo.moment]
  const by = photo.mine ? LOOK_WORDS.mine : takenBy?.(photo)
  return (
    <View className="photos__one">
      <LookAt photo={photo} index={0} of={1} look={look} shape="wide" name={name} />
      <View className="photos__cap">
        <View className="nobr text--strong">{name}</View>
        {by && <View className="nobr text--quiet">　{by}</View>}
        {group.length > 1 && <View className="nobr text--quiet">　{LOOK_WORDS.ofMany(group.length)}</View>}
      </View>
      <PhotoViewer photos={group} look={look} />
    </View>
  )
}
