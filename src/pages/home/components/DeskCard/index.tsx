import { View } from '@tarojs/components'
import { DESK_LIST_LABELS, DESK_LISTS, type DeskCounts } from '#core/matters'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { countInWords } from '@/features/matters/count'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { HOME_WORDS } from '../../words'

export interface DeskCardProps {
  communityId: string
  counts: DeskCounts
}

/** 工作台, for who handles: how much waits in each of its lists. Opens the first that holds something. */
export function DeskCard({ communityId, counts }: DeskCardProps) {
  const list = DESK_LISTS.find((one) => counts[one] > 0)
  const spoken = DESK_LISTS.map((one) => HOME_WORDS.pieces(DESK_LIST_LABELS[one], countInWords(counts[one])))
  return (
    <Card label={HOME_WORDS.deskSpoken(spoken)} onPress={() => goTo(ROUTES.desk, { communityId, list })}>
      <View className="card__head">
        <View className="card__title">{HOME_WORDS.desk}</View>
        <Icon name="right" size="s" quiet />
      </View>
      <View className="counts">
        {DESK_LISTS.map((one) => (
          <View key={one} className="counts__one">
            <View className="counts__number">{countInWords(counts[one])}</View>
            <View className="counts__what">{DESK_LIST_LABELS[one]}</View>
          </View>
        ))}
      </View>
    </Card>
  )
}
