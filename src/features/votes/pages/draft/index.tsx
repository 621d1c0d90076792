import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { redirect, switchTab, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DRAFT } from '../../draft-words'
import { DraftForm } from './components/DraftForm'
import { startDemanded, startDraft, type DraftStart } from './draft-start'

/** 发起表决: a vote is written step by step and kept as a draft; 公示 is pressed on its own page. */
export default function DraftPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.voteDraft, query) ? (
    <Draft communityId={query.communityId ?? ''} voteId={query.voteId} demandId={query.demandId} />
  ) : null
}

interface DraftProps {
  communityId: string
  voteId: string | undefined
  demandId: string | undefined
}

function Draft({ communityId, voteId, demandId }: DraftProps) {
  const state = useLoad(
    () => (demandId ? startDemanded(communityId, demandId) : startDraft(communityId, voteId)),
    [communityId, voteId, demandId],
  )
  if (state.status === 'ready' && mayWrite(state.data)) return <DraftForm start={state.data} />
  return (
    <Screen title={DRAFT.title}>
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={DRAFT.failed}>
        {({ vote }) => (vote ? <Frozen communityId={communityId} voteId={vote.voteId} /> : <Cannot />)}
      </FourFaces>
    </Screen>
  )
}

/** The server has said what may be changed, and where one convenes. */
function mayWrite({ vote, places }: DraftStart): boolean {
  return vote ? vote.may.change && vote.draft !== null : places.length > 0
}

function Cannot() {
  return (
    <Blank
      art="window"
      title={DRAFT.cannot}
      text={DRAFT.cannotText}
      act={{ words: DRAFT.together, onPress: () => switchTab('together') }}
    />
  )
}

function Frozen({ communityId, voteId }: { communityId: string; voteId: string }) {
  return (
    <Blank
      art="window"
      title={DRAFT.frozen}
      text={DRAFT.frozenText}
      act={{ words: DRAFT.seeVote, onPress: () => redirect(ROUTES.vote, { communityId, voteId }) }}
    />
  )
}
