import { useState } from 'react'
import { listPlacesEndpoint, PLACE_LABELS, pathName, readPlaceEndpoint, type PlaceItem } from '#core/places'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { usePaged, type More } from '@/hooks/usePaged'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { Gate } from '../../components/Gate'
import { PlaceForm } from '../../components/PlaceForm'
import { mayHere } from '../../may'
import { PLACES } from '../../words'

/** 楼栋和门口的码: the tree of places, one level at a time. */
export default function PlacesPage() {
  const query = usePageQuery()
  const { communityId, placeId } = query
  if (!useSignInFirst(ROUTES.places, query)) return null
  return (
    <Gate title={PLACES.title} page={ROUTES.places} communityId={communityId} act="issueDoorCode">
      {({ me, communityId: here }) => (
        <Places communityId={here} placeId={placeId} mayAdd={mayHere(me, here, 'createPlace')} />
      )}
    </Gate>
  )
}

interface PlacesProps {
  communityId: string
  /** Undefined: right below the community. */
  placeId: string | undefined
  mayAdd: boolean
}

function Places({ communityId, placeId, mayAdd }: PlacesProps) {
  const [adding, setAdding] = useState(false)
  const place = useLoad(async () => {
    if (placeId === undefined) return undefined
    return callEndpoint(readPlaceEndpoint, { params: { communityId, placeId } })
  }, [communityId, placeId])
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listPlacesEndpoint, { params: { communityId }, query: { parentId: placeId, cursor } }),
    [communityId, placeId],
  )
  const here = place.status === 'ready' ? place.data : undefined
  const foot = mayAdd && (
    <Button onPress={() => setAdding(true)}>{placeId === undefined ? PLACES.addTop : PLACES.add}</Button>
  )
  return (
    <Screen title={here ? pathName(here.path) : PLACES.title} foot={foot}>
      {here && <CodesCard communityId={communityId} placeId={here.placeId} />}
      <Section title={PLACES.below} first={!here} />
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={PLACES.failed}
        isEmpty={(items) => items.length === 0}
        empty={
          <Blank art="window" title={PLACES.empty} text={mayAdd ? PLACES.emptyText : PLACES.emptyTextRead} />
        }
      >
        {(items) => <PlaceList communityId={communityId} items={items} more={more} />}
      </FourFaces>
      <PlaceForm
        open={adding}
        communityId={communityId}
        parent={here}
        onClose={() => setAdding(false)}
        onAdded={() => {
          setAdding(false)
          void state.refresh()
        }}
      />
    </Screen>
  )
}

function CodesCard({ communityId, placeId }: { communityId: string; placeId: string }) {
  return (
    <Card flush>
      <Item
        icon="scan"
        title={PLACES.codes}
        text={PLACES.codesText}
        onPress={() => goTo(ROUTES.doorCodes, { communityId, placeId })}
      />
    </Card>
  )
}

/** Nothing stands in them: they lead straight to their codes. */
const LEAVES: readonly PlaceItem['kind'][] = ['premises', 'facility']

interface PlaceListProps {
  communityId: string
  items: readonly PlaceItem[]
  more: More
}

function PlaceList({ communityId, items, more }: PlaceListProps) {
  const open = ({ kind, placeId }: PlaceItem) =>
    goTo(LEAVES.includes(kind) ? ROUTES.doorCodes : ROUTES.places, { communityId, placeId })
  return (
    <Card flush>
      {items.map((item) => (
        <Item
          key={item.placeId}
          title={pathName([item])}
          value={PLACE_LABELS[item.kind]}
          onPress={item.kind === 'home' ? undefined : () => open(item)}
        />
      ))}
      <MoreButton more={more} />
    </Card>
  )
}
