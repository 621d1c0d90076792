import { NOTICE_TEXT_LENGTH, NOTICE_TITLE_LENGTH } from '#core/notices'
import { Card } from '@/components/Card'
import { Field } from '@/components/Field'
import { SwitchRow } from '@/components/SwitchRow'
import { PhotoPicker } from '@/parts/photos'
import type { PublishForm } from '../../pages/publish/usePublish'
import { PUBLISH } from '../../words'
import { PinDays } from '../PinDays'

interface CardsProps {
  form: PublishForm
}

/** Days on top when nobody said otherwise. */
const USUAL_DAYS = 3

/** What is announced: a title, the text, photos. */
export function WhatCard({ form }: CardsProps) {
  const { draft, change, missing, failure, photos } = form
  const errorAt = (field: string) => (failure?.field === field ? failure.message : undefined)
  return (
    <Card>
      <Field
        required
        label={PUBLISH.what}
        placeholder={PUBLISH.whatPlaceholder}
        value={draft.title}
        error={missing.title ?? errorAt('title')}
        maxLength={NOTICE_TITLE_LENGTH}
        onChange={(title) => change({ title })}
      />
      <Field
        multiline
        required
        label={PUBLISH.text}
        hint={PUBLISH.textHint}
        placeholder={PUBLISH.textPlaceholder}
        value={draft.text}
        error={missing.text ?? errorAt('text')}
        maxLength={NOTICE_TEXT_LENGTH}
        onChange={(text) => change({ text })}
      />
      <PhotoPicker photos={photos} error={errorAt('photoIds')} />
    </Card>
  )
}

/** Whether it stays on top, and how long; and whether everybody may read it. */
export function PinCard({ form: { pinDays, setPinDays, isPublic, setPublic } }: CardsProps) {
  return (
    <Card flush>
      <SwitchRow
        title={PUBLISH.pin}
        text={PUBLISH.pinText}
        checked={pinDays !== undefined}
        onChange={(on) => setPinDays(on ? USUAL_DAYS : undefined)}
      />
      {pinDays !== undefined && <PinDays days={pinDays} onChange={setPinDays} />}
      <SwitchRow title={PUBLISH.open} text={PUBLISH.openText} checked={isPublic} onChange={setPublic} />
    </Card>
  )
}
