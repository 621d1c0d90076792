import { useState } from 'react'
import {
  actOnItemEndpoint,
  itemTransition,
  readItemEndpoint,
  type ItemAct,
  type ItemPageView,
  type ItemView,
} from '#core/rounds'
import { useDraft, type Draft } from '@/hooks/useDraft'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { usePersonId } from '@/hooks/usePersonId'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { ApiError, callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { restoreSaid, type Said } from './said-draft'
import { ITEM_WORDS } from './item-words'

export interface ItemAddress {
  communityId: string
  itemId: string
}

/** HTTP's word for: somebody was faster. */
const CONFLICT = 409

export interface ItemPage {
  state: Loaded<ItemPageView>
  /** Opens the sheet of an act. */
  press: (act: ItemAct) => void
  asking?: ItemAct
  close: () => void
  draft: Draft<Said>
  /** Sends the act whose sheet is open; true if it worked. */
  send: (sent: { photoIds: string[] }) => Promise<boolean>
  busy: boolean
  failure?: Failure
}

type Sent = Pick<CallInput<typeof actOnItemEndpoint>, 'params' | 'body'>

const EMPTY: Said = { note: '', photos: [] }

/** One item, loaded again whenever the reader comes back to it, and what one does on it. */
export function useItem({ communityId, itemId }: ItemAddress): ItemPage {
  const personId = usePersonId()
  const state = useLoad(
    () => callEndpoint(readItemEndpoint, { params: { communityId, itemId } }),
    [communityId, itemId],
  )
  useReturn(() => void state.refresh())
  const [asking, setAsking] = useState<ItemAct>()
  const [missing, setMissing] = useState<Failure>()
  const key = personId && asking && `item-act:${personId}:${itemId}:${asking}`
  const draft = useDraft<Said>(key || undefined, EMPTY, restoreSaid)
  const sending = useSendItemAct(state, () => setAsking(undefined))
  const send = async ({ photoIds }: { photoIds: string[] }) => {
    if (state.status !== 'ready' || !asking) return false
    const note = draft.value.note.trim()
    const asks = itemTransition(asking).words !== 'none'
    setMissing(asks && !note ? { message: ITEM_WORDS.missing.note, field: 'note' } : undefined)
    if (asks && !note) return false
    const { roundId, revision } = state.data
    const body = { act: asking, revision, photoIds, ...(asks ? { note } : {}) }
    const worked = await sending.submit({ params: { communityId, roundId, itemId }, body })
    if (worked) draft.drop()
    return worked
  }
  const open = (act: ItemAct | undefined) => {
    sending.clear()
    setMissing(undefined)
    setAsking(act)
  }
  return {
    state,
    press: open,
    asking,
    close: () => open(undefined),
    draft,
    send,
    busy: sending.busy,
    failure: missing ?? sending.failure,
  }
}

function useSendItemAct(state: Loaded<ItemView>, close: () => void) {
  const sending = useSubmit(
    async (input: Sent, key) => {
      try {
        const answer = await withPhone(() =>
          withConsent(() => callEndpoint(actOnItemEndpoint, { ...input, key })),
        )
        toast(ITEM_WORDS.done)
        return answer
      } catch (error) {
        if (error instanceof ApiError && error.status === CONFLICT) void showNewest(error.message)
        throw error
      }
    },
    (answer) => {
      state.replace(answer)
      close()
    },
  )
  const showNewest = async (message: string) => {
    close()
    const fresh = await state.refresh()
    sending.clear()
    toast(fresh ? ITEM_WORDS.stale(message) : message)
  }
  return sending
}
