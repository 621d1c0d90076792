import { readBylawEndpoint, type BylawView } from '#core/votes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { useReadSubject } from '@/parts/inbox'
import { callEndpoint } from '@/platform/call-endpoint'
import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'

/** One set of bylaws, loaded again whenever the reader comes back to it; what was told of it counts as read. */
export function useBylaw(bylawId: string): Loaded<BylawView> {
  const { communityId } = usePageQuery()
  const state = useLoad(async () => {
    const here = communityId ?? currentCommunity(await knownMe())?.communityId ?? ''
    return callEndpoint(readBylawEndpoint, { params: { communityId: here, bylawId } })
  }, [communityId, bylawId])
  useReturn(() => void state.refresh())
  const read = state.status === 'ready'
  useReadSubject(read ? state.data.communityId : '', { kind: 'bylaw', id: bylawId }, read)
  return state
}
