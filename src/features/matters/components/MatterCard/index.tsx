import { View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import type { MatterItem } from '#core/matters'
import { Card } from '@/components/Card'
import { StateLine } from '../StateLine'

export interface MatterCardProps {
  matter: MatterItem
  /** What the card invites to; the whole card is the target. */
  go?: string
  onOpen: (matter: MatterItem) => void
}

/** A matter in a list on a phone. */
export function MatterCard({ matter, go, onOpen }: MatterCardProps) {
  return (
    <Card onPress={() => onOpen(matter)}>
      <View className="feed__title">{matter.title}</View>
      <View className="feed__text">{aboutOf(matter)}</View>
      <View className="job__foot">
        <View className="job__state">
          <StateLine matter={matter} />
        </View>
        {go && <View className="btn btn--secondary btn--s job__act">{go}</View>}
      </View>
    </Card>
  )
}

/** 湖光苑 3号楼 2单元 · 昨天. */
export function aboutOf({ placeName, submittedAt }: MatterItem): string {
  return `${placeName} · ${dayInWords(submittedAt, new Date())}`
}
