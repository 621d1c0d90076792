import { useState, type ComponentType } from 'react'
import {
  phaseOf,
  phaseShownFirst,
  type RoundPage as Opened,
  type RoundPhase,
  type SessionView,
} from '#core/rounds'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import type { Loaded } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useReadSubject } from '@/parts/inbox'
import { ReportLink, Thread } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ActionPhase } from '../../components/ActionPhase'
import { AgendaPhase } from '../../components/AgendaPhase'
import { DiscussionPhase } from '../../components/DiscussionPhase'
import { EvaluationPhase } from '../../components/EvaluationPhase'
import { GateCard } from '../../components/GateCard'
import type { PhaseProps } from '../../components/phase-props'
import { RoundActSheet } from '../../components/RoundActSheet'
import { RoundFoot } from '../../components/RoundFoot'
import { RoundHead } from '../../components/RoundHead'
import { RoundStanding } from '../../components/RoundStanding'
import { useRound } from '../../useRound'
import { useRoundActs } from '../../useRoundActs'
import { ROUND_WORDS } from '../../words'

/** One round: the question, the four steps, what the current one is about, and what is still missing. */
export default function RoundPage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.round, query)
  const { communityId = '', roundId = '' } = query
  const state = useRound({ communityId, roundId })
  const acts = useRoundActs(state)
  const round = state.status === 'ready' ? state.data : undefined
  const [mine, setMine] = useState<SessionView>()
  return (
    <Screen
      title={ROUND_WORDS.title}
      foot={
        round && (round.acts.length > 0 || mine) ? (
          <RoundFoot round={round} acts={acts} mine={mine} />
        ) : undefined
      }
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={3} />} errorTitle={ROUND_WORDS.notOpened}>
        {(shown) => <Body round={shown} state={state} onMine={setMine} />}
      </FourFaces>
      <RoundActSheet acts={acts} />
      <ConsentSheet />
    </Screen>
  )
}

const PHASES: Record<RoundPhase, ComponentType<PhaseProps>> = {
  agenda: AgendaPhase,
  discussion: DiscussionPhase,
  action: ActionPhase,
  evaluation: EvaluationPhase,
}

interface BodyProps extends Pick<PhaseProps, 'onMine'> {
  round: Opened
  state: Loaded<Opened>
}

function Body({ round, state, onMine }: BodyProps) {
  const { communityId, roundId } = round
  useReadSubject(communityId, { kind: 'round', id: roundId }, true)
  const now = phaseOf(round.state)
  const [chosen, choose] = useState<RoundPhase>()
  const shown = chosen ?? phaseShownFirst(round.state)
  const Phase = PHASES[shown]
  return (
    <>
      <RoundHead round={round} shown={shown} onShow={choose} />
      <Phase
        round={round}
        refresh={() => void state.refresh()}
        opening={chosen === undefined ? round.opening : undefined}
        onMine={onMine}
      />
      {shown === now && <GateCard round={round} />}
      <RoundStanding round={round} />
      <Thread address={{ communityId, subjectKind: 'round', subjectId: roundId }} isPublic />
      {!round.mine && (
        <ReportLink
          communityId={communityId}
          target={{ kind: 'round', id: roundId }}
          words={ROUND_WORDS.report}
        />
      )}
    </>
  )
}
