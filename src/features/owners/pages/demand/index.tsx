import { View } from '@tarojs/components'
import { momentInWords } from '#core/calendar'
import { WORDS_STATE_NOTES } from '#core/moderation'
import {
  DEMAND_ACT_LABELS,
  DEMAND_SIGNING_WORDS,
  DEMAND_SOURCE,
  demandStateInWords,
  type DemandView,
} from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { ReportLink } from '@/parts/threads'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { AnswerForm } from '../../components/AnswerForm'
import { SignedMeter } from '../../components/SignedMeter'
import { Signers } from '../../components/Signers'
import { useDemand, type DemandAddress, type DemandPage as Page } from '../../useDemand'
import { DEMAND_WORDS } from '../../words'

/** 一份联名要求: what is demanded, how many signed, what it waits for. */
export default function DemandPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.demand, query)
  const { communityId = '', demandId = '' } = query
  return signedIn ? <Demand address={{ communityId, demandId }} /> : null
}

function Demand({ address }: { address: DemandAddress }) {
  const page = useDemand(address)
  const { state } = page
  const demand = state.status === 'ready' ? state.data : undefined
  const pressable = demand && (demand.acts.length > 0 || demand.may.convene)
  return (
    <Screen title={DEMAND_WORDS.title} foot={pressable ? <Foot demand={demand} page={page} /> : undefined}>
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={DEMAND_WORDS.failed}>
        {(shown) => <Body demand={shown} />}
      </FourFaces>
      <AnswerForm page={page} />
      <ConsentSheet />
    </Screen>
  )
}

function Body({ demand }: { demand: DemandView }) {
  const { communityId, answer, acts, may } = demand
  return (
    <>
      <Card title={demand.title} aside={demand.placeName}>
        <SignedMeter demand={demand} />
        <State icon={demand.state === 'convened' ? 'check' : 'clock'} strong gap>
          {demandStateInWords(demand, new Date())}
        </State>
        {demand.signed && (
          <State icon="check" tone="ok" gap>
            {DEMAND_WORDS.signed}
          </State>
        )}
        <VoteLink communityId={communityId} voteId={demand.voteId}>
          {DEMAND_WORDS.seeVote}
        </VoteLink>
        <VoteLink communityId={communityId} voteId={demand.voidVoteId}>
          {DEMAND_WORDS.seeVoid}
        </VoteLink>
      </Card>
      <Card gap>
        <View className="text--pre">{demand.text}</View>
        <View className="text--quiet">{DEMAND_WORDS.byName(demand.byName)}</View>
        <WhoSees demand={demand} />
      </Card>
      {answer && (
        <Card title={DEMAND_WORDS.answered} gap>
          <View className="text--pre">{answer.text}</View>
          <View className="text--quiet">
            {DEMAND_WORDS.answeredBy(answer.byName, momentInWords(answer.at, new Date()))}
          </View>
        </Card>
      )}
      {may.convene && <Note gap>{DEMAND_WORDS.conveneNote}</Note>}
      {may.seeSigners && <Signers demand={demand} />}
      {acts.includes('sign') && (
        <Note gap icon="eye">
          {DEMAND_SIGNING_WORDS}
        </Note>
      )}
      <Note gap>{DEMAND_SOURCE}</Note>
    </>
  )
}

/** To a vote that it led to; null: to none. */
function VoteLink(props: { communityId: string; voteId: string | null; children: string }) {
  const { communityId, voteId, children } = props
  if (voteId === null) return null
  return (
    <Button small variant="secondary" onPress={() => goTo(ROUTES.vote, { communityId, voteId })}>
      {children}
    </Button>
  )
}

/** What neighbours see of the words: 举报 for them, and for the author where it says why they don’t. */
function WhoSees({ demand: { communityId, demandId, mine, wordsState } }: { demand: DemandView }) {
  const note = WORDS_STATE_NOTES[wordsState]
  return (
    <>
      {note && (
        <Note gap icon="eye">
          {note}
        </Note>
      )}
      {mine && wordsState === 'hidden' && (
        <Button small variant="secondary" onPress={() => goTo(ROUTES.hiddenWords, { communityId })}>
          {DEMAND_WORDS.whyHidden}
        </Button>
      )}
      {!mine && wordsState !== 'hidden' && (
        <ReportLink communityId={communityId} target={{ kind: 'demand', id: demandId }} />
      )}
    </>
  )
}

function Foot({ demand, page }: { demand: DemandView; page: Page }) {
  const { communityId, demandId, acts, may } = demand
  const first = may.convene ? undefined : acts[0]
  const rest = acts.filter((act) => act !== first)
  return (
    <View className="acts">
      {page.failure && !page.answering && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={page.failure} />
        </View>
      )}
      {may.convene && (
        <Button onPress={() => goTo(ROUTES.voteDraft, { communityId, demandId })}>
          {DEMAND_WORDS.convene}
        </Button>
      )}
      {first && (
        <Button
          variant={first === 'sign' ? 'primary' : 'secondary'}
          block
          busy={page.busy}
          busyWords={DEMAND_WORDS.sending}
          onPress={() => page.press(first)}
        >
          {DEMAND_ACT_LABELS[first]}
        </Button>
      )}
      {rest.map((act) => (
        <Button key={act} variant="quiet" block onPress={() => page.press(act)}>
          {DEMAND_ACT_LABELS[act]}
        </Button>
      ))}
    </View>
  )
}
