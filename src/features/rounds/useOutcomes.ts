import { useState } from 'react'
import {
  listOutcomesEndpoint,
  putDownOutcomeEndpoint,
  type OutcomeView,
  type RoundOpening,
  type RoundView,
  type TopicOutcome,
} from '#core/rounds'
import type { Loaded } from '@/hooks/useLoad'
import { usePaged, type More } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit, type Failure } from '@/hooks/useSubmit'
import { withConsent } from '@/parts/consent/ask-consent'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { OUTCOME_WORDS } from './statement-words'

export interface Outcomes {
  state: Loaded<OutcomeView[]>
  more: More
  writing?: OutcomeWriting
  open: (topic: OutcomeView) => void
}

export interface OutcomeWriting {
  topic: OutcomeView
  outcome: TopicOutcome
  text: string
  choose: (outcome: TopicOutcome) => void
  change: (text: string) => void
  send: () => void
  close: () => void
  busy: boolean
  failure?: Failure
}

interface Written {
  topic: OutcomeView
  outcome: TopicOutcome
  text: string
}

/** 谈出了什么: topic by topic; its convener puts it down. */
export function useOutcomes(
  { communityId, roundId }: Pick<RoundView, 'communityId' | 'roundId'>,
  refresh: () => void,
  given: RoundOpening['outcomes'],
): Outcomes {
  const params = { communityId, roundId }
  const { state, more } = usePaged(
    (cursor) => callEndpoint(listOutcomesEndpoint, { params, query: { cursor } }),
    [communityId, roundId],
    given,
  )
  useReturn(() => void state.refresh())
  const [written, setWritten] = useState<Written>()
  const [missing, setMissing] = useState<Failure>()
  const sending = useSubmit(
    ({ topic: { topicId, revision }, outcome, text }: Written, key) =>
      withConsent(() =>
        callEndpoint(putDownOutcomeEndpoint, {
          params: { ...params, topicId },
          body: { revision, outcome, text },
          key,
        }),
      ),
    () => {
      setWritten(undefined)
      toast(OUTCOME_WORDS.saved)
      void state.refresh()
      refresh()
    },
  )
  const put = (next: Written | undefined) => {
    sending.clear()
    setMissing(undefined)
    setWritten(next)
  }
  const failure = missing ?? sending.failure
  return {
    state,
    more,
    open: (topic) => put({ topic, outcome: topic.outcome ?? 'consensus', text: topic.outcomeText ?? '' }),
    ...(written && {
      writing: {
        ...written,
        choose: (outcome) => put({ ...written, outcome }),
        change: (text) => put({ ...written, text }),
        send: () => {
          const text = written.text.trim()
          if (text) void sending.submit({ ...written, text })
          else setMissing({ message: OUTCOME_WORDS.missing, field: 'text' })
        },
        close: () => put(undefined),
        busy: sending.busy,
        ...(failure ? { failure } : {}),
      },
    }),
  }
}
