import { useState } from 'react'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { LEFT_OUT_WORDS } from './convene-words'

/** A few words in a sheet, before they are sent. */
export interface Words {
  open: boolean
  show: (open: boolean) => void
  text: string
  change: (text: string) => void
  send: () => void
  busy: boolean
  failure?: Failure | undefined
}

/** Words that others read: asked for, sent once, and emptied when they arrived. */
export function useWords<Answer>(
  call: (text: string, key: string) => Promise<Answer>,
  onDone: (answer: Answer) => void,
): Words {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const sending = useSubmit(
    (words: string, key) => withPhone(() => withConsent(() => call(words, key))),
    (answer) => {
      setText('')
      setOpen(false)
      onDone(answer)
    },
  )
  return {
    open,
    show: (next) => {
      sending.clear()
      setMissing(false)
      setOpen(next)
    },
    text,
    change: (next) => {
      sending.clear()
      setMissing(false)
      setText(next)
    },
    send: () => {
      const words = text.trim()
      setMissing(!words)
      if (words) void sending.submit(words)
    },
    busy: sending.busy,
    failure: missing ? { message: LEFT_OUT_WORDS.missing, field: 'text' } : sending.failure,
  }
}
