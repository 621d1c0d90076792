import { useEffect, useRef, useState } from 'react'
import { DESK_LISTS, readDeskEndpoint, type DeskCounts, type DeskList, type MatterItem } from '#core/matters'
import type { MyCommunity } from '#core/people'
import { useReturn } from '@/hooks/useReturn'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { callEndpoint } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { communityFor } from '../../communities'

export interface DeskPage extends Page<MatterItem> {
  counts?: DeskCounts | null
  /** Undefined where the reader has no desk. */
  community?: MyCommunity
}

export interface Desk {
  list: DeskList
  show: (list: DeskList) => void
  paged: Paged<DeskPage>
  /** What the newest first page said; stays while another list loads. */
  head?: DeskPage
}

/** 工作台: one of its lists, and how many each holds. */
export function useDesk(): Desk {
  const query = usePageQuery()
  const [list, show] = useState<DeskList>(() => DESK_LISTS.find((one) => one === query.list) ?? DESK_LISTS[0])
  const load = (cursor?: string) => loadDesk(query.communityId, list, cursor)
  const paged = usePaged(load, [list, query.communityId])
  const kept = useRef<DeskPage>()
  useEffect(() => {
    if (paged.first) kept.current = paged.first
  }, [paged.first])
  useReturn(() => void paged.state.refresh())
  return { list, show, paged, head: paged.first ?? kept.current }
}

async function loadDesk(wanted: string | undefined, list: DeskList, cursor?: string): Promise<DeskPage> {
  const community = communityFor(await knownMe(), wanted)
  if (!community?.hasDesk) return { items: [] }
  const { communityId } = community
  const page = await callEndpoint(readDeskEndpoint, { params: { communityId }, query: { list, cursor } })
  return { ...page, community }
}
