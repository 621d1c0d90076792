import { useState } from 'react'
import { envelopeNumberIn, listEnvelopesToKeyEndpoint, type EnvelopeToKey } from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { KEYING_WORDS } from '../../paper-words'
import type { VoteAddress } from '../../useVote'

export interface Seek {
  number: string
  type: (typed: string) => void
  go: () => void
  busy: boolean
  failure?: Failure | undefined
}

/** 跳到第几号: the envelope with this number, where it waits for the reader. */
export function useSeek(params: VoteAddress, onFound: (envelope: EnvelopeToKey) => void): Seek {
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState<Failure>()
  const seeking = useSubmit(
    (typed: number) =>
      callEndpoint(listEnvelopesToKeyEndpoint, {
        params,
        query: { list: 'waiting', number: String(typed) },
      }),
    ({ items: [first] }, typed) => {
      if (first?.number !== typed) return setWrong({ message: KEYING_WORDS.seekNone(typed) })
      setNumber('')
      onFound(first)
    },
  )
  const clear = () => {
    setWrong(undefined)
    seeking.clear()
  }
  return {
    number,
    type: (typed) => {
      clear()
      setNumber(typed)
    },
    go: () => {
      clear()
      const typed = envelopeNumberIn(number)
      if (typed === undefined) setWrong({ message: KEYING_WORDS.seekWrong })
      else void seeking.submit(typed)
    },
    busy: seeking.busy,
    failure: wrong ?? seeking.failure,
  }
}
