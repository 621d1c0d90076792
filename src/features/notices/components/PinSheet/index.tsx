import { useState } from 'react'
import { Button } from '@/components/Button'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { NOTICE_DETAIL } from '../../words'
import { PinDays } from '../PinDays'

export interface PinSheetProps {
  open: boolean
  busy: boolean
  error?: string
  onClose: () => void
  onPin: (days: number) => void
}

/** 置顶: for how many days. */
export function PinSheet({ open, busy, error, onClose, onPin }: PinSheetProps) {
  const [days, setDays] = useState(7)
  return (
    <Sheet open={open} title={NOTICE_DETAIL.pinTitle} onClose={onClose}>
      {error && (
        <Note tone="late" icon="alert" alert>
          {error}
        </Note>
      )}
      <PinDays days={days} onChange={setDays} />
      <Note gap>{NOTICE_DETAIL.pinNote}</Note>
      <Button busy={busy} busyWords={NOTICE_DETAIL.sending} onPress={() => onPin(days)}>
        {NOTICE_DETAIL.pin}
      </Button>
    </Sheet>
  )
}
