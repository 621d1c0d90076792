import { View } from '@tarojs/components'
import { useState } from 'react'
import { fullDate, justBefore } from '#core/calendar'
import {
  endIsToCome,
  listCoveragesEndpoint,
  readGridEndpoint,
  type CoverageItem,
  type GridView,
} from '#core/places'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { usePaged } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { DissolveSheet } from '../../components/DissolveSheet'
import { Gate } from '../../components/Gate'
import { MoveSheet } from '../../components/MoveSheet'
import { TermsSheet } from '../../components/TermsSheet'
import { GRID, GRIDS } from '../../words'
import { useTakeBack } from './useTakeBack'

/** One grid: what it covers until when, and what may be changed about it. */
export default function GridPage() {
  const query = usePageQuery()
  if (!useSignInFirst(ROUTES.grid, query)) return null
  return (
    <Gate title={GRIDS.title} page={ROUTES.grids} communityId={query.communityId} act="readGrids">
      {({ communityId }) => <Grid communityId={communityId} gridId={query.gridId ?? ''} />}
    </Gate>
  )
}

function Grid(params: { communityId: string; gridId: string }) {
  const deps = [params.communityId, params.gridId]
  const grid = useLoad(() => callEndpoint(readGridEndpoint, { params }), deps)
  const covered = usePaged(
    (cursor) => callEndpoint(listCoveragesEndpoint, { params, query: { cursor } }),
    deps,
  )
  const changed = () => {
    void grid.refresh()
    void covered.state.refresh()
  }
  const { busy, failure, keepGrid, keepPlace } = useTakeBack(params, changed)
  return (
    <Screen title={grid.status === 'ready' ? grid.data.name : GRIDS.title}>
      <FourFaces state={grid} skeleton={<SkeletonCards count={1} />} errorTitle={GRID.failed}>
        {(view) => (
          <>
            <Card>
              <Facts facts={factsOf(view)} />
            </Card>
            {view.mayArrange && <Acts grid={view} busy={busy} onStay={keepGrid} onChanged={changed} />}
          </>
        )}
      </FourFaces>
      {failure && (
        <Note tone="late" icon="alert" gap alert>
          {failure.message}
        </Note>
      )}
      {grid.status === 'ready' && (
        <>
          <Section title={GRID.places} />
          <FourFaces
            state={covered.state}
            skeleton={<SkeletonCards count={1} />}
            errorTitle={GRID.failed}
            isEmpty={(items) => items.length === 0}
            empty={<Note>{GRID.noPlaces}</Note>}
          >
            {(items) => (
              <Card flush>
                {items.map((item) => (
                  <Item
                    key={item.coverageId}
                    title={item.placeName}
                    text={timeOf(item)}
                    value={item.mayTakeBack ? GRID.stayMove : undefined}
                    label={item.mayTakeBack ? `${item.placeName}，${GRID.stayMove}` : undefined}
                    onPress={item.mayTakeBack ? () => keepPlace(item) : undefined}
                  />
                ))}
                <MoreButton more={covered.more} />
              </Card>
            )}
          </FourFaces>
        </>
      )}
    </Screen>
  )
}

function factsOf({ kind, purpose, endsAt, successorName, openMatters, officers }: GridView) {
  return [
    { name: GRID.kind, value: kind === 'grid' ? GRIDS.basic : GRIDS.functional },
    ...(purpose ? [{ name: GRID.purpose, value: purpose }] : []),
    { name: GRID.end, value: endOf(kind, endsAt) },
    ...(kind === 'grid' && endsAt
      ? [{ name: GRID.successor, value: successorName ?? GRID.toCommunity }]
      : []),
    ...(kind === 'grid' ? [{ name: GRID.open, value: GRID.matters(openMatters) }] : []),
    { name: GRID.officers, value: GRID.persons(officers) },
  ]
}

/** A basic grid goes on a day; a functional one has its last. */
function endOf(kind: GridView['kind'], endsAt: string | null): string {
  if (!endsAt) return GRID.noEnd
  return kind === 'grid' ? GRID.ends(fullDate(endsAt)) : GRIDS.until(fullDate(justBefore(endsAt)))
}

/** Coming moves with their dates; what is so until further notice needs no word. */
function timeOf({ from, to, nextGridName }: CoverageItem): string | undefined {
  const coming = new Date(from).getTime() > Date.now()
  const parts = [
    ...(coming ? [GRID.from(fullDate(from))] : []),
    ...(to ? [GRID.to(fullDate(justBefore(to)), nextGridName)] : []),
  ]
  return parts.length > 0 ? parts.join('，') : undefined
}

type Open = 'move' | 'dissolve' | 'terms' | undefined

interface ActsProps {
  grid: GridView
  busy: boolean
  onStay: () => void
  onChanged: () => void
}

function Acts({ grid, busy, onStay, onChanged }: ActsProps) {
  const [open, setOpen] = useState<Open>()
  const basic = grid.kind === 'grid'
  const ending = endIsToCome(grid.endsAt === null ? null : new Date(grid.endsAt), new Date())
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    onChanged()
  }
  if (grid.endsAt && !ending) return null
  if (basic && ending)
    return (
      <View className="acts">
        <Button variant="secondary" block onPress={onStay} busy={busy} busyWords={GRID.dissolveBusy}>
          {GRID.stay}
        </Button>
      </View>
    )
  const sheet = { grid, onClose: close, onDone: done }
  return (
    <View className="acts">
      {basic ? (
        <>
          <Button onPress={() => setOpen('move')}>{GRID.move}</Button>
          <Button variant="quiet" block onPress={() => setOpen('dissolve')}>
            {GRID.dissolve}
          </Button>
          <MoveSheet {...sheet} open={open === 'move'} />
          <DissolveSheet {...sheet} open={open === 'dissolve'} />
        </>
      ) : (
        <>
          <Button onPress={() => setOpen('terms')}>{GRID.terms}</Button>
          <TermsSheet {...sheet} open={open === 'terms'} />
        </>
      )}
    </View>
  )
}
