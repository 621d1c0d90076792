import { View } from '@tarojs/components'
import { hasReached, hasReport, isRoundOpen, listItemsEndpoint } from '#core/rounds'
import { Button } from '@/components/Button'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { EVALUATION_WORDS, ITEM_WORDS } from '../../item-words'
import { ROUND_WORDS } from '../../words'
import { Lessons } from '../Lessons'
import type { PhaseProps } from '../phase-props'
import { RateCard } from '../RateCard'

/** 效果评估: each item against its promise, the lessons, and the report. */
export function EvaluationPhase({ round, refresh, opening }: PhaseProps) {
  const { communityId, roundId, state: phase } = round
  // Whatever was given up has its report too.
  const isThere = hasReached(phase, 'evaluation') || !isRoundOpen(phase)
  if (!isThere) return <Note gap>{ROUND_WORDS.notYet(EVALUATION_WORDS.rate)}</Note>
  const isOver = !isRoundOpen(phase)
  return (
    <>
      {isOver && <ReportButton round={round} first />}
      <RateList round={round} refresh={refresh} opening={opening} />
      <Lessons communityId={communityId} roundId={roundId} onWritten={refresh} given={opening?.lessons} />
      {!isOver && <ReportButton round={round} />}
    </>
  )
}

/** The way to the report: what one looks for first once the round is over. */
function ReportButton({ round, first }: Pick<PhaseProps, 'round'> & { first?: boolean }) {
  const { communityId, roundId, state } = round
  if (!hasReport(state)) return null
  return (
    <View className="text--gap-l">
      <Button
        variant={first ? 'primary' : 'secondary'}
        block
        icon="note"
        onPress={() => goTo(ROUTES.roundReport, { communityId, roundId })}
      >
        {EVALUATION_WORDS.report}
      </Button>
    </View>
  )
}

function RateList({ round: { communityId, roundId, state: phase }, refresh, opening }: PhaseProps) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listItemsEndpoint, { params: { communityId, roundId }, query: { cursor } }),
    [communityId, roundId],
    opening?.items,
  )
  const rated = () => {
    void state.refresh()
    refresh()
  }
  return (
    <>
      <Section title={isRoundOpen(phase) ? EVALUATION_WORDS.rate : EVALUATION_WORDS.rateOver} />
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={ITEM_WORDS.boardFailed}
        isEmpty={(items) => items.length === 0}
        empty={<Note>{EVALUATION_WORDS.noItems}</Note>}
      >
        {(items) => (
          <>
            {items.some(({ mayRate }) => mayRate) && <Note>{EVALUATION_WORDS.rateText}</Note>}
            {items.map((item) => (
              <RateCard
                key={item.itemId}
                communityId={communityId}
                roundId={roundId}
                item={item}
                onRated={rated}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </>
  )
}
