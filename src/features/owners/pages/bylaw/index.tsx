import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  BYLAW_ACT_LABELS,
  BYLAW_STATE_LABELS,
  bylawTitleInWords,
  type BylawAct,
  type BylawView,
} from '#core/votes'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Facts, type Fact } from '@/components/Facts'
import { FourFaces } from '@/components/FourFaces'
import { Item } from '@/components/Item'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { PhotoStrip } from '@/parts/photos'
import { goTo, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BYLAW } from '../../bylaw-words'
import { BylawActSheet } from '../../components/BylawActSheet'
import { useBylaw } from './useBylaw'

/** One set of bylaws: the clause about silence, the photos of the paper, and who answers for it. */
export default function BylawPage() {
  const query = usePageQuery()
  return useSignInFirst(ROUTES.bylaw, query) ? <Bylaw bylawId={query.id ?? ''} /> : null
}

function Bylaw({ bylawId }: { bylawId: string }) {
  const state = useBylaw(bylawId)
  const [asking, setAsking] = useState<BylawAct>()
  const bylaw = state.status === 'ready' ? state.data : undefined
  return (
    <Screen
      title={BYLAW.title}
      foot={bylaw && bylaw.acts.length > 0 ? <Acts acts={bylaw.acts} onPress={setAsking} /> : undefined}
    >
      <FourFaces state={state} skeleton={<SkeletonCards count={2} />} errorTitle={BYLAW.failed}>
        {(one) => <Body bylaw={one} />}
      </FourFaces>
      {bylaw && (
        <BylawActSheet
          bylaw={bylaw}
          act={asking}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined)
            void state.refresh()
          }}
        />
      )}
    </Screen>
  )
}

function Acts({ acts, onPress }: { acts: readonly BylawAct[]; onPress: (act: BylawAct) => void }) {
  return (
    <View className="acts">
      {acts.map((act) => (
        <Button
          key={act}
          variant={act === 'put_in_force' ? 'primary' : 'secondary'}
          onPress={() => onPress(act)}
        >
          {BYLAW_ACT_LABELS[act]}
        </Button>
      ))}
    </View>
  )
}

function Body({ bylaw }: { bylaw: BylawView }) {
  const { communityId, title, clause, photos, state } = bylaw
  return (
    <>
      <Card title={bylawTitleInWords(title)}>
        <Facts facts={factsOf(bylaw)} />
      </Card>
      <Card title={BYLAW.clause} gap>
        <View>{clause}</View>
        <Note gap tone={state === 'recorded' ? 'wait' : 'plain'}>
          {BYLAW.standing(state)}
        </Note>
      </Card>
      <Card title={BYLAW.photos} gap>
        <PhotoStrip photos={photos} name={BYLAW.photo} />
      </Card>
      <Card flush gap>
        <Item icon="list" title={BYLAW.all} onPress={() => goTo(ROUTES.bylaws, { communityId })} />
      </Card>
    </>
  )
}

function factsOf(bylaw: BylawView): Fact[] {
  const { state, placeName, recordedBy, recordedAt, decidedBy, decidedAt, endedBy, endedAt, reason } = bylaw
  const decided = BYLAW.decidedBy(state)
  return [
    { name: BYLAW.state, value: BYLAW_STATE_LABELS[state] },
    { name: BYLAW.place, value: placeName },
    { name: BYLAW.adopted, value: BYLAW.adoptedOn(bylaw) },
    { name: BYLAW.recordedBy, value: BYLAW.byAt(recordedBy, recordedAt) },
    ...(decidedBy ? [{ name: decided, value: BYLAW.byAt(decidedBy, decidedAt) }] : []),
    ...(endedBy ? [{ name: BYLAW.endedBy, value: BYLAW.byAt(endedBy, endedAt) }] : []),
    ...(reason ? [{ name: BYLAW.reason, value: reason }] : []),
  ]
}
