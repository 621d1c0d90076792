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
import { startDemanded, startDraft, startFromItem, startFromTopic, type DraftStart } from './draft-start'

/** 发起表决: a vote is written step by step and kept as a draft; 公示 is pressed on its own page. */
export default function DraftPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.voteDraft, query) ? (
    <Draft
      communityId={query.communityId ?? ''}
      voteId={query.voteId}
      demandId={query.demandId}
      roundId={query.roundId}
      topicId={query.topicId}
      itemId={query.itemId}
    />
  ) : null
}

interface DraftProps {
  communityId: string
  voteId: string | undefined
  demandId: string | undefined
  /** A topic of this round is to be put to the vote. */
  roundId: string | undefined
  topicId: string | undefined
  /** An action item of a round is to be decided. */
  itemId: string | undefined
}

function Draft({ communityId, voteId, demandId, roundId, topicId, itemId }: DraftProps) {
  const state = useLoad(() => {
    if (demandId) return startDemanded(communityId, demandId)
    if (roundId && topicId) return startFromTopic(communityId, { roundId, topicId })
    if (itemId) return startFromItem(communityId, itemId)
    return startDraft(communityId, voteId)
  }, [communityId, voteId, demandId, roundId, topicId, itemId])
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
function mayWrite({ vote, topic, places }: DraftStart): boolean {
  if (topic && !topic.may.draftVote) return false
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
