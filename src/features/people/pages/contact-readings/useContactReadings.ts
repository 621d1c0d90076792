import { listContactReadingsEndpoint } from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { usePaged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { currentCommunity, knownMe } from '@/platform/me'

const NONE = { items: [], nextCursor: null }

/** 谁看过我的电话, in one of my communities. */
export function useContactReadings(wanted: string | undefined) {
  const communities = useLoad(async () => (await knownMe()).communities, [])
  const { state, more } = usePaged(
    async (cursor) => {
      const communityId = wanted ?? currentCommunity(await knownMe())?.communityId
      if (communityId === undefined) return NONE
      return callEndpoint(listContactReadingsEndpoint, { params: { communityId }, query: { cursor } })
    },
    [wanted],
  )
  return { state, more, communities: communities.status === 'ready' ? communities.data : [] }
}
