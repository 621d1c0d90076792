import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { homesInWords, phaseOf, ROUND_KIND, ROUND_STATE_LABELS, type RoundItem } from '#core/rounds'
import { Card } from '@/components/Card'
import { Kind } from '@/components/Kind'
import { State } from '@/components/State'

export interface RoundCardProps {
  round: RoundItem
  onOpen: (roundId: string) => void
}

/** A round in a list: what is talked about, where and when, and which step it is in. */
export function RoundCard({ round, onOpen }: RoundCardProps) {
  const { roundId, question, placeName, homesTakingPart, meetsAt, meetsWhere, state } = round
  const meets = [meetsAt && momentInWords(meetsAt, new Date()), meetsWhere].filter(Boolean).join('，')
  return (
    <Card onPress={() => onOpen(roundId)}>
      <View className="feed__meta">
        <Kind icon="circle" tone="round">
          {ROUND_KIND}
        </Kind>
        <View className="feed__when">{placeName}</View>
      </View>
      <View className="feed__title">{question}</View>
      {meets && phaseOf(state) && <View className="feed__text">{meets}</View>}
      <State icon={phaseOf(state) ? 'clock' : 'info'} gap>
        {[ROUND_STATE_LABELS[state], homesInWords(homesTakingPart)].join('，')}
      </State>
    </Card>
  )
}
