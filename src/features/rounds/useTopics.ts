import { listTopicsEndpoint, type RoundOpening, type TopicItem } from '#core/rounds'
import { usePaged, type Paged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import type { RoundAddress } from './useRound'

type Topics = Paged<{ items: TopicItem[]; nextCursor: string | null }>

/** Topics of a round, first to last; asked for anew when the round itself has changed. */
export function useTopics(
  { communityId, roundId, revision }: RoundAddress & { revision: number },
  given?: RoundOpening['topics'],
): Topics {
  return usePaged(
    (cursor) => callEndpoint(listTopicsEndpoint, { params: { communityId, roundId }, query: { cursor } }),
    [communityId, roundId, revision],
    given,
  )
}
