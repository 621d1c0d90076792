import { gathersTopics, type TopicItem } from '#core/rounds'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CONVENE_WORDS } from '../../convene-words'
import { TOPIC_WORDS } from '../../topic-words'
import { usePropose } from '../../usePropose'
import { useTopicActs } from '../../useTopicActs'
import { useTopics } from '../../useTopics'
import { LeftOutCard } from '../LeftOutCard'
import { ProposeSheet } from '../ProposeSheet'
import type { PhaseProps } from '../phase-props'
import { TopicCard } from '../TopicCard'
import { TopicSheet } from '../TopicSheet'

/** 议题准备: topics to second; who convenes asks for two to become one. Afterwards, what was talked about. */
export function AgendaPhase({ round, refresh, opening }: PhaseProps) {
  const { communityId } = round
  const topics = useTopics(round, opening?.topics)
  const changed = () => {
    void topics.state.refresh()
    refresh()
  }
  const acts = useTopicActs(communityId, changed)
  const propose = usePropose(round, changed)
  const gathers = gathersTopics(round.state)
  const mayPropose = gathers && round.may.takePart
  const { state } = topics
  const all: readonly TopicItem[] = state.status === 'ready' ? state.data : []
  const open = ({ topicId }: TopicItem) => goTo(ROUTES.topic, { communityId, topicId })
  return (
    <>
      <Section
        title={gathers ? TOPIC_WORDS.heading : TOPIC_WORDS.over}
        {...(mayPropose && all.length > 0
          ? { act: { words: TOPIC_WORDS.propose, icon: 'plus' as const, onPress: () => propose.show(true) } }
          : {})}
      />
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={TOPIC_WORDS.notLoaded}
        isEmpty={(items) => items.length === 0}
        empty={
          <Blank
            art="window"
            title={gathers ? TOPIC_WORDS.none : TOPIC_WORDS.noneOver}
            {...(mayPropose
              ? {
                  text: TOPIC_WORDS.noneText,
                  act: { words: TOPIC_WORDS.propose, onPress: () => propose.show(true) },
                }
              : {})}
          />
        }
      >
        {(items) => (
          <>
            {items.map((topic) => (
              <TopicCard key={topic.topicId} topic={topic} acts={acts} onOpen={() => open(topic)} />
            ))}
            <MoreButton more={topics.more} />
          </>
        )}
      </FourFaces>
      {gathers && round.may.convene && <ChangeRow round={round} />}
      {round.chosen && <LeftOutCard round={round} given={opening?.objections} />}
      <TopicSheet acts={acts} others={all} />
      <ProposeSheet propose={propose} />
    </>
  )
}

/** Until the agenda is out, question, time and place may be changed by who convenes. */
function ChangeRow({ round: { communityId, roundId } }: Pick<PhaseProps, 'round'>) {
  return (
    <Card flush gap>
      <Item
        icon="calendar"
        title={CONVENE_WORDS.changeTitle}
        onPress={() => goTo(ROUTES.conveneRound, { communityId, roundId })}
      />
    </Card>
  )
}
