import { View } from '@tarojs/components'
import type { MyCommunity } from '#core/people'
import { isOffice } from '#core/permissions'
import { BOARD_NAME } from '#core/rounds'
import { BYLAW_KIND, VOTE_LIST_LABELS, type VoteItem, type VoteList } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonCards } from '@/components/Skeleton'
import { TabScreen } from '@/components/TabScreen'
import { useFreshTabs } from '@/hooks/useFreshTabs'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { useSpeak } from '@/parts/speak'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { CommunityHead } from './components/CommunityHead'
import { NoVotes } from './components/NoVotes'
import { Rounds } from './components/Rounds'
import { VoteCard } from './components/VoteCard'
import { useTogether, type Together } from './useTogether'
import { TOGETHER_WORDS } from './words'

/** 议事: what neighbours decide together, and what was decided. */
export default function TogetherTab() {
  const together = useTogether(useSignInFirst())
  const { state, first } = together.paged
  const { onSpeak, sheet } = useSpeak()
  return (
    <TabScreen tab="together" title={TOGETHER_WORDS.title} fresh={useFreshTabs()} onSpeak={onSpeak}>
      <CommunityHead together={together} />
      <Lists together={together} />
      <View className="list__first">
        <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={TOGETHER_WORDS.failed}>
          {(votes) =>
            first?.community ? (
              <>
                {together.list !== 'drafts' && (
                  <Rounds communityId={first.community.communityId} list={together.list} votes={first} />
                )}
                <Votes together={together} communityId={first.community.communityId} votes={votes} />
                <BoardEntry communityId={first.community.communityId} />
                <OfOwners community={first.community} />
              </>
            ) : (
              <Unbound />
            )
          }
        </FourFaces>
      </View>
      {sheet}
    </TabScreen>
  )
}

const LISTS: readonly VoteList[] = ['current', 'over', 'drafts']

/** Drafts are for who convenes. */
function Lists({ together: { list, show, convenes } }: { together: Together }) {
  const shown = LISTS.filter((one) => one !== 'drafts' || convenes)
  return (
    <Chips
      label={TOGETHER_WORDS.lists}
      options={shown.map((value) => ({ value, words: VOTE_LIST_LABELS[value] }))}
      value={list}
      onChange={show}
    />
  )
}

const ownsAHome = ({ homes }: MyCommunity): boolean => homes.some(({ relation }) => relation === 'owner')

interface VotesProps {
  together: Together
  communityId: string
  votes: readonly VoteItem[]
}

function Votes({ together, communityId, votes }: VotesProps) {
  if (votes.length === 0) return <NoVotes together={together} communityId={communityId} />
  return (
    <>
      {votes.map((vote) => (
        <VoteCard
          key={vote.voteId}
          vote={vote}
          onOpen={(voteId) => goTo(ROUTES.vote, { communityId, voteId })}
        />
      ))}
      <MoreButton more={together.paged.more} />
    </>
  )
}

/** 有话大家说: where what neighbours want to talk about begins. */
function BoardEntry({ communityId }: { communityId: string }) {
  return (
    <Card flush gap>
      <Item
        icon="talk"
        title={BOARD_NAME}
        text={TOGETHER_WORDS.boardText}
        onPress={() => goTo(ROUTES.board, { communityId })}
      />
    </Card>
  )
}

/** 业主的事, beside the votes: what owners demand, for who signs and who is to convene, and by which rules silence counts. */
function OfOwners({ community }: { community: MyCommunity }) {
  const { communityId, roles } = community
  return (
    <Card flush gap>
      {(roles.some(isOffice) || ownsAHome(community)) && (
        <Item
          icon="pen"
          title={TOGETHER_WORDS.demands}
          text={TOGETHER_WORDS.demandsText}
          onPress={() => goTo(ROUTES.demands, { communityId })}
        />
      )}
      <Item
        icon="doc"
        title={BYLAW_KIND}
        text={TOGETHER_WORDS.bylawsText}
        onPress={() => goTo(ROUTES.bylaws, { communityId })}
      />
    </Card>
  )
}

function Unbound() {
  return (
    <Blank
      art="window"
      title={TOGETHER_WORDS.unbound}
      text={TOGETHER_WORDS.unboundText}
      act={{ words: TOGETHER_WORDS.bind, onPress: () => goTo(ROUTES.bind) }}
    />
  )
}
