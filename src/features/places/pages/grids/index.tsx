import { useState } from 'react'
import { fullDate, justBefore } from '#core/calendar'
import { listGridsEndpoint, type GridItem } from '#core/places'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Gate } from '../../components/Gate'
import { GridForm } from '../../components/GridForm'
import { mayHere } from '../../may'
import { GRIDS } from '../../words'

/** 网格 of a community. */
export default function GridsPage() {
  const query = usePageQuery()
  if (!useSignInFirst(ROUTES.grids, query)) return null
  return (
    <Gate title={GRIDS.title} page={ROUTES.grids} communityId={query.communityId} act="readGrids">
      {({ me, communityId }) => (
        <Grids communityId={communityId} mayMake={mayHere(me, communityId, 'createGrid')} />
      )}
    </Gate>
  )
}

function Grids({ communityId, mayMake }: { communityId: string; mayMake: boolean }) {
  const [making, setMaking] = useState(false)
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listGridsEndpoint, { params: { communityId }, query: { cursor } }),
    [communityId],
  )
  useReturn(() => void state.refresh())
  const open = (gridId: string) => goTo(ROUTES.grid, { communityId, gridId })
  return (
    <Screen
      title={GRIDS.title}
      foot={mayMake && <Button onPress={() => setMaking(true)}>{GRIDS.add}</Button>}
    >
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={GRIDS.failed}
        isEmpty={(grids) => grids.length === 0}
        empty={<Blank art="window" title={GRIDS.empty} text={GRIDS.emptyText} />}
      >
        {(grids) => (
          <Card flush>
            {grids.map((grid) => (
              <Item
                key={grid.gridId}
                icon="users"
                title={grid.name}
                text={textOf(grid)}
                onPress={() => open(grid.gridId)}
              />
            ))}
            <MoreButton more={more} />
          </Card>
        )}
      </FourFaces>
      <GridForm
        open={making}
        communityId={communityId}
        onClose={() => setMaking(false)}
        onMade={(gridId) => {
          setMaking(false)
          open(gridId)
        }}
      />
    </Screen>
  )
}

const textOf = ({ kind, purpose, covers, endsAt }: GridItem): string =>
  [
    kind === 'grid' ? GRIDS.basic : `${GRIDS.functional}（${purpose ?? ''}）`,
    GRIDS.covers(covers),
    ...(endsAt ? [GRIDS.until(fullDate(justBefore(endsAt)))] : []),
  ].join(' · ')
