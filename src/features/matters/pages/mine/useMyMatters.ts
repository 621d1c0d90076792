import { keepableMatters, listMyMattersEndpoint, type MatterItem } from '#core/matters'
import { useReturn } from '@/hooks/useReturn'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import type { Read } from '@/platform/reading'
import { communityFor } from '../../communities'

export interface MyMattersPage extends Page<MatterItem> {
  communityId?: string
}

/** What the reader reported in a community, newest first. */
export function useMyMatters(): Paged<MyMattersPage> {
  const { communityId } = usePageQuery()
  const paged = usePaged((cursor, read) => loadMine(read, communityId, cursor), [communityId])
  useReturn(() => void paged.state.refresh())
  return paged
}

async function loadMine(
  read: Read,
  wanted: string | undefined,
  cursor: string | undefined,
): Promise<MyMattersPage> {
  const communityId = communityFor(await knownMe(), wanted)?.communityId
  if (!communityId) return { items: [] }
  const page = await read(
    listMyMattersEndpoint,
    { params: { communityId }, query: { cursor } },
    (answer) => ({ ...answer, items: keepableMatters(answer.items) }),
  )
  return { ...page, communityId }
}
