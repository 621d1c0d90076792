import { ORGANISATION_REASON_LENGTH } from '#core/organisations'
import { Sheet } from '@/components/Sheet'
import type { Failure } from '@/hooks/useSubmit'
import { ReasonForm } from '@/parts/threads'
import { MEMBERS } from '../../words'

export interface WhySheetProps {
  /** The act, in words; undefined while nothing is asked. */
  act?: string
  busy: boolean
  failure?: Failure
  label?: string
  placeholder?: string
  onSend: (reason: string) => void
  onClose: () => void
}

/** Asks why, before an act whose reason the other one reads. */
export function WhySheet({ act, busy, failure, label, placeholder, onSend, onClose }: WhySheetProps) {
  return (
    <Sheet open={act !== undefined} title={act ?? ''} onClose={onClose}>
      {act !== undefined && (
        <ReasonForm
          act={act}
          label={label ?? MEMBERS.reasonLabel}
          placeholder={placeholder ?? MEMBERS.reasonPlaceholder}
          maxLength={ORGANISATION_REASON_LENGTH}
          busy={busy}
          busyWords={MEMBERS.busy}
          failure={failure}
          onSend={onSend}
        />
      )}
    </Sheet>
  )
}
