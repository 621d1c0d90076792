import { View } from '@tarojs/components'
import {
  hasReached,
  readTopicEndpoint,
  TOPIC_ACT_LABELS,
  TOPIC_KIND,
  topicStateInWords,
  type TopicView,
} from '#core/rounds'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Kind } from '@/components/Kind'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ChainCard } from '@/parts/chain'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useReadSubject } from '@/parts/inbox'
import { ReportLink, Thread } from '@/parts/threads'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SecondRow } from '../../components/TopicCard'
import { TopicProposal } from '../../components/TopicProposal'
import { TopicSheet } from '../../components/TopicSheet'
import { TOPIC_WORDS } from '../../topic-words'
import { useTopicActs, type TopicActs } from '../../useTopicActs'

/** One topic: what it is about, how many homes want to talk about it, where it went, and what is said about it. */
export default function TopicPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.topic, query)
  const { communityId = '', topicId = '' } = query
  return signedIn ? <Topic communityId={communityId} topicId={topicId} /> : null
}

function Topic(params: { communityId: string; topicId: string }) {
  const state = useLoad(
    () => callEndpoint(readTopicEndpoint, { params }),
    [params.communityId, params.topicId],
  )
  useReturn(() => void state.refresh())
  const acts = useTopicActs(params.communityId, (changed) => {
    if (state.status === 'ready') state.replace({ ...state.data, ...changed })
  })
  return (
    <Screen title={TOPIC_WORDS.title}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={TOPIC_WORDS.notOpened}>
        {(topic) => <Body topic={topic} acts={acts} />}
      </FourFaces>
      <TopicSheet acts={acts} others={[]} />
      <ConsentSheet />
    </Screen>
  )
}

interface BodyProps {
  topic: TopicView
  acts: TopicActs
}

function Body({ topic, acts }: BodyProps) {
  const { communityId, topicId } = topic
  useReadSubject(communityId, { kind: 'topic', id: topicId }, true)
  return (
    <>
      <Head topic={topic} acts={acts} />
      <Links topic={topic} />
      <ChainCard communityId={communityId} chain={topic.chain} />
      <Thread address={{ communityId, subjectKind: 'topic', subjectId: topicId }} isPublic />
      {!topic.mine && (
        <ReportLink
          communityId={communityId}
          target={{ kind: 'topic', id: topicId }}
          words={TOPIC_WORDS.report}
        />
      )}
    </>
  )
}

function Head({ topic, acts }: BodyProps) {
  const { title, text, byName, round, state, outcome, wordsState, declined, outcomeText } = topic
  const note = wordsState && WORDS_STATE_NOTES[wordsState]
  const inRound = round !== null && hasReached(round.state, 'discussion')
  return (
    <Card>
      <View className="feed__meta">
        <Kind icon="circle" tone="round">
          {TOPIC_KIND}
        </Kind>
        <View className="feed__when">{topicStateInWords({ state, outcome, inRound })}</View>
      </View>
      <View className="h1">{title}</View>
      <View className="text--small text--quiet">{TOPIC_WORDS.by(byName)}</View>
      {text && <View className="text--lines text--gap">{text}</View>}
      {note && (
        <Note gap icon="eye" title={TOPIC_WORDS.hidden}>
          {note}
        </Note>
      )}
      <View className="rule" />
      <SecondRow topic={topic} acts={acts} />
      <TopicProposal topic={topic} acts={acts} />
      {declined && (
        <Note gap title={TOPIC_WORDS.declined(declined.byName)}>
          {declined.reason}
        </Note>
      )}
      {outcomeText && (
        <Note gap title={TOPIC_WORDS.outcome}>
          {outcomeText}
        </Note>
      )}
      {topic.acts.includes('withdraw') && (
        <Button variant="quiet" onPress={() => acts.press(topic, 'withdraw')}>
          {TOPIC_ACT_LABELS.withdraw}
        </Button>
      )}
    </Card>
  )
}

/** The board it stands on, where it went, and what it took in: each one tap away. */
function Links({ topic: { communityId, placeId, round, mergedInto, tookIn } }: { topic: TopicView }) {
  const openTopic = (topicId: string) => goTo(ROUTES.topic, { communityId, topicId })
  if (round && !mergedInto && tookIn.length === 0) return null
  return (
    <Card flush gap>
      {!round && (
        <Item
          icon="circle"
          title={TOPIC_WORDS.onBoard}
          onPress={() => goTo(ROUTES.board, { communityId, placeId })}
        />
      )}
      {mergedInto && (
        <Item
          icon="right"
          title={TOPIC_WORDS.mergedInto(mergedInto.title)}
          text={TOPIC_WORDS.seeTarget}
          onPress={() => openTopic(mergedInto.topicId)}
        />
      )}
      {tookIn.map(({ topicId, title, byName }) => (
        <Item
          key={topicId}
          icon="left"
          title={title}
          text={`${TOPIC_WORDS.tookIn} · ${TOPIC_WORDS.by(byName)}`}
          onPress={() => openTopic(topicId)}
        />
      ))}
    </Card>
  )
}
