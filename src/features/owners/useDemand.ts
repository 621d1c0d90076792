import { useState } from 'react'
import {
  actOnDemandEndpoint,
  DEMAND_ACT_LABELS,
  DEMAND_SIGNING_WORDS,
  readDemandEndpoint,
  type DemandAct,
  type DemandView,
} from '#core/votes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { confirm, toast } from '@/platform/feedback'
import { ASKED_FIRST, DEMAND_WORDS } from './words'

export interface DemandAddress {
  communityId: string
  demandId: string
}

export interface DemandPage {
  state: Loaded<DemandView>
  /** Asks first, then does it; an answer is written first. */
  press: (act: DemandAct) => void
  busy: boolean
  failure?: Failure | undefined
  answering?: Answering
}

/** 答复, while it is written. */
export interface Answering {
  text: string
  change: (text: string) => void
  send: () => void
  close: () => void
}

type Sent = Pick<CallInput<typeof actOnDemandEndpoint>, 'params' | 'body'>

/** One demand, loaded again whenever the reader comes back to it, and what one presses on it. */
export function useDemand({ communityId, demandId }: DemandAddress): DemandPage {
  const params = { communityId, demandId }
  const state = useLoad(() => callEndpoint(readDemandEndpoint, { params }), [communityId, demandId])
  useReturn(() => void state.refresh())
  const [text, setText] = useState<string>()
  const [missing, setMissing] = useState<Failure>()
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Sent, key) => {
      const answer = await withPhone(() =>
        withConsent(() => callEndpoint(actOnDemandEndpoint, { ...input, key })),
      )
      toast(DEMAND_WORDS.done)
      return answer
    },
    (demand) => {
      setText(undefined)
      state.replace(demand)
    },
  )
  const write = (next: string | undefined) => {
    clear()
    setMissing(undefined)
    setText(next)
  }
  const press = async (act: DemandAct) => {
    if (act === 'answer') return write('')
    clear()
    const label = DEMAND_ACT_LABELS[act]
    const about = act === 'sign' ? DEMAND_SIGNING_WORDS : ASKED_FIRST[act]
    if (await confirm({ title: `${label}？`, text: about, yes: label, danger: act === 'withdraw' }))
      void submit({ params, body: { act } })
  }
  const answering =
    text === undefined
      ? undefined
      : {
          text,
          change: write,
          send: () => {
            const words = text.trim()
            setMissing(words ? undefined : { message: DEMAND_WORDS.askMissing, field: 'text' })
            if (words) void submit({ params, body: { act: 'answer', text: words } })
          },
          close: () => write(undefined),
        }
  return {
    state,
    press: (act) => void press(act),
    busy,
    failure: missing ?? failure,
    ...(answering ? { answering } : {}),
  }
}
