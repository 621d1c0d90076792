import { View } from '@tarojs/components'
import type { HomeView } from '#core/matters'
import type { MyCommunity } from '#core/people'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { HOME_WORDS } from '../../words'

export interface PlaceSheetProps {
  open: boolean
  places: HomeView['places']
  /** The place that is looked at. */
  here: string
  /** Communities of mine besides the one I am in. */
  others: readonly MyCommunity[]
  onPlace: (placeId: string) => void
  onCommunity: (communityId: string) => void
  onClose: () => void
}

/** From my building up to my community, and my other communities. */
export function PlaceSheet({ open, places, here, others, onPlace, onCommunity, onClose }: PlaceSheetProps) {
  return (
    <Sheet open={open} title={HOME_WORDS.placeSheet} onClose={onClose}>
      <ChoiceList
        label={HOME_WORDS.placeSheet}
        options={places.map(({ placeId, name }) => ({ value: placeId, title: name }))}
        value={here}
        onChange={onPlace}
      />
      {others.length > 0 && (
        <>
          <View className="sheet__label">{HOME_WORDS.otherCommunities}</View>
          <View className="list">
            {others.map(({ communityId, name, unread }) => (
              <Item
                key={communityId}
                title={name}
                fresh={unread > 0}
                onPress={() => onCommunity(communityId)}
              />
            ))}
          </View>
        </>
      )}
    </Sheet>
  )
}
