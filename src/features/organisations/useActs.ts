import { useState } from 'react'
import { useSubmit } from '@/hooks/useSubmit'
import { confirm, toast } from '@/platform/feedback'

/** Something that is done to a thing, with its reason once it is written. */
export interface Pending<T, A extends string> {
  thing: T
  act: A
  reason?: string
}

interface Acting<T, A extends string> {
  /** What is asked before an act that goes out at one press. */
  question: (pending: Pending<T, A>) => { title: string; text: string } | undefined
  needsReason: (act: A) => boolean
  label: (act: A) => string
  send: (pending: Pending<T, A>, key: string) => Promise<T>
  keep: string
  done: string
  onDone: (changed: T) => void
}

/** Acts with a reason open a sheet, the others ask once. */
export function useActs<T, A extends string>(acting: Acting<T, A>) {
  const [asked, setAsked] = useState<Pending<T, A>>()
  const { submit, busy, failure, clear } = useSubmit(acting.send, (changed: T) => {
    setAsked(undefined)
    toast(acting.done)
    acting.onDone(changed)
  })
  const press = async (thing: T, act: A) => {
    clear()
    const pending = { thing, act }
    if (acting.needsReason(act)) {
      setAsked(pending)
      return
    }
    const question = acting.question(pending)
    const wanted = question && { ...question, yes: acting.label(act), no: acting.keep }
    if (!wanted || (await confirm(wanted))) await submit(pending)
  }
  return {
    asked,
    busy,
    failure,
    press: (thing: T, act: A) => void press(thing, act),
    sendReason: (reason: string) => void (asked && submit({ ...asked, reason })),
    putAway: () => {
      setAsked(undefined)
      clear()
    },
  }
}
