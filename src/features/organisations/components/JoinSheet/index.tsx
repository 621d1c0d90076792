import { ASKING_NOTE_LENGTH } from '#core/organisations'
import { Sheet } from '@/components/Sheet'
import type { Failure } from '@/hooks/useSubmit'
import { ReasonForm } from '@/parts/threads'

export interface JoinSheetProps {
  open: boolean
  /** Name of the sheet. */
  title: string
  words: { send: string; busy: string; note: string; hint: string; placeholder: string }
  busy: boolean
  failure?: Failure
  onSend: (note: string) => void
  onClose: () => void
}

/** Asks to be taken in, with a word for those who answer, if one likes. */
export function JoinSheet({ open, title, words, busy, failure, onSend, onClose }: JoinSheetProps) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      {open && (
        <ReasonForm
          act={words.send}
          label={words.note}
          hint={words.hint}
          placeholder={words.placeholder}
          maxLength={ASKING_NOTE_LENGTH}
          field="note"
          optional
          busy={busy}
          busyWords={words.busy}
          failure={failure}
          onSend={onSend}
        />
      )}
    </Sheet>
  )
}
