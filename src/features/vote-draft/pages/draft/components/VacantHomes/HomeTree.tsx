import { View } from '@tarojs/components'
import { useState } from 'react'
import { listPlacesEndpoint, type PlaceItem, type PlaceKind } from '#core/places'
import { aria } from '@/components/aria'
import { classes } from '@/components/classes'
import { FourFaces } from '@/components/FourFaces'
import { Icon } from '@/components/Icon'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Press } from '@/components/Press'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { SETTINGS } from '../../../../draft-words'
import type { VacantHome } from '../../vote-draft'

export interface HomeTreeProps {
  communityId: string
  /** Where it begins; undefined: with the whole community. */
  rootId: string | undefined
  chosen: readonly VacantHome[]
  onToggle: (home: VacantHome) => void
}

/** What homes lie in, besides themselves. */
const SHOWN: readonly PlaceKind[] = ['estate', 'courtyard', 'building', 'entrance', 'home']

/** Down to the homes of a place, several of which may be marked. */
export function HomeTree({ communityId, rootId, chosen, onToggle }: HomeTreeProps) {
  const [path, setPath] = useState<readonly PlaceItem[]>([])
  const here = path[path.length - 1]
  const parentId = here?.placeId ?? rootId
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listPlacesEndpoint, { params: { communityId }, query: { parentId, cursor } }),
    [communityId, parentId],
  )
  const nameOf = ({ name }: PlaceItem) => [...path.map((one) => one.name), name].join(' ')
  return (
    <View>
      {here && <Way path={path} onBack={() => setPath(path.slice(0, -1))} />}
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={SETTINGS.vacantLoadFailed}
        isEmpty={(places) => places.every(({ kind }) => !SHOWN.includes(kind))}
        empty={<View className="tree__end">{SETTINGS.vacantEnd}</View>}
      >
        {(places) => (
          <>
            <View className="list">
              {places
                .filter(({ kind }) => SHOWN.includes(kind))
                .map((place) =>
                  place.kind === 'home' ? (
                    <Home
                      key={place.placeId}
                      name={place.name}
                      on={chosen.some(({ id }) => id === place.placeId)}
                      onPress={() => onToggle({ id: place.placeId, name: nameOf(place) })}
                    />
                  ) : (
                    <Item key={place.placeId} title={place.name} onPress={() => setPath([...path, place])} />
                  ),
                )}
            </View>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </View>
  )
}

function Home({ name, on, onPress }: { name: string; on: boolean; onPress: () => void }) {
  return (
    <Press className="item" role="checkbox" checked={on} label={name} onPress={onPress}>
      <View className="item__body">
        <View className="item__title">{name}</View>
      </View>
      <View className={classes('choice', on && 'choice--on')}>{on && <Icon name="check" size="s" />}</View>
    </Press>
  )
}

/** Where one is, and one level back. */
function Way({ path, onBack }: { path: readonly PlaceItem[]; onBack: () => void }) {
  return (
    <View className="tree__way" {...aria({ role: 'group', label: SETTINGS.vacantHere })}>
      <Press className="tree__back" onPress={onBack}>
        <Icon name="left" size="s" lead />
        <View>{SETTINGS.vacantBack}</View>
      </Press>
      <View className="tree__here">{path.map(({ name }) => name).join(' ')}</View>
    </View>
  )
}
