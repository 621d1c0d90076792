import { useState } from 'react'
import { messageOf } from '#core/errors'
import {
  actOnMatterEndpoint,
  decideInput,
  type ActInput,
  type MatterView,
  type Outcome,
  type PersonAct,
  type Team,
} from '#core/matters'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { needsSheet } from './act-plan'
import { DETAIL_WORDS, DONE_WORDS, SHEET_WORDS } from './words'

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409

export interface Acts {
  /** What the button of an act does: sends it, or asks first. */
  press: (act: PersonAct) => void
  /** The act whose sheet is open. */
  asking?: PersonAct
  close: () => void
  note: string
  write: (note: string) => void
  outcome?: Outcome
  choose: (outcome: Outcome) => void
  /** Sends the act whose sheet is open. */
  send: (team?: Team) => void
  busy?: PersonAct
  failure?: Failure
}

/** Acting on a matter: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useActs(state: Loaded<MatterView>, onDone: () => void): Acts {
  const [asking, setAsking] = useState<PersonAct>()
  const [sent, setSent] = useState<PersonAct>()
  const [form, setForm] = useState<{ note: string; outcome?: Outcome }>({ note: '' })
  const [missing, setMissing] = useState<Failure>()
  const matter = state.status === 'ready' ? state.data : undefined

  const submit = useSubmit(
    (input: Sent, key) => sendAct(input, key, (message) => void showNewest(message)),
    (answer, { act }) => {
      state.replace(answer)
      setAsking(undefined)
      setForm({ note: '' })
      toast(DONE_WORDS[act])
      onDone()
    },
  )
  const showNewest = async (message: string) => {
    setAsking(undefined)
    const fresh = await state.refresh()
    submit.clear()
    toast(fresh ? DETAIL_WORDS.stale(message) : message)
    onDone()
  }
  const send = (act: PersonAct, more: Omit<ActInput, 'act'> = {}) => {
    if (!matter) return
    const input: ActInput = { act, ...more }
    const lacking = lackingIn(input)
    setMissing(lacking)
    if (lacking) return
    setSent(act)
    void submit.submit({ ...input, matter: addressOf(matter), revision: matter.revision })
  }
  const clear = () => {
    hideToast()
    setMissing(undefined)
    submit.clear()
  }
  return {
    press: (act) => {
      clear()
      if (needsSheet(act)) setAsking(act)
      else send(act)
    },
    asking,
    close: () => {
      clear()
      setAsking(undefined)
    },
    note: form.note,
    write: (note) => setForm({ ...form, note }),
    outcome: form.outcome,
    choose: (outcome) => setForm({ ...form, outcome }),
    send: (team) => asking && send(asking, inputFor(asking, form, team)),
    busy: submit.busy ? sent : undefined,
    failure: missing ?? submit.failure,
  }
}

interface Sent extends ActInput {
  matter: { communityId: string; matterId: string }
  revision: number
}

const addressOf = ({ communityId, matterId }: MatterView) => ({ communityId, matterId })

/** Only what belongs to the act goes with it. */
function inputFor(
  act: PersonAct,
  form: { note: string; outcome?: Outcome },
  team?: Team,
): Omit<ActInput, 'act'> {
  if (act === 'assign') return { team }
  const note = form.note.trim()
  return act === 'resolve' ? { note, outcome: form.outcome } : { note }
}

function lackingIn(input: ActInput): Failure | undefined {
  const decision = decideInput(input)
  if (decision.allowed) return undefined
  const { code, field } = decision
  return { message: field === 'outcome' ? SHEET_WORDS.outcomeMissing : messageOf(code), field }
}

type OnStale = (message: string) => void

async function sendAct({ matter, ...body }: Sent, key: string, onStale: OnStale): Promise<MatterView> {
  try {
    return await callEndpoint(actOnMatterEndpoint, { params: matter, body, key })
  } catch (error) {
    if (error instanceof ApiError && error.status === CONFLICT) onStale(error.message)
    throw error
  }
}
