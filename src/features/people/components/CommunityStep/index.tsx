import { listCommunitiesEndpoint } from '#core/places'
import { Blank } from '@/components/Blank'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { MoreButton } from '@/components/MoreButton'
import { Screen } from '@/components/Screen'
import { SkeletonRows } from '@/components/Skeleton'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, switchTab } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BIND } from '../../words'
import { Question } from '../Question'

/** First question: which community. */
export function CommunityStep() {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listCommunitiesEndpoint, { query: { cursor } }),
    [],
  )
  return (
    <Screen title={BIND.title}>
      <FourFaces
        state={state}
        skeleton={<SkeletonRows />}
        errorTitle={BIND.communityFailed}
        isEmpty={(communities) => communities.length === 0}
        empty={
          <Blank
            art="window"
            title={BIND.noCommunity}
            text={BIND.noCommunityText}
            act={{ words: BIND.backToMe, onPress: () => switchTab('me') }}
          />
        }
      >
        {(communities) => (
          <>
            <Question>{BIND.community}</Question>
            <Card flush>
              {communities.map(({ communityId, name, subdistrictName }) => (
                <Item
                  key={communityId}
                  title={name}
                  text={subdistrictName}
                  onPress={() => goTo(ROUTES.bind, { communityId })}
                />
              ))}
            </Card>
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}
