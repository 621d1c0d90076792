import { useState } from 'react'
import { z } from 'zod/mini'
import { objectEndpoint, type ObjectionAbout, type ObjectionView } from '#core/votes'
import { useDraft } from '@/hooks/useDraft'
import { usePersonId } from '@/hooks/usePersonId'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { hideToast, toast } from '@/platform/feedback'
import { OBJECT_WORDS } from './roll-words'
import type { VoteAddress } from './useVote'

/** What is objected to: one on the roll, that somebody is missing on it, or the result. */
export interface ObjectTo {
  about: ObjectionAbout
  voter?: { voterId: string; name: string }
  /** A home is to become a business: owners of other buildings may say that it concerns them. */
  claims?: boolean
}

export interface Objecting {
  /** What the sheet that is open is about. */
  to?: ObjectTo
  open: (to: ObjectTo) => void
  close: () => void
  text: string
  change: (text: string) => void
  send: () => void
  busy: boolean
  failure?: Failure
}

const EMPTY = { text: '' }
const kept = z.object({ text: z.string() })

type Sent = Pick<CallInput<typeof objectEndpoint>, 'params' | 'body'>

/** 提异议: one's words stay when the sheet is put away. */
export function useObject(address: VoteAddress, onDone: (objection: ObjectionView) => void): Objecting {
  const [to, setTo] = useState<ObjectTo>()
  const [missing, setMissing] = useState<Failure>()
  const personId = usePersonId()
  const which = to && (to.voter?.voterId ?? to.about)
  const draft = useDraft(
    personId && which ? `vote-object:${personId}:${address.voteId}:${which}` : undefined,
    EMPTY,
    (value) => kept.safeParse(value).data,
  )
  const { submit, busy, failure, clear } = useSubmit(
    async (input: Sent, key) => {
      const answer = await withPhone(() => withConsent(() => callEndpoint(objectEndpoint, { ...input, key })))
      draft.drop()
      toast(OBJECT_WORDS.done)
      return answer
    },
    (answer) => {
      setTo(undefined)
      onDone(answer)
    },
  )
  const fresh = () => {
    setMissing(undefined)
    clear()
  }
  const send = () => {
    const text = draft.value.text.trim()
    if (!to) return
    setMissing(text ? undefined : { message: OBJECT_WORDS.missingWords, field: 'text' })
    if (!text) return
    const { communityId, voteId } = address
    const { about, voter } = to
    const body = { about, text, ...(voter ? { voterId: voter.voterId } : {}) }
    void submit({ params: { communityId, voteId }, body })
  }
  return {
    to,
    open: (next) => {
      hideToast()
      fresh()
      setTo(next)
    },
    close: () => {
      fresh()
      setTo(undefined)
    },
    text: draft.value.text,
    change: (text) => {
      fresh()
      draft.change({ text })
    },
    send,
    busy,
    failure: missing ?? failure,
  }
}
