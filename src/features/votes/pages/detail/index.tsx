import { View } from '@tarojs/components'
import { hasResult, isDraft, isGivenUp, voteShareInWords, type VoteView } from '#core/votes'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { ShareButton } from '@/components/ShareButton'
import { SkeletonCards } from '@/components/Skeleton'
import type { Loaded } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ChainCard } from '@/parts/chain'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { useReadSubject } from '@/parts/inbox'
import { Thread } from '@/parts/threads'
import { usePageQuery } from '@/platform/navigation'
import { useShareCard, type ShareCard } from '@/platform/share'
import { ROUTES } from '@/routes'
import { ActSheet } from '../../components/ActSheet'
import { CastBefore } from '../../components/CastBefore'
import { Choosing, ChoosingFoot } from '../../components/Choosing'
import { DraftRoll } from '../../components/DraftRoll'
import { ItemsCard, TurnoutCard } from '../../components/ItemsCard'
import { OwnDeliveries } from '../../components/OwnDeliveries'
import { OwnProxies } from '../../components/OwnProxies'
import { PrintPaper } from '../../components/PrintPaper'
import { Receipt, ReceiptFoot } from '../../components/Receipt'
import { ResultCards } from '../../components/ResultCards'
import { PaperLinks } from '../../components/PaperLinks'
import { ReviewSheet } from '../../components/ReviewSheet'
import { SilenceNote } from '../../components/SilenceNote'
import { VoidCard } from '../../components/VoidCard'
import { hasFoot, VoteFoot, type VoteFootProps } from '../../components/VoteFoot'
import { VoteHead } from '../../components/VoteHead'
import { VoteLinks } from '../../components/VoteLinks'
import { VoteStanding } from '../../components/VoteStanding'
import { VotersCard } from '../../components/VotersCard'
import { VoteText } from '../../components/VoteText'
import { useBallot } from '../../useBallot'
import { useCede, type Cede } from '../../useCede'
import { addressIn, useVote } from '../../useVote'
import { useVoteActs } from '../../useVoteActs'
import { PRINT_WORDS, VOTE_WORDS } from '../../words'

/** One vote, from its draft to its result: what it is about, where it stands, and what the reader may do. */
export default function VotePage() {
  const query = usePageQuery()
  useSignInFirst(ROUTES.vote, query)
  const state = useVote(addressIn(query))
  const acts = useVoteActs(state)
  const ballot = useBallot(state)
  const cede = useCede(state)
  const vote = state.status === 'ready' ? state.data : undefined
  useShareCard(vote && cardOf(vote))
  return (
    <Screen
      title={vote && hasResult(vote.state) ? VOTE_WORDS.resultTitle : VOTE_WORDS.title}
      foot={vote && <Foot vote={vote} acts={acts} ballot={ballot} />}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={3} />} errorTitle={VOTE_WORDS.notOpened}>
        {(shown) => <Body vote={shown} state={state} acts={acts} ballot={ballot} cede={cede} />}
      </FourFaces>
      {vote && <ReviewSheet vote={vote} ballot={ballot} />}
      <ActSheet acts={acts} />
      <ConsentSheet />
    </Screen>
  )
}

/** What there was to choose is over as soon as the vote is. */
const faceOf = ({ vote, ballot }: VoteFootProps) => (vote.may.cast ? ballot.face : 'page')

function Foot(props: VoteFootProps) {
  const { vote, ballot } = props
  const face = faceOf(props)
  if (face === 'choosing') return <ChoosingFoot ballot={ballot} />
  if (face === 'receipt') return <ReceiptFoot vote={vote} ballot={ballot} />
  return hasFoot(vote) ? <VoteFoot {...props} /> : null
}

function Body(props: VoteFootProps & { cede: Cede; state: Loaded<VoteView> }) {
  const { vote, state, acts, ballot, cede } = props
  useReadSubject(vote.communityId, { kind: 'vote', id: vote.voteId }, true)
  const card = cardOf(vote)
  const face = faceOf(props)
  if (face === 'choosing')
    return (
      <>
        <SilenceNote vote={vote} />
        <Choosing vote={vote} ballot={ballot} />
      </>
    )
  if (face === 'receipt') return <Receipt vote={vote} ballot={ballot} />
  return (
    <>
      <VoteHead vote={vote} />
      <VoidCard vote={vote} acts={acts} />
      <VotersCard vote={vote} ballot={ballot} cede={cede} />
      <CastBefore vote={vote} cede={cede} />
      <SilenceNote vote={vote} />
      <OwnDeliveries vote={vote} onChanged={() => void state.refresh()} />
      <OwnProxies vote={vote} onChanged={() => void state.refresh()} />
      {hasResult(vote.state) && (
        <>
          <ResultCards vote={vote} />
          <Card gap>
            <PrintPaper address={vote} print="result" />
          </Card>
        </>
      )}
      <VoteText vote={vote} />
      <ItemsCard vote={vote} />
      <TurnoutCard vote={vote} />
      {isOwnDraft(vote) && <DraftRoll vote={vote} />}
      <PaperLinks vote={vote} state={state} />
      <VoteLinks vote={vote} />
      <ChainCard communityId={vote.communityId} chain={vote.chain} />
      {vote.may.printBallots && (
        <Card title={PRINT_WORDS.ballots} gap>
          <View className="text--small text--quiet">{PRINT_WORDS.ballotsText}</View>
          <View className="text--gap">
            <PrintPaper address={vote} print="ballots" />
          </View>
        </Card>
      )}
      <VoteStanding vote={vote} />
      {card && <ShareButton card={card} />}
      {vote.noticeAt && vote.may.follow && (
        <Thread
          address={{ communityId: vote.communityId, subjectKind: 'vote', subjectId: vote.voteId }}
          isPublic
        />
      )}
    </>
  )
}

/** For a chat of neighbours: what it is about and until when; never how many took part, or how. */
function cardOf({ noticeAt, communityId, voteId, ...vote }: VoteView): ShareCard | undefined {
  if (!noticeAt || isGivenUp(vote.state)) return undefined
  return { title: voteShareInWords(vote), page: ROUTES.vote, query: { communityId, voteId } }
}

const isOwnDraft = ({ state, may }: VoteView): boolean => isDraft(state) && may.change
