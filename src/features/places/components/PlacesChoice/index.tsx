import { View } from '@tarojs/components'
import { useState } from 'react'
import { coverable, listPlacesEndpoint, type PlaceKind } from '#core/places'
import { Button } from '@/components/Button'
import { Item } from '@/components/Item'
import { State } from '@/components/State'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { GRIDS } from '../../words'

export interface ChosenPlace {
  id: string
  name: string
}

interface Knot extends TreeItem {
  kind: PlaceKind
}

/** Which buildings and entrances a grid covers: chosen one after the other from the tree, a press takes one out again. */
export function PlacesChoice({
  communityId,
  chosen,
  onChange,
  error,
}: {
  communityId: string
  chosen: readonly ChosenPlace[]
  onChange: (places: ChosenPlace[]) => void
  error?: string
}) {
  const [open, setOpen] = useState(chosen.length === 0)
  const choose = (path: readonly Knot[]) => {
    const id = path[path.length - 1]?.id ?? ''
    const name = path.map((knot) => knot.name).join(' ')
    onChange([...chosen.filter((one) => one.id !== id), { id, name }])
    setOpen(false)
  }
  return (
    <View>
      {chosen.map((place) => (
        <Item
          key={place.id}
          icon="cross"
          title={place.name}
          label={GRIDS.dropPlace(place.name)}
          onPress={() => onChange(chosen.filter(({ id }) => id !== place.id))}
        />
      ))}
      {open ? (
        <TreePicker
          load={(parentId, cursor) => loadCoverable(communityId, parentId, cursor)}
          canChoose={({ kind }) => coverable(kind)}
          onChoose={(_, path) => choose(path)}
        />
      ) : (
        <Button variant="quiet" block icon="plus" onPress={() => setOpen(true)}>
          {chosen.length > 0 ? GRIDS.addPlace : GRIDS.choosePlace}
        </Button>
      )}
      {error && (
        <State icon="alert" tone="late" gap>
          {error}
        </State>
      )}
    </View>
  )
}

/** Down to what a grid can cover, and no further. */
async function loadCoverable(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const page = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const knots = page.items.map(({ placeId, ...rest }): Knot => ({ id: placeId, ...rest }))
  return {
    items: knots
      .filter(({ kind, hasChildren }) => coverable(kind) || (hasChildren && kind !== 'home'))
      // What stands in an entrance is nobody's to choose here.
      .map((knot) => (knot.kind === 'entrance' ? { ...knot, hasChildren: false } : knot)),
    nextCursor: page.nextCursor,
  }
}
