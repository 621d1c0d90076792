import { View } from '@tarojs/components'
import type { MyCommunity } from '#core/people'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { knownMe } from '@/platform/me'
import { switchTab, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { PinCard, WhatCard } from '../../components/PublishCards'
import { PlaceCard } from '../../components/PlaceCard'
import { PUBLISH } from '../../words'
import { publishPlaces, type PublishPlace } from './places'
import { usePublish } from './usePublish'

/** 发通知: for whom, what, and whether it stays on top. */
export default function PublishPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.publishNotice, query) ? (
    <Publish communityId={query.communityId ?? ''} />
  ) : null
}

function Publish({ communityId }: { communityId: string }) {
  const state = useLoad(async () => placesIn((await knownMe()).communities, communityId), [communityId])
  if (state.status === 'ready' && state.data.length > 0)
    return <PublishForm communityId={communityId} places={state.data} />
  return (
    <Screen title={PUBLISH.title}>
      <FourFaces
        state={state}
        skeleton={<SkeletonCards />}
        errorTitle={PUBLISH.failed}
        isEmpty={() => true}
        empty={
          <Blank
            art="window"
            title={PUBLISH.cannot}
            text={PUBLISH.cannotText}
            act={{ words: PUBLISH.home, onPress: () => switchTab('home') }}
          />
        }
      >
        {() => null}
      </FourFaces>
    </Screen>
  )
}

function placesIn(communities: readonly MyCommunity[], communityId: string): PublishPlace[] {
  const community = communities.find((one) => one.communityId === communityId)
  return community ? publishPlaces(community) : []
}

function PublishForm({ communityId, places }: { communityId: string; places: readonly PublishPlace[] }) {
  const form = usePublish(communityId, places)
  const { failure, busy, send } = form
  const elsewhere = failure && !['title', 'text', 'photoIds'].includes(failure.field ?? '')
  return (
    <Screen
      title={PUBLISH.title}
      foot={
        <View className="acts">
          {elsewhere && <FailureNote failure={failure} />}
          <Button busy={busy} busyWords={PUBLISH.sending} onPress={send}>
            {PUBLISH.send}
          </Button>
        </View>
      }
    >
      <WhatCard form={form} />
      <PlaceCard communityId={communityId} places={places} chosen={form.place} onChoose={form.setPlace} />
      <PinCard form={form} />
      <Note gap>{PUBLISH.note}</Note>
      <ConsentSheet />
    </Screen>
  )
}
