import { useState } from 'react'
import { listPlacesEndpoint, type PlaceKind } from '#core/places'
import { VOTE_PLACE_KINDS, type VotePlaceView } from '#core/votes'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { sentenceOf } from '@/platform/readable-error'
import { WHERE } from '../../../../draft-words'
import { listPlaces } from '../../draft-start'
import { FaultLine } from '../FaultLine'

export interface InsidePickerProps {
  communityId: string
  /** One of one's own places, inside which one looks. */
  root: VotePlaceView | undefined
  onChoose: (place: VotePlaceView) => void
}

interface Knot extends TreeItem {
  kind: PlaceKind
}

/** A smaller place: a staircase of one's building, a building of one's estate. The server says who may be asked there. */
export function InsidePicker({ communityId, root, onChoose }: InsidePickerProps) {
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  if (!root) return null
  const choose = async (placeId: string) => {
    setOpen(false)
    setAsking(true)
    setRefusal(undefined)
    try {
      const [place] = await listPlaces(communityId, { placeId })
      if (place) onChoose(place)
      else setRefusal(WHERE.notThere)
    } catch (error) {
      setRefusal(sentenceOf(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      <Item
        icon="pin"
        title={WHERE.inside}
        text={asking ? WHERE.checking : undefined}
        onPress={() => setOpen(true)}
      />
      <FaultLine error={refusal} />
      <Sheet open={open} title={WHERE.placeSheet} onClose={() => setOpen(false)}>
        <TreePicker
          load={(parentId, cursor) => loadKnots(communityId, parentId ?? topOf(communityId, root), cursor)}
          canChoose={canVote}
          onChoose={({ id }) => void choose(id)}
        />
      </Sheet>
    </>
  )
}

const canVote = ({ kind }: Knot) => VOTE_PLACE_KINDS.includes(kind)

/** The community itself is no place of the tree: its places are those without a parent. */
const topOf = (communityId: string, { placeId }: VotePlaceView) =>
  placeId === communityId ? undefined : placeId

async function loadKnots(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const page = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const knots = page.items.map(({ placeId, kind, name, hasChildren }): Knot => {
    return { id: placeId, kind, name, hasChildren: hasChildren && kind !== 'entrance' }
  })
  return { items: knots.filter(canVote), nextCursor: page.nextCursor }
}
