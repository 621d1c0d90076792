import { useState } from 'react'
import { NOTICE_PLACES } from '#core/notices'
import { listPlacesEndpoint, type PlaceKind } from '#core/places'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { Item } from '@/components/Item'
import { Sheet } from '@/components/Sheet'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import type { PublishPlace } from '../../pages/publish/places'
import { PUBLISH } from '../../words'

export interface PlaceCardProps {
  communityId: string
  /** Where one may publish: there and below. */
  places: readonly PublishPlace[]
  chosen?: PublishPlace
  onChoose: (place: PublishPlace) => void
}

interface Knot extends TreeItem {
  kind: PlaceKind
}

/** For whom: one of one's own places, or a smaller one inside it. */
export function PlaceCard({ communityId, places, chosen, onChoose }: PlaceCardProps) {
  const [inside, setInside] = useState<PublishPlace>()
  const root = places.find(({ id }) => id === chosen?.id) ?? places[0]
  const choose = (path: readonly Knot[]) => {
    const last = path[path.length - 1]
    if (last) onChoose({ id: last.id, name: path.map(({ name }) => name).join(' ') })
    setInside(undefined)
  }
  const isSmaller = chosen && !places.some(({ id }) => id === chosen.id)
  const options = isSmaller ? [...places, chosen] : places
  return (
    <Card title={PUBLISH.to} aside={PUBLISH.toHint}>
      <ChoiceList
        label={PUBLISH.to}
        options={options.map(({ id, name }) => ({ value: id, title: name }))}
        value={chosen?.id}
        onChange={(id) => onChoose(options.find((one) => one.id === id) as PublishPlace)}
      />
      {root && <Item icon="pin" title={PUBLISH.smaller} onPress={() => setInside(root)} />}
      <Sheet open={inside !== undefined} title={PUBLISH.choosePlace} onClose={() => setInside(undefined)}>
        {inside && (
          <TreePicker
            load={(parentId, cursor) => loadKnots(communityId, inside, parentId, cursor)}
            canChoose={canChoose}
            onChoose={(_, path) => choose(path)}
          />
        )}
      </Sheet>
    </Card>
  )
}

const canChoose = ({ kind }: Knot) => NOTICE_PLACES.includes(kind)

/** Places where a notice may hang, right under a parent; homes, shops and grids never. */
async function loadKnots(
  communityId: string,
  inside: PublishPlace,
  parentId: string | undefined,
  cursor: string | undefined,
) {
  const top = inside.id === communityId ? undefined : inside.id
  const query = { parentId: parentId ?? top, cursor }
  const page = await callEndpoint(listPlacesEndpoint, { params: { communityId }, query })
  const knots = page.items.map(({ placeId, kind, name, hasChildren }): Knot => {
    return { id: placeId, kind, name, hasChildren: hasChildren && kind !== 'entrance' }
  })
  return { items: knots.filter(canChoose), nextCursor: page.nextCursor }
}
