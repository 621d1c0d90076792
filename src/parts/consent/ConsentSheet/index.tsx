import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { CONSENT_AGE_LABELS, CONSENT_AGES, NOTICES, type ConsentView } from '#core/people'
import { Button } from '@/components/Button'
import { ChoiceList } from '@/components/ChoiceList'
import { FailureNote } from '@/components/FailureNote'
import { FourFaces } from '@/components/FourFaces'
import { Sheet } from '@/components/Sheet'
import { SkeletonRows } from '@/components/Skeleton'
import { State } from '@/components/State'
import { usePageInView } from '@/platform/page'
import { putAwayConsent, useAskedConsent, type AskedConsent } from '../ask-consent'
import { NoticeText } from '../NoticeText'
import { CONSENT } from '../words'
import { useConsentForm } from './useConsentForm'

const AGES = CONSENT_AGES.map((value) => ({ value, title: CONSENT_AGE_LABELS[value] }))

/** Comes up when something done by `withConsent` needs the reader's word first. Stands once on a page, inside its Screen. */
export function ConsentSheet() {
  const asked = useAskedConsent()
  const inView = usePageInView()
  useEffect(() => putAwayConsent, [])
  const shown = inView ? asked : undefined
  return (
    <Sheet
      open={shown !== undefined}
      title={shown ? NOTICES[shown.document].title : ''}
      onClose={putAwayConsent}
    >
      {shown && <ConsentForm key={shown.document} asked={shown} />}
    </Sheet>
  )
}

function ConsentForm({ asked: { document, answer } }: { asked: AskedConsent }) {
  const form = useConsentForm(document, () => answer(true))
  return (
    <FourFaces state={form.notice} skeleton={<SkeletonRows count={4} />} errorTitle={CONSENT.failed}>
      {(notice) => <Agreement notice={notice} form={form} onRefuse={() => answer(false)} />}
    </FourFaces>
  )
}

interface AgreementProps {
  notice: ConsentView
  form: ReturnType<typeof useConsentForm>
  onRefuse: () => void
}

function Agreement({ notice, form, onRefuse }: AgreementProps) {
  const { age, chooseAge, missing, failure, busy, agree } = form
  return (
    <>
      <NoticeText notice={notice} />
      <View className="text--gap">
        <ChoiceList label={CONSENT.age} options={AGES} value={age} onChange={chooseAge} />
      </View>
      {missing && (
        <State icon="alert" tone="late" gap>
          {missing}
        </State>
      )}
      {failure && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button onPress={() => agree(notice)} busy={busy} busyWords={CONSENT.busy}>
          {CONSENT.yes}
        </Button>
        <Button variant="quiet" block onPress={onRefuse}>
          {CONSENT.no}
        </Button>
      </View>
    </>
  )
}
