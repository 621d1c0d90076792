import { View } from '@tarojs/components'
import { INBOX_CHOICE_LABELS, INBOX_TOPIC_LABELS, INBOX_TOPIC_TEXTS, type TopicChoice } from '#core/inbox'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CHOICES } from '../../words'
import { useChoices } from './useChoices'

/** 消息设置: which messages come at once, once a day, or quietly. */
export default function ChoicesPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.inboxChoices, query) ? <Choices communityId={query.communityId ?? ''} /> : null
}

function Choices({ communityId }: { communityId: string }) {
  const choices = useChoices(communityId)
  return (
    <Screen title={CHOICES.title}>
      <FourFaces
        state={choices.state}
        skeleton={<SkeletonRows />}
        errorTitle={CHOICES.failed}
        isEmpty={(topics) => topics.length === 0}
        empty={<Blank art="window" title={CHOICES.empty} />}
      >
        {(topics) => (
          <>
            <Card flush>
              {topics.map((one) => (
                <Topic key={one.topic} one={one} onPress={() => choices.change(one)} />
              ))}
            </Card>
            <Note gap>{CHOICES.note}</Note>
          </>
        )}
      </FourFaces>
      <ChoiceSheet choices={choices} />
    </Screen>
  )
}

function Topic({ one, onPress }: { one: TopicChoice; onPress: () => void }) {
  const title = INBOX_TOPIC_LABELS[one.topic]
  const chosen = INBOX_CHOICE_LABELS[one.choice]
  return (
    <Item
      strong
      title={title}
      text={
        <>
          {INBOX_TOPIC_TEXTS[one.topic]}
          <View className="text--strong">{chosen}</View>
        </>
      }
      onPress={onPress}
    />
  )
}

function ChoiceSheet({ choices }: { choices: ReturnType<typeof useChoices> }) {
  const { changing, failure, close, choose } = choices
  return (
    <Sheet
      open={changing !== undefined}
      title={changing ? INBOX_TOPIC_LABELS[changing.topic] : ''}
      onClose={close}
    >
      {failure && <FailureNote failure={failure} />}
      {changing && (
        <ChoiceList
          label={INBOX_TOPIC_LABELS[changing.topic]}
          options={changing.choices.map((value) => ({ value, title: INBOX_CHOICE_LABELS[value] }))}
          value={changing.choice}
          onChange={choose}
        />
      )}
      {changing && changing.choices.length < 3 && <Note gap>{INBOX_TOPIC_TEXTS[changing.topic]}</Note>}
    </Sheet>
  )
}
