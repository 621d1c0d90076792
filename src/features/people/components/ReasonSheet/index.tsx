import { View } from '@tarojs/components'
import { useState } from 'react'
import { messageOf } from '#core/errors'
import { REASON_LENGTH } from '#core/people'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import type { Failure } from '@/hooks/useSubmit'

export interface ReasonSheetProps {
  /** The act, in words: title of the sheet and of its button. Undefined while nothing is asked. */
  act?: string
  label: string
  placeholder: string
  busy: boolean
  busyWords: string
  failure?: Failure
  onSend: (reason: string) => void
  onClose: () => void
}

/** Asks why, before an act whose reason the other one reads. */
export function ReasonSheet({ act, ...form }: ReasonSheetProps) {
  return (
    <Sheet open={act !== undefined} title={act ?? ''} onClose={form.onClose}>
      {act !== undefined && <ReasonForm act={act} {...form} />}
    </Sheet>
  )
}

type ReasonFormProps = Omit<ReasonSheetProps, 'act' | 'onClose'> & { act: string }

function ReasonForm({ act, label, placeholder, busy, busyWords, failure, onSend }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const atField = missing
    ? messageOf('REASON_REQUIRED')
    : failure?.field === 'reason'
      ? failure.message
      : undefined
  const send = () => {
    const written = reason.trim()
    setMissing(written === '')
    if (written !== '') onSend(written)
  }
  return (
    <>
      <Field
        label={label}
        placeholder={placeholder}
        value={reason}
        onChange={(next) => {
          setReason(next)
          setMissing(false)
        }}
        maxLength={REASON_LENGTH}
        error={atField}
        multiline
        required
      />
      {failure && failure.field !== 'reason' && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button onPress={send} busy={busy} busyWords={busyWords}>
          {act}
        </Button>
      </View>
    </>
  )
}
