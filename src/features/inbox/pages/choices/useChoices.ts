import { useState } from 'react'
import {
  chooseInboxTopicEndpoint,
  listInboxChoicesEndpoint,
  type InboxChoice,
  type InboxTopic,
  type TopicChoice,
} from '#core/inbox'
import { useLoad } from '@/hooks/useLoad'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { CHOICES } from '../../words'

interface Chosen {
  topic: InboxTopic
  choice: InboxChoice
}

/** 消息设置 of one community: what is chosen, and the topic that is being changed. */
export function useChoices(communityId: string) {
  const params = { communityId }
  const state = useLoad(
    async () => (await callEndpoint(listInboxChoicesEndpoint, { params })).items,
    [communityId],
  )
  const [changing, setChanging] = useState<TopicChoice>()
  const { submit, busy, failure, clear } = useSubmit(
    (body: Chosen, key) => callEndpoint(chooseInboxTopicEndpoint, { params, body, key }),
    (_, { topic, choice }) => {
      if (state.status === 'ready')
        state.replace(state.data.map((one) => (one.topic === topic ? { ...one, choice } : one)))
      setChanging(undefined)
      toast(CHOICES.changed)
    },
  )
  return {
    state,
    changing,
    busy,
    failure,
    change: (topic: TopicChoice) => {
      clear()
      setChanging(topic)
    },
    close: () => setChanging(undefined),
    choose: (choice: InboxChoice) => {
      if (changing) void submit({ topic: changing.topic, choice })
    },
  }
}
