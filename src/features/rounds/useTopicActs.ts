import { useState } from 'react'
import {
  actOnTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
  topicTransition,
  type TopicAct,
  type TopicItem,
} from '#core/rounds'
import { messageOf } from '#core/errors'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { withPhone } from '@/parts/phone/with-phone'
import { callEndpoint, type CallInput } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { MERGE_WORDS, TOPIC_DONE, TOPIC_WORDS } from './topic-words'

/** An act on one topic, before it is sent. */
export interface AskingTopic {
  topic: TopicItem
  act: TopicAct
  reason: string
  intoId: string
}

export interface TopicActs {
  /** 附议, or taking it back. */
  second: (topic: TopicItem, wanted: boolean) => void
  /** The topic whose second is on its way. */
  seconding?: string | undefined
  secondFailure?: (Failure & { topicId: string }) | undefined
  press: (topic: TopicItem, act: TopicAct) => void
  asking?: AskingTopic | undefined
  change: (part: Partial<Pick<AskingTopic, 'reason' | 'intoId'>>) => void
  close: () => void
  send: () => void
  busy: boolean
  failure?: Failure | undefined
}

type SentAct = Pick<CallInput<typeof actOnTopicEndpoint>, 'params' | 'body'>

/** Seconding topics and acting on them; `onDone` gets what changes of the topic. */
export function useTopicActs(communityId: string, onDone: (topic: TopicItem) => void): TopicActs {
  const seconds = useSeconding(communityId, onDone)
  const [asking, setAsking] = useState<AskingTopic>()
  const [missing, setMissing] = useState<Failure>()
  const sending = useSubmit(
    (input: SentAct, key) =>
      withPhone(() => withConsent(() => callEndpoint(actOnTopicEndpoint, { ...input, key }))),
    (answer, { body }) => {
      toast(TOPIC_DONE[body.act])
      setAsking(undefined)
      onDone(answer)
    },
  )
  const open = (next: AskingTopic | undefined) => {
    setMissing(undefined)
    sending.clear()
    setAsking(next)
  }
  const send = () => {
    if (!asking) return
    const lacks = missingIn(asking)
    setMissing(lacks)
    if (!lacks) void sending.submit(sentOf(communityId, asking))
  }
  return {
    ...seconds,
    press: (topic, act) => open({ topic, act, reason: '', intoId: '' }),
    asking,
    change: (part) => asking && open({ ...asking, ...part }),
    close: () => open(undefined),
    send,
    busy: sending.busy,
    failure: missing ?? sending.failure,
  }
}

/** What an act still needs. */
function missingIn({ act, reason, intoId }: AskingTopic): Failure | undefined {
  const needs = topicTransition(act)
  if (needs.into && !intoId) return { message: MERGE_WORDS.missingInto, field: 'intoId' }
  if (needs.reason && !reason.trim()) return { message: messageOf('REASON_REQUIRED'), field: 'reason' }
  return undefined
}

function sentOf(communityId: string, { topic, act, reason, intoId }: AskingTopic): SentAct {
  const needs = topicTransition(act)
  return {
    params: { communityId, topicId: topic.topicId },
    body: {
      act,
      revision: topic.revision,
      ...(needs.reason ? { reason: reason.trim() } : {}),
      ...(needs.into ? { intoId } : {}),
    },
  }
}

function useSeconding(communityId: string, onDone: (topic: TopicItem) => void) {
  const [topicId, setTopicId] = useState<string>()
  const { submit, busy, failure } = useSubmit(
    ({ wanted, ...params }: { wanted: boolean; communityId: string; topicId: string }, key) => {
      const endpoint = wanted ? secondTopicEndpoint : takeBackTopicSecondEndpoint
      return withPhone(() => withConsent(() => callEndpoint(endpoint, { params, key })))
    },
    (answer, { wanted }) => {
      toast(wanted ? TOPIC_WORDS.secondDone : TOPIC_WORDS.takenBack)
      onDone(answer)
    },
  )
  return {
    second: (topic: TopicItem, wanted: boolean) => {
      setTopicId(topic.topicId)
      void submit({ wanted, communityId, topicId: topic.topicId })
    },
    seconding: busy ? topicId : undefined,
    secondFailure: failure && topicId !== undefined ? { ...failure, topicId } : undefined,
  }
}
