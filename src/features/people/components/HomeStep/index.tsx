import { listPlacesEndpoint, pathName, type PlaceKind } from '#core/places'
import { Card } from '@/components/Card'
import { Screen } from '@/components/Screen'
import { TreePicker, type TreeItem } from '@/components/TreePicker'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BIND } from '../../words'
import { Question } from '../Question'

interface Knot extends TreeItem {
  kind: PlaceKind
}

const isHome = ({ kind }: Knot) => kind === 'home'

/** Second question: which home, walked down to from the estate. */
export function HomeStep({ communityId }: { communityId: string }) {
  return (
    <Screen title={BIND.title}>
      <Question hint={BIND.homeHint}>{BIND.home}</Question>
      <Card>
        <TreePicker
          load={(parentId, cursor) => loadKnots(communityId, parentId, cursor)}
          canChoose={isHome}
          onChoose={({ id }) => goTo(ROUTES.bind, { communityId, homeId: id })}
        />
      </Card>
    </Screen>
  )
}

/** Homes, and what may lead to some; shops and lifts do not. */
async function loadKnots(communityId: string, parentId: string | undefined, cursor: string | undefined) {
  const page = await callEndpoint(listPlacesEndpoint, {
    params: { communityId },
    query: { parentId, cursor },
  })
  const knots = page.items.map(({ placeId, kind, name, hasChildren }): Knot => {
    return { id: placeId, kind, name: pathName([{ kind, name }]), hasChildren }
  })
  return { items: knots.filter((knot) => isHome(knot) || knot.hasChildren), nextCursor: page.nextCursor }
}
