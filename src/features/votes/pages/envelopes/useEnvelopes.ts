import { useState } from 'react'
import {
  envelopeNumberIn,
  listEnvelopesEndpoint,
  readBallotCode,
  receiveEnvelopeEndpoint,
  returnEnvelopeEndpoint,
  type EnvelopeView,
} from '#core/votes'
import { usePaged, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { confirm, hideToast, toast } from '@/platform/feedback'
import { scanBallotCode } from '@/platform/scan'
import { ENVELOPE_WORDS } from '../../paper-words'
import type { VoteAddress } from '../../useVote'

/** Whose envelope it is: by the number on it, or by name. */
export type Whose = { number: number } | { voterId: string }

type Listed = { items: EnvelopeView[]; nextCursor: string | null }

export interface Envelopes {
  list: Paged<Listed>
  number: string
  type: (number: string) => void
  /** Takes the one whose number was typed. */
  take: () => void
  scan: () => Promise<void>
  /** Takes that of one chosen by name. True if it worked. */
  takeOf: (voterId: string) => Promise<boolean>
  undo: (envelope: EnvelopeView) => Promise<void>
  busy: boolean
  failure?: Failure | undefined
}

/** 收选票信封: one after the other, by number, by code or by name; what was taken by mistake goes back. */
export function useEnvelopes(params: VoteAddress): Envelopes {
  const list = usePaged<Listed>(
    (cursor) => callEndpoint(listEnvelopesEndpoint, { params, query: { cursor } }),
    [params.communityId, params.voteId],
  )
  useReturn(() => void list.state.refresh())
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState<Failure>()
  const taking = useTake(params, list, () => setNumber(''))
  const giving = useGiveBack(params, list)
  const clear = () => {
    hideToast()
    taking.clear()
    giving.clear()
    setWrong(undefined)
  }
  const scan = async () => {
    clear()
    const text = await scanBallotCode()
    if (text === undefined) return
    const read = readBallotCode(text, params.voteId)
    if (read === 'other_vote') setWrong({ message: ENVELOPE_WORDS.otherVote })
    else if (read === 'no_ballot') setWrong({ message: ENVELOPE_WORDS.noBallot })
    else await taking.submit({ number: read })
  }
  return {
    list,
    number,
    type: (typed) => {
      clear()
      setNumber(typed)
    },
    take: () => {
      clear()
      const typed = envelopeNumberIn(number)
      if (typed === undefined) setWrong({ message: ENVELOPE_WORDS.numberWrong, field: 'number' })
      else void taking.submit({ number: typed })
    },
    scan,
    takeOf: (voterId) => {
      clear()
      return taking.submit({ voterId })
    },
    undo: async (envelope) => {
      clear()
      const yes = await confirm({
        title: ENVELOPE_WORDS.undoAsk,
        text: ENVELOPE_WORDS.undoText,
        yes: ENVELOPE_WORDS.undo,
        danger: true,
      })
      if (yes) await giving.submit(envelope)
    },
    busy: taking.busy || giving.busy,
    failure: wrong ?? taking.failure ?? giving.failure,
  }
}

function useTake(params: VoteAddress, list: Paged<Listed>, onTaken: () => void) {
  return useSubmit(
    (body: Whose, key) => callEndpoint(receiveEnvelopeEndpoint, { params, body, key }),
    ({ name, state }) => {
      toast(state === 'unopened' ? ENVELOPE_WORDS.takenOnline(name) : ENVELOPE_WORDS.taken(name))
      onTaken()
      void list.state.refresh()
    },
  )
}

function useGiveBack(params: VoteAddress, list: Paged<Listed>) {
  return useSubmit(
    ({ voterId }: EnvelopeView, key) =>
      callEndpoint(returnEnvelopeEndpoint, { params: { ...params, voterId }, key }),
    (_done, { name }) => {
      toast(ENVELOPE_WORDS.undone(name))
      void list.state.refresh()
    },
  )
}
