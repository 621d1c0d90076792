import type { ReactNode } from 'react'
import { listCommunitiesEndpoint } from '#core/places'
import type { MeView } from '#core/people'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { Section } from '@/components/Section'
import { SkeletonRows } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { currentCommunity, knownMe } from '@/platform/me'
import { redirect, switchTab } from '@/platform/navigation'
import { mayHere, type PlaceAct } from '../../may'
import { PLACES } from '../../words'

export interface GateProps {
  title: string
  /** The page's own address, for the community that is chosen. */
  page: string
  communityId: string | undefined
  /** What one must be allowed to do to see the page. */
  act: PlaceAct
  children: (here: { me: MeView; communityId: string }) => ReactNode
}

/** Which community, and whether the reader has anything to do here; who has offices above all of them chooses one. */
export function Gate({ title, page, communityId: asked, act, children }: GateProps) {
  const me = useLoad(knownMe, [])
  if (me.status === 'ready') {
    const communityId = asked ?? currentCommunity(me.data)?.communityId
    if (communityId === undefined && me.data.regions.length > 0)
      return <Communities title={title} page={page} />
    if (communityId !== undefined && mayHere(me.data, communityId, act))
      return <>{children({ me: me.data, communityId })}</>
  }
  return (
    <Screen title={title}>
      <FourFaces state={me} skeleton={<SkeletonRows />} errorTitle={PLACES.failed}>
        {() => (
          <Blank
            art="window"
            title={PLACES.notMine}
            text={PLACES.notMineText}
            act={{ words: PLACES.backToMe, onPress: () => switchTab('me') }}
          />
        )}
      </FourFaces>
    </Screen>
  )
}

function Communities({ title, page }: Pick<GateProps, 'title' | 'page'>) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listCommunitiesEndpoint, { query: { cursor } }),
    [],
  )
  return (
    <Screen title={title}>
      <Section title={PLACES.whichCommunity} first />
      <FourFaces state={state} skeleton={<SkeletonRows />} errorTitle={PLACES.failed}>
        {(communities) => (
          <Card flush>
            {communities.map(({ communityId, name, subdistrictName }) => (
              <Item
                key={communityId}
                icon="pin"
                title={name}
                text={subdistrictName}
                onPress={() => redirect(page, { communityId })}
              />
            ))}
            <MoreButton more={more} />
          </Card>
        )}
      </FourFaces>
    </Screen>
  )
}
