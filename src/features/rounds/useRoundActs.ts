import { useState } from 'react'
import {
  actOnRoundEndpoint,
  namesSomebody,
  roundTransition,
  type RoundPersonAct,
  type RoundView,
} from '#core/rounds'
import { messageOf } from '#core/errors'
import type { Loaded } from '@/hooks/useLoad'
import { useSendAct } from '@/hooks/useSendAct'
import type { Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { DONE_WORDS } from './act-words'
import { ROUND_WORDS } from './words'

export interface RoundActs {
  /** Opens the sheet of an act: each says first what it leads to. */
  press: (act: RoundPersonAct) => void
  asking?: RoundPersonAct
  close: () => void
  reason: string
  change: (reason: string) => void
  /** Of naming a convener: whose number it is. */
  personCode: string
  changeCode: (personCode: string) => void
  /** Sends the act whose sheet is open. */
  send: () => void
  busy: boolean
  failure?: Failure
}

type Sent = Pick<CallInput<typeof actOnRoundEndpoint>, 'params' | 'body'>

/** Acting on a round: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useRoundActs(state: Loaded<RoundView>): RoundActs {
  const [asking, setAsking] = useState<RoundPersonAct>()
  const [reason, setReason] = useState('')
  const [personCode, setPersonCode] = useState('')
  const [missing, setMissing] = useState<Failure>()
  const round = state.status === 'ready' ? state.data : undefined
  const sending = useSendAct(state, {
    send: async (input: Sent, key) => {
      const answer = await withConsent(() => callEndpoint(actOnRoundEndpoint, { ...input, key }))
      toast(DONE_WORDS[input.body.act])
      return answer
    },
    close: () => setAsking(undefined),
    stale: ROUND_WORDS.stale,
  })
  const open = (act: RoundPersonAct | undefined) => {
    hideToast()
    setMissing(undefined)
    sending.clear()
    setAsking(act)
  }
  const send = () => {
    if (!round || !asking) return
    const words = reason.trim()
    const lacks = missingIn(asking, words, personCode.trim())
    setMissing(lacks)
    if (lacks) return
    void sending.submit(sentFor(round, asking, words, personCode.trim()))
  }
  return {
    press: (act) => {
      setReason('')
      setPersonCode('')
      open(act)
    },
    asking,
    close: () => open(undefined),
    reason,
    change: (words) => {
      setMissing(undefined)
      sending.clear()
      setReason(words)
    },
    personCode,
    changeCode: (code) => {
      setMissing(undefined)
      sending.clear()
      setPersonCode(code)
    },
    send,
    busy: sending.busy,
    failure: missing ?? sending.failure,
  }
}

function sentFor(round: RoundView, act: RoundPersonAct, reason: string, personCode: string): Sent {
  const { communityId, roundId, revision } = round
  const body = {
    act,
    revision,
    ...(roundTransition(act).reason ? { reason } : {}),
    ...(namesSomebody(act) ? { personCode } : {}),
  }
  return { params: { communityId, roundId }, body }
}

/** What an act still needs. */
function missingIn(act: RoundPersonAct, reason: string, personCode: string): Failure | undefined {
  if (namesSomebody(act) && !personCode) return { message: ROUND_WORDS.codeMissing, field: 'personCode' }
  const lacks = roundTransition(act).reason && !reason
  return lacks ? { message: messageOf('REASON_REQUIRED'), field: 'reason' } : undefined
}
