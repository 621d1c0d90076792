import { View } from '@tarojs/components'
import { TOPIC_ACT_LABELS, type TopicAct, type TopicItem } from '#core/rounds'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import type { TopicActs } from '../../useTopicActs'
import { TOPIC_WORDS } from '../../topic-words'

const ANSWERS: readonly TopicAct[] = ['agree_merge', 'refuse_merge']

/** Whether it may go into another: its author answers, with two equal buttons; who asked sees that they wait. */
export function TopicProposal({ topic, acts }: { topic: TopicItem; acts: TopicActs }) {
  const { proposal } = topic
  if (!proposal) return null
  const answers = topic.acts.filter((act) => ANSWERS.includes(act))
  const { title } = proposal.into
  return (
    <>
      <Note
        gap
        title={answers.length > 0 ? TOPIC_WORDS.asks(proposal.byName, title) : TOPIC_WORDS.asked(title)}
      >
        {TOPIC_WORDS.because(proposal.reason)}
      </Note>
      {answers.length > 0 && (
        <View className="equals text--gap-l">
          {answers.map((act) => (
            <View key={act} className="equals__one">
              <Button block variant="equal" onPress={() => acts.press(topic, act)}>
                {TOPIC_ACT_LABELS[act]}
              </Button>
            </View>
          ))}
        </View>
      )}
    </>
  )
}
