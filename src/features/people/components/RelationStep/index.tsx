import { View } from '@tarojs/components'
import { REASON_LENGTH, RELATION_LABELS } from '#core/people'
import { RELATIONS } from '#core/permissions'
import { pathName, type PlaceView } from '#core/places'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Chips } from '@/components/Chips'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { FourFaces } from '@/components/FourFaces'
import { Screen } from '@/components/Screen'
import { SkeletonCards } from '@/components/Skeleton'
import { State } from '@/components/State'
import { SwitchRow } from '@/components/SwitchRow'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BIND } from '../../words'
import { Question } from '../Question'
import { useAskForHome } from './useAskForHome'

interface StepProps {
  communityId: string
  homeId: string
}

const OPTIONS = RELATIONS.map((relation) => ({ value: relation, words: RELATION_LABELS[relation] }))

/** Third question: who one is there; and the request itself. */
export function RelationStep({ communityId, homeId }: StepProps) {
  const form = useAskForHome(communityId, homeId)
  const { home, send, busy } = form
  const foot = home.status === 'ready' && (
    <View className="acts">
      <Button onPress={send} busy={busy} busyWords={BIND.busy}>
        {BIND.submit}
      </Button>
      <View className="acts__note aside">{BIND.who}</View>
    </View>
  )
  return (
    <Screen title={BIND.title} foot={foot}>
      <FourFaces state={home} skeleton={<SkeletonCards count={2} />} errorTitle={BIND.homeFailed}>
        {(place) => <Answers place={place} form={form} />}
      </FourFaces>
      <ConsentSheet />
    </Screen>
  )
}

function Answers({ place, form }: { place: PlaceView; form: ReturnType<typeof useAskForHome> }) {
  const { answers, change, missing, failure, exists } = form
  const noteError = failure?.field === 'note' ? failure.message : undefined
  return (
    <>
      <Question hint={`${place.communityName} ${pathName(place.path)}`}>{BIND.relation}</Question>
      <Card>
        <Chips
          label={BIND.relation}
          options={OPTIONS}
          value={answers.relation}
          onChange={(relation) => change({ relation })}
        />
        {missing && (
          <State icon="alert" tone="late" gap>
            {missing}
          </State>
        )}
      </Card>
      <Card flush>
        <SwitchRow
          title={BIND.adult}
          text={BIND.adultText}
          checked={answers.isAdult}
          onChange={(isAdult) => change({ isAdult })}
        />
      </Card>
      <Card>
        <Field
          label={BIND.note}
          hint={BIND.noteHint}
          placeholder={BIND.notePlaceholder}
          value={answers.note}
          onChange={(note) => change({ note })}
          maxLength={REASON_LENGTH}
          error={noteError}
          multiline
        />
      </Card>
      {failure && !noteError && <FailureNote failure={failure} gap />}
      {failure && exists && (
        <Button
          variant="quiet"
          block
          onPress={() => goTo(ROUTES.requests, { list: 'mine', communityId: place.communityId })}
        >
          {BIND.exists}
        </Button>
      )}
    </>
  )
}
