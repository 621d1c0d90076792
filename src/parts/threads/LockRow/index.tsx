import { useState } from 'react'
import {
  LOCK_REASON_LENGTH,
  lockThreadEndpoint,
  unlockThreadEndpoint,
  type ThreadStanding,
} from '#core/threads'
import { Button } from '@/components/Button'
import { FailureNote } from '@/components/FailureNote'
import { Note } from '@/components/Note'
import { Sheet } from '@/components/Sheet'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { ReasonForm } from '../ReasonForm'
import type { ThreadAddress } from '../useThread'
import { LOCK } from '../words'

export interface LockRowProps {
  address: ThreadAddress
  standing: ThreadStanding
  onChanged: (standing: ThreadStanding) => void
}

/** Says that a thread is locked and why; who moderates locks and unlocks it here. */
export function LockRow({ address, standing, onChanged }: LockRowProps) {
  const [asking, setAsking] = useState(false)
  const { submit, busy, failure, clear } = useSubmit(
    (reason: string | null, key) =>
      reason === null
        ? callEndpoint(unlockThreadEndpoint, { params: { ...address }, key })
        : callEndpoint(lockThreadEndpoint, { params: { ...address }, body: { reason }, key }),
    (answer, reason) => {
      setAsking(false)
      onChanged(answer)
      toast(reason === null ? LOCK.unlocked : LOCK.locked)
    },
  )
  const { lock, mayLock } = standing
  const press = () => {
    clear()
    if (lock) void submit(null)
    else setAsking(true)
  }
  return (
    <>
      {lock && (
        <Note gap icon="lock" title={LOCK.on(lock.byName)}>
          {lock.reason}
        </Note>
      )}
      {failure && !asking && <FailureNote failure={failure} gap />}
      {mayLock && (
        <Button variant="quiet" block icon="lock" busy={busy} busyWords={LOCK.sending} onPress={press}>
          {lock ? LOCK.unlock : LOCK.lock}
        </Button>
      )}
      <Sheet open={asking} title={LOCK.lock} onClose={() => setAsking(false)}>
        {asking && (
          <ReasonForm
            act={LOCK.lock}
            label={LOCK.label}
            hint={LOCK.hint}
            placeholder={LOCK.placeholder}
            maxLength={LOCK_REASON_LENGTH}
            busy={busy}
            busyWords={LOCK.sending}
            failure={failure}
            onSend={(reason) => void submit(reason)}
          />
        )}
      </Sheet>
    </>
  )
}
