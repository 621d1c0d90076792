import { useState } from 'react'
import { messageOf } from '#core/errors'
import {
  actOnMatterEndpoint,
  decideInput,
  decideReviewDay,
  deferralNeedsGrant,
  namesDay,
  type ActInput,
  type MatterView,
  type PersonAct,
} from '#core/matters'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { DONE_WORDS, SHEET_WORDS } from './act-words'
import { formOf } from './act-plan'
import { DETAIL_WORDS } from './words'

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409

/** What is filled into the sheet of an act. */
export type ActDraft = Omit<ActInput, 'act'>

export interface Acts {
  /** What the button of an act does: sends it, or asks first. */
  press: (act: PersonAct) => void
  /** The act whose sheet is open. */
  asking?: PersonAct
  close: () => void
  draft: ActDraft
  change: (part: ActDraft) => void
  /** Sends the act whose sheet is open. */
  send: (more?: ActDraft) => void
  busy?: PersonAct
  failure?: Failure
}

/** Acting on a matter: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useActs(state: Loaded<MatterView>, onDone: () => void): Acts {
  const [asking, setAsking] = useState<PersonAct>()
  const [sent, setSent] = useState<PersonAct>()
  const [missing, setMissing] = useState<Failure>()
  const matter = state.status === 'ready' ? state.data : undefined
  const { draft, write, drop } = useDrafts(asking)

  const submit = useSubmit(
    (input: Sent, key) => sendAct(input, key, (message) => void showNewest(message)),
    (answer, { act }) => {
      state.replace(answer)
      setAsking(undefined)
      drop()
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
  const send = (pressed: PersonAct, given: ActDraft) => {
    if (!matter) return
    const input: ActInput = { act: actFor(pressed, matter, given), ...tidied(given) }
    const lacking = lackingIn(matter, input)
    setMissing(lacking)
    if (lacking) return
    setSent(pressed)
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
      if (formOf(act)) setAsking(act)
      else send(act, {})
    },
    asking,
    close: () => {
      clear()
      setAsking(undefined)
    },
    draft,
    change: (part) => {
      setMissing(undefined)
      write(part)
    },
    send: (more = {}) => asking && send(asking, { ...draft, ...more }),
    busy: submit.busy ? sent : undefined,
    failure: missing ?? submit.failure,
  }
}

/** One for each act: what was written for another one doesn't go along. */
function useDrafts(asking: PersonAct | undefined) {
  const [drafts, setDrafts] = useState<Partial<Record<PersonAct, ActDraft>>>({})
  return {
    draft: (asking && drafts[asking]) ?? {},
    write: (part: ActDraft) =>
      asking && setDrafts((now) => ({ ...now, [asking]: { ...now[asking], ...part } })),
    drop: () => setDrafts({}),
  }
}

interface Sent extends ActInput {
  matter: { communityId: string; matterId: string }
  revision: number
}

const addressOf = ({ communityId, matterId }: MatterView) => ({ communityId, matterId })

/** One button for parking: by its day it is the lead's own, or asked for one level up. */
function actFor(pressed: PersonAct, { deferrals }: MatterView, { reviewOn }: ActDraft): PersonAct {
  if (!namesDay(pressed) || !reviewOn) return pressed
  return deferralNeedsGrant(deferrals, reviewOn, new Date()) ? 'ask_deferral' : 'defer'
}

function tidied({ note, ...rest }: ActDraft): ActDraft {
  return note === undefined ? rest : { ...rest, note: note.trim() }
}

const MISSING: Partial<Record<string, string>> = {
  outcome: SHEET_WORDS.outcomeMissing,
}

function lackingIn(matter: MatterView, input: ActInput): Failure | undefined {
  const { act, reviewOn } = input
  const lacking = decideInput(input)
  const decision =
    lacking.allowed && namesDay(act) && reviewOn
      ? decideReviewDay(matter, act, reviewOn, new Date())
      : lacking
  if (decision.allowed) return undefined
  const { code, field = '' } = decision
  return { message: MISSING[field] ?? messageOf(code), field }
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
