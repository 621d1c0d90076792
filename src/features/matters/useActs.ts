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
import type { Draft } from '@/hooks/useDraft'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { ApiError, callEndpoint } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { DONE_WORDS, SHEET_WORDS } from './act-words'
import { formOf } from './act-plan'
import { useActDraft, type ActDraft, type ActWords } from './useActDraft'
import { DETAIL_WORDS } from './words'

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409

export interface Acts {
  /** What the button of an act does: sends it, or asks first. */
  press: (act: PersonAct) => void
  /** The act whose sheet is open. */
  asking?: PersonAct
  close: () => void
  draft: ActDraft
  change: (part: Partial<ActDraft>) => void
  /** Sends the act whose sheet is open. True if it worked. */
  send: (more?: ActWords) => Promise<boolean>
  busy?: PersonAct
  failure?: Failure
}

/** Acting on a matter: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useActs(state: Loaded<MatterView>, onDone: () => void): Acts {
  const [asking, setAsking] = useState<PersonAct>()
  const [sent, setSent] = useState<PersonAct>()
  const [missing, setMissing] = useState<Failure>()
  const matter = state.status === 'ready' ? state.data : undefined
  const draft = useActDraft(matter?.matterId, asking)

  const submit = useSendOnce({ state, draft, close: () => setAsking(undefined), onDone })
  const send = async (pressed: PersonAct, given: ActWords) => {
    if (!matter) return false
    const input: ActInput = { act: actFor(pressed, matter, given), ...tidied(given) }
    const lacking = lackingIn(matter, input)
    setMissing(lacking)
    if (lacking) return false
    setSent(pressed)
    return submit.submit({ ...input, matter: addressOf(matter), revision: matter.revision })
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
      else void send(act, {})
    },
    asking,
    close: () => {
      clear()
      setAsking(undefined)
    },
    draft: draft.value,
    change: (part) => {
      setMissing(undefined)
      if (asking) draft.change(part)
    },
    send: async (more = {}) => {
      const { photos: _, ...words } = draft.value
      return asking !== undefined && send(asking, { ...words, ...more })
    },
    busy: submit.busy ? sent : undefined,
    failure: missing ?? submit.failure,
  }
}

interface Sending {
  state: Loaded<MatterView>
  draft: Draft<ActDraft>
  /** Puts the sheet away. */
  close: () => void
  onDone: () => void
}

/** Sends an act; what was written for it is forgotten once it is done, also when the page was left meanwhile. */
function useSendOnce({ state, draft, close, onDone }: Sending) {
  const submit = useSubmit(
    async (input: Sent, key) => {
      const answer = await sendAct(input, key, (message) => void showNewest(message))
      draft.drop()
      toast(DONE_WORDS[input.act])
      return answer
    },
    (answer) => {
      state.replace(answer)
      close()
      onDone()
    },
  )
  const showNewest = async (message: string) => {
    close()
    const fresh = await state.refresh()
    submit.clear()
    toast(fresh ? DETAIL_WORDS.stale(message) : message)
    onDone()
  }
  return submit
}

interface Sent extends ActInput {
  matter: { communityId: string; matterId: string }
  revision: number
}

const addressOf = ({ communityId, matterId }: MatterView) => ({ communityId, matterId })

/** One button for parking: by its day it is the lead's own, or asked for one level up. */
function actFor(pressed: PersonAct, { deferrals }: MatterView, { reviewOn }: ActWords): PersonAct {
  if (!namesDay(pressed) || !reviewOn) return pressed
  return deferralNeedsGrant(deferrals, reviewOn, new Date()) ? 'ask_deferral' : 'defer'
}

function tidied({ note, ...rest }: ActWords): ActWords {
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
    return await withConsent(() => callEndpoint(actOnMatterEndpoint, { params: matter, body, key }))
  } catch (error) {
    if (error instanceof ApiError && error.status === CONFLICT) onStale(error.message)
    throw error
  }
}
