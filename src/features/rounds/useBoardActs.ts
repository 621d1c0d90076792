import { useState } from 'react'
import {
  conveneRoundEndpoint,
  declineTopicEndpoint,
  QUESTION_LENGTH,
  type BoardTopicItem,
} from '#core/rounds'
import { messageOf } from '#core/errors'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { goTo } from '@/platform/navigation'
import { ROUTES } from '@/routes'
import { BOARD_WORDS } from './topic-words'

/** What who convenes does with a topic of the board. */
export type BoardAct = 'convene' | 'decline'

export interface BoardActs {
  press: (topic: BoardTopicItem, act: BoardAct) => void
  /** The topic and the act whose sheet is open. */
  asking?: { topic: BoardTopicItem; act: BoardAct } | undefined
  words: string
  change: (words: string) => void
  close: () => void
  send: () => void
  busy: boolean
  failure?: Failure | undefined
}

interface Sent {
  topic: BoardTopicItem
  act: BoardAct
  words: string
}

/** 召集大家来谈, or 这次不谈: each says first what it leads to. */
export function useBoardActs(communityId: string, onDone: () => void): BoardActs {
  const [asking, setAsking] = useState<BoardActs['asking']>()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState<string>()
  const sending = useSubmit(
    (sent: Sent, key) => withPhone(() => withConsent(() => send(communityId, sent, key))),
    (roundId, { act }) => {
      toast(act === 'convene' ? BOARD_WORDS.convened : BOARD_WORDS.declinedDone)
      setAsking(undefined)
      if (roundId) goTo(ROUTES.round, { communityId, roundId })
      else onDone()
    },
  )
  const clear = () => {
    setMissing(undefined)
    sending.clear()
  }
  return {
    press: (topic, act) => {
      clear()
      // The question begins as the topic is called.
      setWords(act === 'convene' ? Array.from(topic.title).slice(0, QUESTION_LENGTH).join('') : '')
      setAsking({ topic, act })
    },
    asking,
    words,
    change: (next) => {
      clear()
      setWords(next)
    },
    close: () => setAsking(undefined),
    send: () => {
      if (!asking) return
      const said = words.trim()
      setMissing(said ? undefined : missingIn(asking.act))
      if (said) void sending.submit({ ...asking, words: said })
    },
    busy: sending.busy,
    failure: missing ? { message: missing, field: 'words' } : sending.failure,
  }
}

const missingIn = (act: BoardAct): string =>
  act === 'convene' ? BOARD_WORDS.missing : messageOf('REASON_REQUIRED')

/** Answers the round that was convened. */
async function send(
  communityId: string,
  { topic, act, words }: Sent,
  key: string,
): Promise<string | undefined> {
  const { topicId, placeId, revision } = topic
  if (act === 'decline') {
    const params = { communityId, topicId }
    await callEndpoint(declineTopicEndpoint, { params, body: { revision, reason: words }, key })
    return undefined
  }
  const body = { placeId, question: words, topicIds: [topicId] }
  return (await callEndpoint(conveneRoundEndpoint, { params: { communityId }, body, key })).roundId
}
