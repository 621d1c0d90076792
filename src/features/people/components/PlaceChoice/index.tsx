import { useState } from 'react'
import { listPlacesEndpoint, pathName, type PlaceKind, type RegionKind } from '#core/places'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { PROPOSE } from '../../words'

export interface PlaceChoiceProps {
  communityId: string
  /** What may be chosen. */
  kinds: readonly (PlaceKind | RegionKind)[]
  chosen?: { id: string; name: string }
  onChoose: (place: { id: string; name: string }) => void
}

interface Knot extends TreeItem {
  kind: PlaceKind
}

const GRIDS: readonly (PlaceKind | RegionKind)[] = ['grid', 'functional_grid']

/** A row that opens the tree of places, or the list of grids where only those are held. */
export function PlaceChoice({ communityId, kinds, chosen, onChoose }: PlaceChoiceProps) {
  const [open, setOpen] = useState(false)
  const canChoose = ({ kind }: Knot) => kinds.includes(kind)
  const load = (parentId: string | undefined, cursor: string | undefined) =>
    loadKnots(
      { communityId, parentId, cursor, grids: kinds.every((kind) => GRIDS.includes(kind)) },
      canChoose,
    )
  const choose = (path: readonly Knot[]) => {
    onChoose({ id: path[path.length - 1]?.id ?? '', name: path.map(({ name }) => name).join(' ') })
    setOpen(false)
  }
  return (
    <>
      <Item
        icon="pin"
        title={chosen?.name ?? PROPOSE.choosePlace}
        text={chosen && PROPOSE.otherPlace}
        onPress={() => setOpen(true)}
      />
      <Sheet open={open} title={PROPOSE.place} onClose={() => setOpen(false)}>
        <TreePicker load={load} canChoose={canChoose} onChoose={(_, path) => choose(path)} />
      </Sheet>
    </>
  )
}

interface Asked {
  communityId: string
  parentId: string | undefined
  cursor: string | undefined
  grids: boolean
}

/** What may be chosen, and what may lead to it; homes never. */
async function loadKnots(
  { communityId, parentId, cursor, grids }: Asked,
  canChoose: (knot: Knot) => boolean,
) {
  const query = { parentId, cursor, grids: grids ? ('true' as const) : undefined }
  const page = await callEndpoint(listPlacesEndpoint, { params: { communityId }, query })
  const knots = page.items.map(({ placeId, kind, name, hasChildren }): Knot => {
    return { id: placeId, kind, name: pathName([{ kind, name }]), hasChildren }
  })
  return { items: knots.filter((knot) => canChoose(knot) || knot.hasChildren), nextCursor: page.nextCursor }
}
