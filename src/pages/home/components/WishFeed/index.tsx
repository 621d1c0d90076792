import { listWishesEndpoint } from '#core/wishes'
import { Blank } from '@/components/Blank'
import { FourFaces } from '@/components/FourFaces'
import { MoreButton } from '@/components/MoreButton'
import { SkeletonCards } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { WishCard } from '@/parts/wishes'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { ROUTES } from '@/routes'
import { HOME_WORDS } from '../../words'

export interface WishFeedProps {
  communityId: string
  placeId: string
  placeName: string
}

/** The wishes of a place that wait for somebody, the most urgent first. */
export function WishFeed({ communityId, placeId, placeName }: WishFeedProps) {
  const { state, more } = usePaged(
    (cursor) =>
      callEndpoint(listWishesEndpoint, {
        params: { communityId },
        query: { list: 'waiting', placeId, cursor },
      }),
    [communityId, placeId],
  )
  useReturn(() => void state.refresh())
  useReachEnd(more.load)
  return (
    <FourFaces
      state={state}
      skeleton={<SkeletonCards />}
      errorTitle={HOME_WORDS.noWishesOpened}
      isEmpty={(wishes) => wishes.length === 0}
      empty={
        <Blank
          art="window"
          title={HOME_WORDS.noWishes(placeName)}
          text={HOME_WORDS.noWishesText}
          act={{ words: HOME_WORDS.nearbyWishes, onPress: () => goTo(ROUTES.wishes, { communityId }) }}
          otherAct={{ words: HOME_WORDS.sayWish, onPress: () => goTo(ROUTES.sayWish, { communityId }) }}
        />
      }
    >
      {(wishes) => (
        <>
          {wishes.map((wish) => (
            <WishCard
              key={wish.wishId}
              wish={wish}
              named
              onOpen={(wishId) => goTo(ROUTES.wish, { communityId, wishId })}
            />
          ))}
          <MoreButton more={more} />
        </>
      )}
    </FourFaces>
  )
}
