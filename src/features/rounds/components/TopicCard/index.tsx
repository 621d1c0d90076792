import { View } from '@tarojs/components'
import { SECOND_LABELS, TOPIC_ACT_LABELS, topicSecondsInWords, type TopicItem } from '#core/rounds'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Item } from '@/components/Item'
import { State } from '@/components/State'
import type { TopicActs } from '../../useTopicActs'
import { TOPIC_WORDS } from '../../topic-words'
import { TopicProposal } from '../TopicProposal'

export interface TopicCardProps {
  topic: TopicItem
  acts: TopicActs
  onOpen: () => void
}

/** A topic to second: what, by whom, how many homes, and the one big button. */
export function TopicCard({ topic, acts, onOpen }: TopicCardProps) {
  const { title, byName, mergedInto } = topic
  if (mergedInto)
    return (
      <Card flush gap>
        <Item title={title} text={TOPIC_WORDS.mergedInto(mergedInto.title)} onPress={onOpen} />
      </Card>
    )
  return (
    <Card flush gap>
      <Item strong title={title} text={TOPIC_WORDS.by(byName)} onPress={onOpen} />
      <View className="topic__rest">
        <SecondRow topic={topic} acts={acts} />
        <TopicProposal topic={topic} acts={acts} />
        {topic.acts.includes('ask_merge') && !topic.proposal && (
          <Button
            variant="quiet"
            label={`${TOPIC_ACT_LABELS.ask_merge}：${title}`}
            onPress={() => acts.press(topic, 'ask_merge')}
          >
            {TOPIC_ACT_LABELS.ask_merge}
          </Button>
        )}
      </View>
    </Card>
  )
}

/** How many homes want to talk about it, and mine: a big button, or that it counts already. */
export function SecondRow({ topic, acts }: Pick<TopicCardProps, 'topic' | 'acts'>) {
  const { topicId, title, seconds, secondsNeeded, seconded, maySecond, mayTakeBack } = topic
  const busy = acts.seconding === topicId
  const failure = acts.secondFailure?.topicId === topicId ? acts.secondFailure : undefined
  return (
    <>
      <State
        icon={seconds >= secondsNeeded ? 'check' : 'clock'}
        tone={seconds >= secondsNeeded ? 'ok' : 'wait'}
      >
        {topicSecondsInWords(seconds, secondsNeeded)}
      </State>
      {maySecond && (
        <View className="text--gap">
          <Button
            block
            variant="equal"
            busy={busy}
            busyWords={TOPIC_WORDS.sending}
            label={TOPIC_WORDS.secondFor(title)}
            onPress={() => acts.second(topic, true)}
          >
            {SECOND_LABELS.second}
          </Button>
        </View>
      )}
      {seconded && <View className="text--small text--quiet">{TOPIC_WORDS.seconded}</View>}
      {mayTakeBack && (
        <Button
          variant="quiet"
          busy={busy}
          busyWords={TOPIC_WORDS.sending}
          onPress={() => acts.second(topic, false)}
        >
          {SECOND_LABELS.takeBack}
        </Button>
      )}
      {failure && <FailureNote failure={failure} gap />}
    </>
  )
}
