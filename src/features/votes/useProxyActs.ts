import { useState } from 'react'
import {
  actOnProxyEndpoint,
  PROXY_ACT_LABELS,
  proxyReasonAsked,
  type ProxyAct,
  type ProxyNote,
} from '#core/votes'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { PROXY_WORDS } from './proxy-words'
import type { VoteAddress } from './useVote'

interface Asking {
  note: ProxyNote
  act: ProxyAct
}

export interface ProxyActs {
  /** What is asked for a reason; its sheet is open. */
  asking?: Asking
  /** Asks first: for a reason where one is needed, else whether it is meant. */
  press: (note: ProxyNote, act: ProxyAct) => void
  close: () => void
  reason: string
  change: (reason: string) => void
  send: () => void
  busy: boolean
  failure?: Failure
}

const CONSEQUENCES: Partial<Record<ProxyAct, string>> = {
  accept: PROXY_WORDS.acceptText,
  withdraw: PROXY_WORDS.withdrawText,
  revoke: PROXY_WORDS.revokeText,
}

/** 核对、收回委托: what one presses on a proxy. */
export function useProxyActs({ communityId, voteId }: VoteAddress, onDone: () => void): ProxyActs {
  const [asking, setAsking] = useState<Asking>()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Pick<CallInput<typeof actOnProxyEndpoint>, 'params' | 'body'>, key) => {
      const answer = await callEndpoint(actOnProxyEndpoint, { ...input, key })
      toast(PROXY_WORDS.done)
      return answer
    },
    () => {
      setAsking(undefined)
      onDone()
    },
  )
  const fresh = () => {
    setMissing(undefined)
    clear()
  }
  const send = ({ note, act }: Asking, words?: string) =>
    void submit({
      params: { communityId, voteId, proxyId: note.proxyId },
      body: { act, ...(words ? { reason: words } : {}) },
    })
  const press = async (one: Asking) => {
    fresh()
    if (proxyReasonAsked(one.act, one.note.party) !== null) {
      setReason('')
      setAsking(one)
      return
    }
    const label = PROXY_ACT_LABELS[one.act]
    const text = CONSEQUENCES[one.act] ?? ''
    if (await confirm({ title: `${label}？`, text, yes: label, danger: one.act === 'revoke' })) send(one)
  }
  return {
    asking,
    press: (note, act) => void press({ note, act }),
    close: () => {
      fresh()
      setAsking(undefined)
    },
    reason,
    change: (words) => {
      fresh()
      setReason(words)
    },
    send: () => {
      const words = reason.trim()
      setMissing(words ? undefined : { message: PROXY_WORDS.reasonMissing, field: 'reason' })
      if (asking && words) send(asking, words)
    },
    busy,
    failure: missing ?? failure,
  }
}
