import { View } from '@tarojs/components'
import type { ReactElement } from 'react'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import { Screen } from '@/components/Screen'
import { OfItemNote } from '@/parts/items'
import { ConsentSheet } from '@/parts/consent/ConsentSheet'
import { DRAFT } from '../../../../draft-words'
import type { DraftStart } from '../../draft-start'
import { useVoteDraft, type VoteForm } from '../../useVoteDraft'
import type { DraftStep } from '../../vote-draft'
import { DaysStep } from '../DaysStep'
import { ReviewStep } from '../ReviewStep'
import { SettingsStep } from '../SettingsStep'
import { StepHead } from '../StepHead'
import { TextStep } from '../TextStep'
import { WhatStep } from '../WhatStep'
import { WhereStep } from '../WhereStep'

const STEPS: Record<DraftStep, (props: { form: VoteForm }) => ReactElement | null> = {
  where: WhereStep,
  what: WhatStep,
  text: TextStep,
  settings: SettingsStep,
  days: DaysStep,
  review: ReviewStep,
}

/** One screen, one question; the next step is the one big button. */
export function DraftForm({ start }: { start: DraftStart }) {
  const form = useVoteDraft(start)
  const { step } = form.draft
  const Step = STEPS[step]
  return (
    <Screen title={DRAFT.title} foot={<Foot form={form} />}>
      {form.resumed && <Resumed onStartOver={form.startOver} />}
      <OfItemNote item={start.ofItem} />
      <StepHead step={step} />
      <Step form={form} />
      <ConsentSheet />
    </Screen>
  )
}

function Resumed({ onStartOver }: { onStartOver: () => void }) {
  return (
    <Note icon="pen">
      {DRAFT.resumed}
      <View className="note__act">
        <Button small variant="secondary" onPress={onStartOver}>
          {DRAFT.startOver}
        </Button>
      </View>
    </Note>
  )
}

function Foot({ form }: { form: VoteForm }) {
  const { draft, failure, busy, next, back, save } = form
  const isLast = draft.step === 'review'
  return (
    <View className="acts">
      {failure && (
        <View className="acts__failure acts__failure--inside">
          <FailureNote failure={failure} />
        </View>
      )}
      {isLast ? (
        <Button busy={busy} busyWords={DRAFT.saving} onPress={save}>
          {DRAFT.save}
        </Button>
      ) : (
        <Button onPress={next}>{draft.reviewed ? DRAFT.toReview : DRAFT.next}</Button>
      )}
      {draft.step !== 'where' && (
        <Button variant="quiet" block onPress={back}>
          {DRAFT.back}
        </Button>
      )}
      {isLast && <View className="acts__note">{DRAFT.saveNote}</View>}
    </View>
  )
}
