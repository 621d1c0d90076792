import { View } from '@tarojs/components'
import { DESK_LIST_LABELS, DESK_LISTS, type DeskCounts, type DeskList } from '#core/matters'
import { Card } from '@/components/Card'
import { Icon } from '@/components/Icon'
import { countInWords } from '@/parts/count'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { HOME_WORDS } from '../../words'

export interface DeskCardProps {
  communityId: string
  counts: DeskCounts
}

/** What is in my own hands comes before what anybody may take. */
const OPENED_FIRST: readonly DeskList[] = ['mine', ...DESK_LISTS]

/** 工作台, for who handles: how much waits in each of its lists. Opens one that holds something. */
export function DeskCard({ communityId, counts }: DeskCardProps) {
  const list = OPENED_FIRST.find((one) => counts[one] > 0)
  return (
    <Card onPress={() => goTo(ROUTES.desk, { communityId, list })}>
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
