import { View } from '@tarojs/components'
import { PLACE_LABELS, type PlaceKind } from '#core/places'
import { DEMAND_SIGNING_WORDS, DEMAND_SOURCE, DEMAND_TEXT_LENGTH, DEMAND_TITLE_LENGTH } from '#core/votes'
import { Blank } from '@/components/Blank'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { useSignInFirst } from '@/hooks/useSignInFirst'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { switchTab, usePageQuery } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { useNewDemand, type NewDemand } from '../../useNewDemand'
import { NEW_DEMAND } from '../../words'

/** 写联名要求: where, what, why. Who writes it signs it. */
export default function NewDemandPage() {
  const query = usePageQuery()
  const signedIn = useSignInFirst(ROUTES.newDemand, query)
  return signedIn ? <Writing communityId={query.communityId ?? ''} /> : null
}

function Writing({ communityId }: { communityId: string }) {
  const form = useNewDemand(communityId)
  const { places } = form
  const mayWrite = places.status === 'ready' && places.data.length > 0
  return (
    <Screen title={NEW_DEMAND.title} foot={mayWrite ? <Foot form={form} /> : undefined}>
      <FourFaces
        state={places}
        skeleton={<SkeletonCards count={2} />}
        errorTitle={NEW_DEMAND.failed}
        isEmpty={(all) => all.length === 0}
        empty={
          <Blank
            art="window"
            title={NEW_DEMAND.cannot}
            text={NEW_DEMAND.cannotText}
            act={{ words: NEW_DEMAND.bind, onPress: () => switchTab('me') }}
          />
        }
      >
        {(all) => <Form form={form} places={all} />}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Foot({ form: { failure, busy, send } }: { form: NewDemand }) {
  return (
    <View className="acts">
      {failure && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      <Button busy={busy} busyWords={NEW_DEMAND.sending} onPress={send}>
        {NEW_DEMAND.send}
      </Button>
    </View>
  )
}

interface FormProps {
  form: NewDemand
  places: readonly { placeId: string; name: string; kind: PlaceKind }[]
}

function Form({ form: { written, change, errorAt }, places }: FormProps) {
  const whereWrong = errorAt('placeId')
  return (
    <>
      <Note>
        <View>{NEW_DEMAND.about}</View>
        <View>{DEMAND_SOURCE}</View>
      </Note>
      <Card title={NEW_DEMAND.where} gap>
        <ChoiceList
          label={NEW_DEMAND.where}
          options={places.map(({ placeId, name, kind }) => ({
            value: placeId,
            title: name,
            text: PLACE_LABELS[kind],
          }))}
          {...(written.placeId ? { value: written.placeId } : {})}
          onChange={(placeId) => change({ placeId })}
        />
        {whereWrong && (
          <State icon="alert" tone="late">
            {whereWrong}
          </State>
        )}
      </Card>
      <Card gap>
        <Field
          label={NEW_DEMAND.what}
          hint={NEW_DEMAND.whatHint}
          value={written.title}
          maxLength={DEMAND_TITLE_LENGTH}
          error={errorAt('title')}
          onChange={(title) => change({ title })}
        />
        <Field
          label={NEW_DEMAND.why}
          value={written.text}
          maxLength={DEMAND_TEXT_LENGTH}
          multiline
          error={errorAt('text')}
          onChange={(text) => change({ text })}
        />
        <Note gap icon="eye">
          <View>{NEW_DEMAND.note}</View>
          <View>{DEMAND_SIGNING_WORDS}</View>
        </Note>
      </Card>
    </>
  )
}
