import { View } from '@tarojs/components'
import { WORDS_STATE_NOTES } from '#core/moderation'
import { DEMAND_SOURCE, demandStateInWords, listDemandsEndpoint, type DemandItem } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FourFaces } from '@/components/FourFaces'
import { Kind } from '@/components/Kind'
import { MoreButton } from '@/components/MoreButton'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { callEndpoint } from '@/platform/call-endpoint'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { SignedMeter } from '../../components/SignedMeter'
import { DEMANDS_WORDS } from '../../words'

/** 业主联名要求: what owners of the community demand a vote about, what gathers signatures first. */
export default function DemandsPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.demands, query)
  return signedIn ? <Demands communityId={query.communityId ?? ''} /> : null
}

function Demands({ communityId }: { communityId: string }) {
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listDemandsEndpoint, { params: { communityId }, query: { cursor } }),
    [communityId],
  )
  useReturn(() => void state.refresh())
  const write = () => goTo(ROUTES.newDemand, { communityId })
  return (
    <Screen
      title={DEMANDS_WORDS.title}
      foot={
        <View className="acts">
          <Button icon="pen" onPress={write}>
            {DEMANDS_WORDS.write}
          </Button>
        </View>
      }
    >
      <FourFaces
        state={state}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={DEMANDS_WORDS.failed}
        isEmpty={(demands) => demands.length === 0}
        empty={
          <Blank art="window" title={DEMANDS_WORDS.empty} text={DEMANDS_WORDS.emptyText}>
            <View className="text--quiet">{DEMAND_SOURCE}</View>
          </Blank>
        }
      >
        {(demands) => (
          <>
            <Note title={DEMANDS_WORDS.about}>
              <View>{DEMAND_SOURCE}</View>
            </Note>
            {demands.map((demand) => (
              <DemandCard
                key={demand.demandId}
                demand={demand}
                onOpen={({ demandId }) => goTo(ROUTES.demand, { communityId, demandId })}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </FourFaces>
    </Screen>
  )
}

interface DemandCardProps {
  demand: DemandItem
  onOpen: (demand: DemandItem) => void
}

function DemandCard({ demand, onOpen }: DemandCardProps) {
  const unseen = WORDS_STATE_NOTES[demand.wordsState]
  return (
    <Card gap onPress={() => onOpen(demand)}>
      <View className="feed__meta">
        <Kind icon="vote" tone="vote">
          {DEMANDS_WORDS.kind}
        </Kind>
        <View className="feed__when">{demand.placeName}</View>
      </View>
      <View className="feed__title">{demand.title}</View>
      <SignedMeter demand={demand} />
      <State icon={demand.state === 'convened' ? 'check' : 'clock'} gap>
        {demandStateInWords(demand, new Date())}
      </State>
      {unseen && (
        <State icon="eye" gap>
          {unseen}
        </State>
      )}
    </Card>
  )
}
