import { View } from '@tarojs/components'
import { useState } from 'react'
import { messageOf } from '#core/errors'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Field } from '@/components/Field'
import type { Failure } from '@/hooks/useSubmit'

export interface ReasonFormProps {
  /** The act, in words: its button. */
  act: string
  label: string
  hint?: string
  placeholder: string
  maxLength: number
  busy: boolean
  busyWords: string
  failure?: Failure
  /** May be left empty. */
  optional?: boolean
  /** The field of the contract that it fills in. */
  field?: string
  onSend: (reason: string) => void
}

/** Asks why, in a sheet, before an act whose reason others read. */
export function ReasonForm({
  act,
  optional = false,
  field = 'reason',
  failure,
  busy,
  busyWords,
  onSend,
  ...entry
}: ReasonFormProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const atField = missing
    ? messageOf('REASON_REQUIRED')
    : failure?.field === field
      ? failure.message
      : undefined
  const send = () => {
    const written = reason.trim()
    const lacking = written === '' && !optional
    setMissing(lacking)
    if (!lacking) onSend(written)
  }
  const write = (next: string) => {
    setReason(next)
    setMissing(false)
  }
  return (
    <>
      <Field {...entry} value={reason} onChange={write} error={atField} multiline required={!optional} />
      {failure && failure.field !== field && <FailureNote failure={failure} gap />}
      <View className="sheet__acts">
        <Button onPress={send} busy={busy} busyWords={busyWords}>
          {act}
        </Button>
      </View>
    </>
  )
}
