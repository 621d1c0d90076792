import { View } from '@tarojs/components'
import { BOARD_LABELS, boardStateInWords, type BoardTopicItem } from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { State } from '@/components/State'
import type { BoardActs } from '../../useBoardActs'
import { BOARD_WORDS, TOPIC_WORDS } from '../../topic-words'
import type { TopicActs } from '../../useTopicActs'
import { SecondRow } from '../TopicCard'

export interface BoardCardProps {
  topic: BoardTopicItem
  seconding: TopicActs
  acts: BoardActs
  onOpen: () => void
  onOpenRound: (roundId: string) => void
}

/** A topic on the board: how many homes second it, where it stands, and the one thing to do. */
export function BoardCard({ topic, seconding, acts, onOpen, onOpenRound }: BoardCardProps) {
  const { title, byName, declined, round, mayConvene, mayDecline } = topic
  const standing = boardStateInWords(topic, new Date())
  return (
    <Card flush gap>
      <Item strong title={title} text={TOPIC_WORDS.by(byName)} onPress={onOpen} />
      <View className="topic__rest">
        <SecondRow topic={topic} acts={seconding} />
        {standing && <State icon="clock">{standing}</State>}
        {declined && <Note title={BOARD_WORDS.declined(declined.byName)}>{declined.reason}</Note>}
        {mayConvene && (
          <Button
            block
            label={`${BOARD_LABELS.convene}：${title}`}
            onPress={() => acts.press(topic, 'convene')}
          >
            {BOARD_LABELS.convene}
          </Button>
        )}
        {mayDecline && (
          <Button
            variant="quiet"
            label={`${BOARD_LABELS.decline}：${title}`}
            onPress={() => acts.press(topic, 'decline')}
          >
            {BOARD_LABELS.decline}
          </Button>
        )}
        {round && (
          <Button
            variant="quiet"
            label={`${BOARD_WORDS.seeRound}：${round.question}`}
            onPress={() => onOpenRound(round.roundId)}
          >
            {BOARD_WORDS.seeRound}
          </Button>
        )}
      </View>
    </Card>
  )
}
