import { ROUND_LIST_LABELS, type RoundList } from '#core/rounds'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { useRounds } from '../../useRounds'
import { TOGETHER_WORDS } from '../../words'
import { RoundCard } from '../RoundCard'

export interface RoundsProps {
  communityId: string
  list: RoundList
  /** The page of votes below: whenever it is fresh, rounds are too. */
  votes: unknown
}

/** What neighbours talk about, above what they decide. Where nothing is talked about, nothing stands here. */
export function Rounds({ communityId, list, votes }: RoundsProps) {
  const { state, more } = useRounds(communityId, list, votes)
  if (state.status === 'ready' && state.data.length === 0) return null
  return (
    <>
      <Section first title={ROUND_LIST_LABELS[list]} />
      <FourFaces state={state} skeleton={<SkeletonCards />} errorTitle={TOGETHER_WORDS.roundsFailed}>
        {(rounds) => (
          <>
            {rounds.map((round) => (
              <RoundCard
                key={round.roundId}
                round={round}
                onOpen={(roundId) => goTo(ROUTES.round, { communityId, roundId })}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      <Section title={TOGETHER_WORDS.votesTitle[list]} />
    </>
  )
}
