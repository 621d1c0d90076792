import { useState } from 'react'
import { actOnWishEndpoint, wishTransition, type WishPersonAct, type WishView } from '#core/wishes'
import type { Draft } from '@/hooks/useDraft'
import type { Loaded } from '@/hooks/useLoad'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { ApiError, callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { DONE_WORDS, SHEET_WORDS } from './act-words'
import { formOf } from './act-plan'
import { useWishActDraft, type WishActDraft } from './useWishActDraft'
import { DETAIL_WORDS } from './words'

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409

type Body = CallInput<typeof actOnWishEndpoint>['body']
/** What is said with an act besides its words. */
export type WishActMore = Omit<Body, 'act' | 'revision' | 'note'>

export interface WishActs {
  /** What the button of an act does: sends it, or asks first. `about`: the offer that is meant. */
  press: (act: WishPersonAct, about?: Pick<WishActMore, 'offerId'>) => void
  /** The act whose sheet is open. */
  asking?: WishPersonAct
  close: () => void
  draft: WishActDraft
  change: (part: Partial<WishActDraft>) => void
  /** Sends the act whose sheet is open. True if it worked. */
  send: (more?: WishActMore) => Promise<boolean>
  busy?: WishPersonAct
  failure?: Failure
}

/** Acting on a wish: what is missing is said before it is sent, and who is too late sees how things stand. */
export function useWishActs(state: Loaded<WishView>): WishActs {
  const [asking, setAsking] = useState<WishPersonAct>()
  const [about, setAbout] = useState<WishActMore>({})
  const [sent, setSent] = useState<WishPersonAct>()
  const [missing, setMissing] = useState<Failure>()
  const wish = state.status === 'ready' ? state.data : undefined
  const draft = useWishActDraft(wish?.wishId, asking)
  const submit = useSendOnce({ state, draft, close: () => setAsking(undefined) })
  const send = async (act: WishPersonAct, note: string, more: WishActMore) => {
    if (!wish) return false
    const lacking = lackingIn(act, note)
    setMissing(lacking)
    if (lacking) return false
    setSent(act)
    const { communityId, wishId, revision } = wish
    return submit.submit({ params: { communityId, wishId }, body: { ...more, act, revision, note } })
  }
  const clear = () => {
    hideToast()
    setMissing(undefined)
    submit.clear()
  }
  return {
    press: (act, offer = {}) => {
      clear()
      setAbout(offer)
      if (wish && formOf(act, wish)) setAsking(act)
      else void send(act, '', offer)
    },
    asking,
    close: () => {
      clear()
      setAsking(undefined)
    },
    draft: draft.value,
    change: (part) => {
      setMissing(undefined)
      submit.clear()
      if (asking) draft.change(part)
    },
    send: async (more = {}) =>
      asking !== undefined && send(asking, draft.value.note.trim(), { ...about, ...more }),
    busy: submit.busy ? sent : undefined,
    failure: missing ?? submit.failure,
  }
}

type Sent = Pick<CallInput<typeof actOnWishEndpoint>, 'params' | 'body'>

interface Sending {
  state: Loaded<WishView>
  draft: Draft<WishActDraft>
  /** Puts the sheet away. */
  close: () => void
}

/** Sends an act; what was written for it is forgotten once it is done, also when the page was left meanwhile. */
function useSendOnce({ state, draft, close }: Sending) {
  const submit = useSubmit(
    async (input: Sent, key) => {
      const answer = await sendAct(input, key, (message) => void showNewest(message))
      draft.drop()
      toast(DONE_WORDS[input.body.act])
      return answer
    },
    (answer) => {
      state.replace(answer)
      close()
    },
  )
  const showNewest = async (message: string) => {
    close()
    const fresh = await state.refresh()
    submit.clear()
    toast(fresh ? DETAIL_WORDS.stale(message) : message)
  }
  return submit
}

function lackingIn(act: WishPersonAct, note: string): Failure | undefined {
  if (wishTransition(act).words !== 'reason' || note) return undefined
  return { message: SHEET_WORDS.reasonMissing, field: 'note' }
}

async function sendAct(
  { params, body }: Sent,
  key: string,
  onStale: (message: string) => void,
): Promise<WishView> {
  try {
    return await withPhone(() => withConsent(() => callEndpoint(actOnWishEndpoint, { params, body, key })))
  } catch (error) {
    if (error instanceof ApiError && error.status === CONFLICT) onStale(error.message)
    throw error
  }
}
