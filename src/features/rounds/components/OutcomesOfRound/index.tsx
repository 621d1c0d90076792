import { View } from '@tarojs/components'
import { ROLE_LABELS } from '#core/permissions'
import {
  isRoundOpen,
  OUTCOME_ASKS,
  OUTCOME_LABELS,
  OUTCOME_TEXT_LENGTH,
  TOPIC_OUTCOMES,
  type OutcomeView,
  type RoundOpening,
  type RoundView,
} from '#core/rounds'
import { rolesThatAskHomes } from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { Sheet } from '@/components/Sheet'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { OUTCOME_WORDS } from '../../statement-words'
import { useOutcomes, type OutcomeWriting, type Outcomes } from '../../useOutcomes'

export interface OutcomesOfRoundProps {
  round: Pick<RoundView, 'communityId' | 'roundId' | 'placeKind' | 'state'>
  refresh: () => void
  given?: RoundOpening['outcomes']
}

/** 谈出了什么: every topic with how its discussion ended, and where its vote is. */
export function OutcomesOfRound({ round, refresh, given }: OutcomesOfRoundProps) {
  const outcomes = useOutcomes(round, refresh, given)
  return (
    <>
      <Section title={OUTCOME_WORDS.title} />
      <FourFaces
        state={outcomes.state}
        skeleton={<SkeletonCards count={1} />}
        errorTitle={OUTCOME_WORDS.notOpened}
        isEmpty={(topics) => topics.length === 0}
        empty={
          <Card>
            <View className="text--quiet">{OUTCOME_WORDS.none}</View>
          </Card>
        }
      >
        {(topics) => (
          <>
            {topics.map((topic) => (
              <OutcomeCard key={topic.topicId} topic={topic} round={round} outcomes={outcomes} />
            ))}
            <MoreButton more={outcomes.more} />
          </>
        )}
      </FourFaces>
      {outcomes.writing && <OutcomeSheet writing={outcomes.writing} />}
    </>
  )
}

interface OutcomeCardProps {
  topic: OutcomeView
  round: OutcomesOfRoundProps['round']
  outcomes: Outcomes
}

function OutcomeCard({ topic, round, outcomes }: OutcomeCardProps) {
  const { communityId, roundId } = round
  const { topicId, title, outcome, outcomeText, voteId, may } = topic
  const put = outcome ? OUTCOME_WORDS.change : OUTCOME_WORDS.putDown
  return (
    <Card title={title} gap>
      <State icon={outcome ? 'check' : 'clock'} tone={outcome ? 'ok' : 'wait'}>
        {outcome ? OUTCOME_LABELS[outcome] : OUTCOME_WORDS.open}
      </State>
      {outcomeText && <View className="text--pre text--gap">{outcomeText}</View>}
      {may.putDown && <Act words={put} topic={title} onPress={() => outcomes.open(topic)} />}
      {may.draftVote && (
        <Act
          words={OUTCOME_WORDS.draftVote}
          topic={title}
          onPress={() => goTo(ROUTES.voteDraft, { communityId, roundId, topicId })}
        />
      )}
      {waitsForVote(topic, round) && <Note gap>{OUTCOME_WORDS.askVote(whoAsksHomes(round))}</Note>}
      {voteId && (
        <Act
          words={OUTCOME_WORDS.seeVote}
          topic={title}
          onPress={() => goTo(ROUTES.vote, { communityId, voteId })}
        />
      )}
    </Card>
  )
}

/** Somebody else drafts it, or has and tells nobody yet. */
const waitsForVote = (
  { outcome, voteId, may }: OutcomeView,
  { state }: OutcomesOfRoundProps['round'],
): boolean => outcome === 'vote' && !voteId && !may.draftVote && isRoundOpen(state)

const whoAsksHomes = ({ placeKind }: OutcomesOfRoundProps['round']): string =>
  rolesThatAskHomes(placeKind)
    .map((role) => ROLE_LABELS[role])
    .join('或')

function Act({ words, topic, onPress }: { words: string; topic: string; onPress: () => void }) {
  return (
    <View className="text--gap">
      <Button small variant="secondary" label={OUTCOME_WORDS.about(words, topic)} onPress={onPress}>
        {words}
      </Button>
    </View>
  )
}

function OutcomeSheet({ writing }: { writing: OutcomeWriting }) {
  const { failure, outcome } = writing
  return (
    <Sheet open title={writing.topic.title} onClose={writing.close}>
      <ChoiceList
        label={OUTCOME_WORDS.choose}
        options={TOPIC_OUTCOMES.map((value) => ({ value, title: OUTCOME_LABELS[value] }))}
        value={outcome}
        onChange={writing.choose}
      />
      <Field
        label={OUTCOME_ASKS[outcome]}
        value={writing.text}
        onChange={writing.change}
        maxLength={OUTCOME_TEXT_LENGTH}
        multiline
        error={failure?.field === 'text' ? failure.message : undefined}
      />
      {failure && failure.field !== 'text' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button busy={writing.busy} busyWords={OUTCOME_WORDS.sending} onPress={writing.send}>
          {OUTCOME_WORDS.save}
        </Button>
      </View>
    </Sheet>
  )
}
