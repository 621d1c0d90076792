import { useState } from 'react'
import { appealEndpoint, listHiddenEndpoint, type HiddenItem } from '#core/moderation'
import { usePaged, type Page } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { useSubmit } from '@/hooks/useSubmit'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { useHere } from '../../useHere'
import { HIDDEN } from '../../words'

interface HiddenPage extends Page<HiddenItem> {
  communityId?: string
}

interface Sent {
  communityId: string
  caseId: string
  note: string
}

/** Words of mine that were hidden, and asking another moderator to look again. */
export function useHidden() {
  const { query, find } = useHere()
  const { state, first, more } = usePaged<HiddenPage>(
    async (cursor) => {
      const communityId = await find()
      if (communityId === undefined) return { items: [], nextCursor: null }
      const page = await callEndpoint(listHiddenEndpoint, { params: { communityId }, query: { cursor } })
      return { ...page, communityId }
    },
    [query.communityId],
  )
  useReturn(() => void state.refresh())
  const [asking, setAsking] = useState<HiddenItem>()
  const { submit, busy, failure, clear } = useSubmit(
    ({ note, ...params }: Sent, key) => callEndpoint(appealEndpoint, { params, body: { note }, key }),
    (_, { caseId }) => {
      setAsking(undefined)
      if (state.status === 'ready')
        state.replace(state.data.map((one) => (one.caseId === caseId ? { ...one, appeal: 'waiting' } : one)))
      toast(HIDDEN.done)
    },
  )
  const communityId = first?.communityId
  return {
    communityId,
    state,
    more,
    asking,
    ask: (item: HiddenItem | undefined) => {
      clear()
      setAsking(item)
    },
    busy,
    failure,
    send: (note: string) => {
      if (asking && communityId) void submit({ communityId, caseId: asking.caseId, note })
    },
  }
}
