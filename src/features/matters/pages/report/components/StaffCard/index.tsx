import { CHANNEL_LABELS, NOTE_LENGTH, OUTCOME_LABELS, OUTCOMES, type StaffChannel } from '#core/matters'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { SwitchRow } from '@/components/SwitchRow'
import { PhotoPicker } from '@/parts/photos'
import { ChipsAsk } from '../../../../components/ChipsAsk'
import { REPORT_WORDS } from '../../../../report-words'
import { errorAt } from '../../error-at'
import { mayBeSettled } from '../../report-draft'
import type { ReportStart } from '../../report-start'
import type { ReportForm } from '../../useReport'

export interface StaffCardProps {
  form: ReportForm
  start: ReportStart
}

const OWN = 'own'
const OUTCOME_OPTIONS = OUTCOMES.map((value) => ({ value, words: OUTCOME_LABELS[value] }))

/** For staff: how they learnt of it, whom to call back, and what they settled on the spot. */
export function StaffCard({ form, start }: StaffCardProps) {
  const { draft, change } = form
  if (start.channels.length === 0) return null
  const channels = start.channels.map((value) => ({
    value: value as StaffChannel | typeof OWN,
    words: CHANNEL_LABELS[value],
  }))
  const options = start.lives
    ? [{ value: OWN as StaffChannel | typeof OWN, words: REPORT_WORDS.channelOwn }, ...channels]
    : channels
  const told = draft.channel === 'visit' || draft.channel === 'phone'
  return (
    <Card gap>
      <ChipsAsk
        label={REPORT_WORDS.channel}
        columns={2}
        options={options}
        value={draft.channel ?? OWN}
        onChange={(channel) => change({ channel: channel === OWN ? undefined : channel })}
      />
      {told && (
        <Field
          label={REPORT_WORDS.callerPhone}
          hint={REPORT_WORDS.callerPhoneHint}
          placeholder={REPORT_WORDS.callerPhonePlaceholder}
          value={draft.callerPhone}
          onChange={(callerPhone) => change({ callerPhone })}
          maxLength={20}
          error={errorAt(form, 'callerPhone')}
        />
      )}
      {mayBeSettled(start, draft) && <OnSpot form={form} />}
    </Card>
  )
}

function OnSpot({ form }: Pick<StaffCardProps, 'form'>) {
  const { draft, change, photosAfter } = form
  const { onSpot } = draft
  return (
    <>
      <SwitchRow
        title={REPORT_WORDS.onSpot}
        text={REPORT_WORDS.onSpotText}
        checked={onSpot !== undefined}
        onChange={(on) => change({ onSpot: on ? { outcome: 'fixed', note: '' } : undefined })}
      />
      {onSpot && (
        <>
          <ChipsAsk
            label={REPORT_WORDS.onSpotOutcome}
            options={OUTCOME_OPTIONS}
            value={onSpot.outcome}
            onChange={(outcome) => change({ onSpot: { ...onSpot, outcome } })}
          />
          <Field
            label={REPORT_WORDS.onSpotNote}
            placeholder={REPORT_WORDS.onSpotNotePlaceholder}
            value={onSpot.note}
            onChange={(note) => change({ onSpot: { ...onSpot, note } })}
            maxLength={NOTE_LENGTH}
            multiline
            required
            error={errorAt(form, 'onSpot.note')}
          />
          <PhotoPicker photos={photosAfter} label={REPORT_WORDS.onSpotPhoto} />
        </>
      )}
    </>
  )
}
