import { View } from '@tarojs/components'
import { useState } from 'react'
import { ChoiceList } from '@/components/ChoiceList'
import { Icon } from '@/components/Icon'
import { Press } from '@/components/Press'
import { Sheet } from '@/components/Sheet'
import type { Together } from '../../useTogether'
import { TOGETHER_WORDS } from '../../words'

/** Where this is; who is at home in several communities changes it here, as on Home. */
export function CommunityHead({ together: { community, communities, moveTo } }: { together: Together }) {
  const [choosing, setChoosing] = useState(false)
  if (!community) return null
  const { name } = community
  if (communities.length < 2) {
    return (
      <View className="place">
        <View className="place__pick">
          <View className="place__name">{name}</View>
        </View>
      </View>
    )
  }
  return (
    <View className="place">
      <Press
        className="place__pick"
        label={TOGETHER_WORDS.changeCommunity(name)}
        onPress={() => setChoosing(true)}
      >
        <View className="place__name">
          <View>{name}</View>
          <View className="place__caret">
            <Icon name="down" />
          </View>
        </View>
      </Press>
      <Sheet open={choosing} title={TOGETHER_WORDS.communitySheet} onClose={() => setChoosing(false)}>
        <ChoiceList
          label={TOGETHER_WORDS.communitySheet}
          options={communities.map((one) => ({ value: one.communityId, title: one.name }))}
          value={community.communityId}
          onChange={(communityId) => {
            setChoosing(false)
            moveTo(communityId)
          }}
        />
      </Sheet>
    </View>
  )
}
