import { View } from '@tarojs/components'
import { BYLAW_CLAUSE_LENGTH, BYLAW_PHOTOS_AT_MOST, BYLAW_TITLE_LENGTH } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { useLoad } from '@/hooks/useLoad'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { PhotoPicker } from '@/parts/photos'
import { redirect, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { RECORD_BYLAW } from '../../bylaw-words'
import { PlaceChoice } from '../../components/PlaceChoice'
import { ownersPlaces, type OwnersPlace } from '../../owners-places'
import { useHere } from '../../useHere'
import { useRecordBylaw, type RecordingBylaw } from './useRecordBylaw'

/** 备案规约: who speaks for the owners writes down what they decided about silence. */
export default function RecordBylawPage() {
  return useSignInFirst(ROUTES.recordBylaw, usePageQuery()) ? <Recording /> : null
}

function Recording() {
  const here = useHere()
  const { communityId, records } = here.status === 'ready' ? here.data : { records: false }
  if (communityId && records) return <Start communityId={communityId} />
  return (
    <Screen title={RECORD_BYLAW.title}>
      <FourFaces
        state={here}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={RECORD_BYLAW.failed}
        isEmpty={() => true}
        empty={<Blank art="window" title={RECORD_BYLAW.closed} text={RECORD_BYLAW.closedText} />}
      >
        {() => null}
      </FourFaces>
    </Screen>
  )
}

/** Where there is one place only, it is chosen already. */
function Start({ communityId }: { communityId: string }) {
  const places = useLoad(() => ownersPlaces(communityId), [communityId])
  if (places.status === 'ready')
    return <Form communityId={communityId} start={places.data.length === 1 ? places.data[0] : undefined} />
  return (
    <Screen title={RECORD_BYLAW.title}>
      <FourFaces state={places} skeleton={<SkeletonCards count={2} />} errorTitle={RECORD_BYLAW.failed}>
        {() => null}
      </FourFaces>
    </Screen>
  )
}

function Form({ communityId, start }: { communityId: string; start: OwnersPlace | undefined }) {
  const recording = useRecordBylaw(communityId, start, ({ bylawId }) =>
    redirect(ROUTES.bylaw, { communityId, id: bylawId }),
  )
  const { draft, change, photos, failure } = recording
  const errorAt = (field: string) => (failure?.field === field ? failure.message : undefined)
  return (
    <Screen title={RECORD_BYLAW.title} foot={<Foot recording={recording} />}>
      <Note>{RECORD_BYLAW.about}</Note>
      <PlaceChoice
        communityId={communityId}
        place={draft.place}
        error={errorAt('placeId')}
        onChoose={(place) => change({ place })}
      />
      <Card gap>
        <Field
          label={RECORD_BYLAW.name}
          placeholder={RECORD_BYLAW.namePlaceholder}
          value={draft.title}
          maxLength={BYLAW_TITLE_LENGTH}
          error={errorAt('title')}
          onChange={(title) => change({ title })}
        />
        <Field
          label={RECORD_BYLAW.clause}
          hint={RECORD_BYLAW.clauseHint}
          placeholder={RECORD_BYLAW.clausePlaceholder}
          value={draft.clause}
          maxLength={BYLAW_CLAUSE_LENGTH}
          multiline
          error={errorAt('clause')}
          onChange={(clause) => change({ clause })}
        />
        <Field
          label={RECORD_BYLAW.day}
          hint={RECORD_BYLAW.dayHint}
          placeholder={RECORD_BYLAW.dayPlaceholder}
          value={draft.day}
          error={errorAt('adoptedOn')}
          onChange={(day) => change({ day })}
        />
        <PhotoPicker
          photos={photos}
          label={RECORD_BYLAW.photos}
          hint={RECORD_BYLAW.photosHint(BYLAW_PHOTOS_AT_MOST)}
          error={errorAt('photoIds')}
        />
      </Card>
      <ConsentSheet />
    </Screen>
  )
}

/** What says itself what is wrong with it. */
const ON_FIELDS = ['placeId', 'title', 'clause', 'adoptedOn', 'photoIds']

function Foot({ recording: { send, busy, failure } }: { recording: RecordingBylaw }) {
  const elsewhere = failure && !ON_FIELDS.includes(failure.field ?? '')
  return (
    <View className="acts">
      {elsewhere && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button busy={busy} busyWords={RECORD_BYLAW.sending} onPress={send}>
        {RECORD_BYLAW.send}
      </Button>
    </View>
  )
}
