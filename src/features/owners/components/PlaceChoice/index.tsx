import { useState } from 'react'
import { listPlacesEndpoint, type PlaceKind } from '#core/places'
import { OWNERS_PLACE_KINDS } from '#core/votes'
import { Card } from '@/components/Card'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { State } from '@/components/State'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { sentenceOf } from '@/platform/readable-error'
import { RECORD_BYLAW } from '../../bylaw-words'
import { ownersPlaces, type OwnersPlace } from '../../owners-places'

export interface PlaceChoiceProps {
  communityId: string
  place: OwnersPlace | undefined
  /** A refusal about the place. */
  error: string | undefined
  onChoose: (place: OwnersPlace) => void
}

interface Knot extends TreeItem {
  kind: PlaceKind
}

/** 规约管哪里: an estate or a smaller place. The server says who records there. */
export function PlaceChoice({ communityId, place, error, onChoose }: PlaceChoiceProps) {
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const choose = async (placeId: string) => {
    setOpen(false)
    setAsking(true)
    setRefusal(undefined)
    try {
      const [found] = await ownersPlaces(communityId, placeId)
      if (found) onChoose(found)
      else setRefusal(RECORD_BYLAW.closedText)
    } catch (failed) {
      setRefusal(sentenceOf(failed))
    } finally {
      setAsking(false)
    }
  }
  return (
    <Card title={RECORD_BYLAW.place}>
      <Item
        icon="pin"
        strong={place !== undefined}
        title={place?.name ?? RECORD_BYLAW.placeAsk}
        text={asking ? RECORD_BYLAW.placeChecking : place && RECORD_BYLAW.placeOther}
        onPress={() => setOpen(true)}
      />
      {(refusal ?? error) && (
        <State icon="alert" tone="late" gap>
          {refusal ?? error}
        </State>
      )}
      <Sheet open={open} title={RECORD_BYLAW.placeSheet} onClose={() => setOpen(false)}>
        <TreePicker
          load={(parentId, cursor) => loadKnots(communityId, parentId, cursor)}
          canChoose={isOfOwners}
          onChoose={({ id }) => void choose(id)}
        />
      </Sheet>
    </Card>
  )
}

const isOfOwners = ({ kind }: Knot) => OWNERS_PLACE_KINDS.includes(kind)

/** Below a staircase there are homes alone. */
const leadsDown = ({ kind, hasChildren }: { kind: PlaceKind; hasChildren: boolean }) =>
  hasChildren && kind !== 'entrance'

async function loadKnots(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const { items, nextCursor } = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const knots = items.map((one): Knot => ({
    id: one.placeId,
    kind: one.kind,
    name: one.name,
    hasChildren: leadsDown(one),
  }))
  return { items: knots.filter(isOfOwners), nextCursor }
}
