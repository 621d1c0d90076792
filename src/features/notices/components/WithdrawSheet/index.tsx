import { useState } from 'react'
import { messageOf } from '#core/errors'
import { NOTICE_REASON_LENGTH } from '#core/notices'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { NOTICE_DETAIL } from '../../words'

export interface WithdrawSheetProps {
  open: boolean
  busy: boolean
  error?: string
  onClose: () => void
  onWithdraw: (reason: string) => void
}

/** 撤回, with the reason that everybody reads. */
export function WithdrawSheet({ open, onClose, ...form }: WithdrawSheetProps) {
  return (
    <Sheet open={open} title={NOTICE_DETAIL.withdrawTitle} onClose={onClose}>
      {open && <Form {...form} />}
    </Sheet>
  )
}

function Form({ busy, error, onWithdraw }: Omit<WithdrawSheetProps, 'open' | 'onClose'>) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(!reason.trim())
    if (reason.trim()) onWithdraw(reason)
  }
  return (
    <>
      <Field
        multiline
        required
        label={NOTICE_DETAIL.reason}
        hint={NOTICE_DETAIL.reasonHint}
        placeholder={NOTICE_DETAIL.reasonPlaceholder}
        value={reason}
        error={missing ? messageOf('REASON_REQUIRED') : error}
        maxLength={NOTICE_REASON_LENGTH}
        onChange={setReason}
      />
      <Button variant="danger" busy={busy} busyWords={NOTICE_DETAIL.sending} onPress={send}>
        {NOTICE_DETAIL.withdraw}
      </Button>
    </>
  )
}
