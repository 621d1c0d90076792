import { listMyMattersEndpoint, type MatterItem } from '#core/matters'
import { useReturn } from '@/hooks/useReturn'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { communityFor } from '../../communities'

export interface MyMattersPage extends Page<MatterItem> {
  communityId?: string
}

/** What the reader reported in a community, newest first. */
export function useMyMatters(): Paged<MyMattersPage> {
  const { communityId } = usePageQuery()
  const paged = usePaged((cursor) => loadMine(communityId, cursor), [communityId])
  useReturn(() => void paged.state.refresh())
  return paged
}

async function loadMine(wanted: string | undefined, cursor?: string): Promise<MyMattersPage> {
  const communityId = communityFor(await knownMe(), wanted)?.communityId
  if (!communityId) return { items: [] }
  const page = await callEndpoint(listMyMattersEndpoint, { params: { communityId }, query: { cursor } })
  return { ...page, communityId }
}
