import { useEffect, useRef } from 'react'
import { listRoundsEndpoint, type RoundItem, type RoundList } from '#core/rounds'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'

/** Rounds of the places one lives in or answers for; fresh whenever the votes below them are: `votes` is what these came with. */
export function useRounds(communityId: string, list: RoundList, votes: unknown): Paged<Page<RoundItem>> {
  const paged = usePaged<Page<RoundItem>>(
    (cursor) => callEndpoint(listRoundsEndpoint, { params: { communityId }, query: { list, cursor } }),
    [communityId, list],
  )
  const { refresh } = paged.state
  const seen = useRef({ votes, communityId, list })
  useEffect(() => {
    const before = seen.current
    seen.current = { votes, communityId, list }
    if (before.votes !== votes && before.communityId === communityId && before.list === list) void refresh()
  }, [votes, communityId, list, refresh])
  return paged
}
