import { useState } from 'react'
import { isItemTime, listItemsEndpoint } from '#core/rounds'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { ITEM_WORDS } from '../../item-words'
import { ItemCard } from '../ItemCard'
import { ItemForm } from '../ItemForm'
import type { PhaseProps } from '../phase-props'

/** 采取行动: what was promised, by whom and until when; whoever may puts down another. */
export function ActionPhase({ round, refresh, opening }: PhaseProps) {
  const { communityId, roundId, may } = round
  const [writing, setWriting] = useState(false)
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listItemsEndpoint, { params: { communityId, roundId }, query: { cursor } }),
    [communityId, roundId],
    opening?.items,
  )
  useReturn(() => void state.refresh())
  const mayWrite = isItemTime(round.state) && (may.convene || may.takePart)
  return (
    <>
      <Section title={ITEM_WORDS.board} />
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={ITEM_WORDS.boardFailed}
        isEmpty={(items) => items.length === 0}
        empty={
          <Blank
            art="window"
            title={ITEM_WORDS.boardEmpty}
            text={may.convene ? ITEM_WORDS.boardEmptyText : ITEM_WORDS.boardEmptyOthers}
          />
        }
      >
        {(items) => (
          <>
            {items.map((item) => (
              <ItemCard
                key={item.itemId}
                item={item}
                onOpen={({ itemId }) => goTo(ROUTES.roundItem, { communityId, itemId })}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
      {mayWrite && (
        <Button variant="secondary" block icon="plus" onPress={() => setWriting(true)}>
          {may.convene ? ITEM_WORDS.add : ITEM_WORDS.addMine}
        </Button>
      )}
      <ItemForm
        communityId={communityId}
        roundId={roundId}
        asks={may.convene}
        open={writing}
        onClose={() => setWriting(false)}
        onWritten={() => {
          setWriting(false)
          void state.refresh()
          refresh()
        }}
      />
    </>
  )
}
