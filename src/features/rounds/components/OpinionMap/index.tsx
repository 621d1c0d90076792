import { View } from '@tarojs/components'
import { groupName, type OpinionPictureView } from '#core/rounds'
import { aria } from '@/components/aria'
import { OPINION_WORDS } from '../../statement-words'

/** Of hundredths from −100 to 100: where it stands in a box, in percent, away from its edges. */
const placeOf = (hundredths: number): string => `${50 + (hundredths * 36) / 100}%`

/** How far apart the groups think: a dot with the number of each. */
export function OpinionMap({ groups }: Pick<OpinionPictureView, 'groups'>) {
  const names = groups
    .map(({ people }, index) => `${groupName(index)} ${OPINION_WORDS.peopleIn(people)}`)
    .join('，')
  return (
    <View {...aria({ role: 'img', label: OPINION_WORDS.whereLabel(names) })}>
      <View className="opinions" {...aria({ hidden: true })}>
        {groups.map(({ x, y }, index) => (
          <View
            key={groupName(index)}
            className="opinions__dot"
            style={{ left: placeOf(x), top: placeOf(y) }}
          >
            {groupName(index)}
          </View>
        ))}
      </View>
      <View className="text--small text--quiet" {...aria({ hidden: true })}>
        {OPINION_WORDS.where}
      </View>
    </View>
  )
}
