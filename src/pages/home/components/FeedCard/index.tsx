import { Text, View } from '@tarojs/components'
import { dayInWords } from '#core/calendar'
import type { MatterItem } from '#core/matters'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { StateLine } from '@/features/matters/components/StateLine'
import { HOME_WORDS } from '../../words'

export interface FeedCardProps {
  matter: MatterItem
  /** The place whose feed it is; its own name is left out below it. */
  placeName: string
  onOpen: (matterId: string) => void
}

/** One matter in the feed of a place. */
export function FeedCard({ matter, placeName, onOpen }: FeedCardProps) {
  return (
    <Card onPress={() => onOpen(matter.matterId)}>
      <View className="feed__meta">
        <Kind icon="wrench">{HOME_WORDS.matter}</Kind>
        <View className="feed__when">
          {below(matter.placeName, placeName)}
          <Text className="aside-inline">{` · ${dayInWords(matter.submittedAt, new Date())}`}</Text>
        </View>
      </View>
      <View className="feed__title">{matter.title}</View>
      <StateLine matter={matter} gap />
    </Card>
  )
}

/** 湖光苑 3号楼 2单元, seen from 3号楼: 2单元. */
function below(pathName: string, placeName: string): string {
  const names = pathName.split(' ')
  const rest = names.slice(names.indexOf(placeName) + 1)
  return rest.join(' ') || placeName
}
