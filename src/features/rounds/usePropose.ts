import { useState } from 'react'
import { proposeTopicEndpoint, putUpTopicEndpoint, type BoardOrigin, type TopicView } from '#core/rounds'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import type { RoundAddress } from './useRound'
import { TOPIC_WORDS } from './topic-words'

/** A topic that is being written. */
export interface ProposedTopic {
  title: string
  text: string
  named: boolean
}

const EMPTY: ProposedTopic = { title: '', text: '', named: false }

/** What a topic is put up from. */
export interface PutUpFrom {
  kind: BoardOrigin
  id: string
}

export interface Propose {
  open: boolean
  show: (open: boolean) => void
  written: ProposedTopic
  change: (part: Partial<ProposedTopic>) => void
  send: () => void
  busy: boolean
  failure?: Failure | undefined
}

type Body = CallInput<typeof proposeTopicEndpoint>['body']
/** Sends what was written. */
type Sending = (body: Body, key: string) => Promise<Pick<TopicView, 'wordsState'>>

/** 提议题 in a round. */
export function usePropose({ communityId, roundId }: RoundAddress, onDone: () => void): Propose {
  const params = { communityId, roundId }
  return useProposal((body, key) => callEndpoint(proposeTopicEndpoint, { params, body, key }), onDone)
}

export interface BoardAddress {
  communityId: string
  placeId: string
}

/** 提议题 on the board of a place, perhaps from what somebody said elsewhere. */
export function usePutUp(params: BoardAddress, origin: PutUpFrom | undefined, onDone: () => void): Propose {
  return useProposal(
    (body, key) =>
      callEndpoint(putUpTopicEndpoint, { params, body: origin ? { ...body, origin } : body, key }),
    onDone,
  )
}

/** What was written stays when the sheet is closed. */
function useProposal(propose: Sending, onDone: () => void): Propose {
  const [open, setOpen] = useState(false)
  const [written, setWritten] = useState(EMPTY)
  const [missing, setMissing] = useState(false)
  const sending = useSubmit(
    (body: Body, key) => withPhone(() => withConsent(() => propose(body, key))),
    ({ wordsState }) => {
      toast(wordsState === 'waiting' ? TOPIC_WORDS.proposedWaiting : TOPIC_WORDS.proposed)
      setWritten(EMPTY)
      setOpen(false)
      onDone()
    },
  )
  const send = () => {
    const title = written.title.trim()
    setMissing(!title)
    if (!title) return
    const shownAs = written.named ? ('nickname' as const) : ('resident' as const)
    void sending.submit({ title, text: written.text.trim(), shownAs })
  }
  return {
    open,
    show: setOpen,
    written,
    change: (part) => {
      setMissing(false)
      sending.clear()
      setWritten({ ...written, ...part })
    },
    send,
    busy: sending.busy,
    failure: missing ? { message: TOPIC_WORDS.missing, field: 'title' } : sending.failure,
  }
}
