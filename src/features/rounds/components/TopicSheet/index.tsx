import { View } from '@tarojs/components'
import { TOPIC_ACT_LABELS, TOPIC_REASON_LENGTH, topicTransition, type TopicItem } from '#core/rounds'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { MERGE_WORDS, TOPIC_CONSEQUENCES, TOPIC_WORDS } from '../../topic-words'
import type { AskingTopic, TopicActs } from '../../useTopicActs'

export interface TopicSheetProps {
  acts: TopicActs
  /** Topics it may be asked to go into. */
  others: readonly TopicItem[]
}

/** What an act on a topic leads to, and what it needs, before it is sent. */
export function TopicSheet({ acts, others }: TopicSheetProps) {
  const { asking, close, send, busy, failure } = acts
  return (
    <Sheet open={asking !== undefined} title={asking ? TOPIC_ACT_LABELS[asking.act] : ''} onClose={close}>
      {asking && (
        <View>
          {topicTransition(asking.act).into && <MergeFields asking={asking} acts={acts} others={others} />}
          <Note gap>{TOPIC_CONSEQUENCES[asking.act]}</Note>
          {failure && !failure.field && <FailureNote failure={failure} gap />}
          <View className="sheet__acts">
            <Button busy={busy} busyWords={TOPIC_WORDS.sending} onPress={send}>
              {TOPIC_ACT_LABELS[asking.act]}
            </Button>
          </View>
        </View>
      )}
    </Sheet>
  )
}

function MergeFields({ asking, acts, others }: TopicSheetProps & { asking: AskingTopic }) {
  const { failure, change } = acts
  const targets = others.filter(
    ({ topicId, mergedInto }) => topicId !== asking.topic.topicId && mergedInto === null,
  )
  if (targets.length === 0) return <Note>{MERGE_WORDS.noOther}</Note>
  return (
    <>
      <View className="ask">{MERGE_WORDS.into}</View>
      <ChoiceList
        label={MERGE_WORDS.into}
        options={targets.map(({ topicId, title, byName }) => ({
          value: topicId,
          title,
          text: TOPIC_WORDS.by(byName),
        }))}
        {...(asking.intoId ? { value: asking.intoId } : {})}
        onChange={(intoId) => change({ intoId })}
      />
      {failure?.field === 'intoId' && (
        <State icon="alert" tone="late">
          {failure.message}
        </State>
      )}
      <Field
        label={MERGE_WORDS.reason}
        hint={MERGE_WORDS.reasonHint}
        placeholder={MERGE_WORDS.reasonPlaceholder}
        value={asking.reason}
        maxLength={TOPIC_REASON_LENGTH}
        multiline
        error={failure?.field === 'reason' ? failure.message : undefined}
        onChange={(reason) => change({ reason })}
      />
    </>
  )
}
