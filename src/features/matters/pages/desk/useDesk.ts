import { useEffect, useRef, useState } from 'react'
import {
  CHANNEL_LABELS,
  DESK_LISTS,
  readDeskEndpoint,
  serviceOf,
  type DeskCounts,
  type DeskFilter,
  type DeskList,
  type MatterItem,
  type SavedFilter,
} from '#core/matters'
import type { MyCommunity } from '#core/people'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { communityFor } from '../../communities'

export interface DeskPage extends Page<MatterItem> {
  counts?: DeskCounts | null
  /** Words that wait to be looked at; null for who doesn't. */
  moderation?: number | null
  /** Undefined where the reader has no desk. */
  community?: MyCommunity
}

/** What a list is narrowed to, with the place's name for the screen. */
export interface NamedFilter extends DeskFilter {
  placeName?: string
}

export interface Desk {
  list: DeskList
  filter: NamedFilter
  show: (list: DeskList, filter?: NamedFilter) => void
  paged: Paged<DeskPage>
  /** What the newest first page said; stays while another list loads. */
  head?: DeskPage
}

/** 工作台: one of its lists, narrowed or whole, and how many each holds. */
export function useDesk(): Desk {
  const query = usePageQuery()
  const [shown, setShown] = useState<{ list: DeskList; filter: NamedFilter }>(() => ({
    list: DESK_LISTS.find((one) => one === query.list) ?? DESK_LISTS[0],
    filter: {},
  }))
  const { list, filter } = shown
  const { serviceCode, channel, placeId } = filter
  const load = (cursor?: string) =>
    loadDesk(query.communityId, { list, serviceCode, channel, placeId }, cursor)
  const paged = usePaged(load, [list, serviceCode, channel, placeId, query.communityId])
  const kept = useRef<DeskPage>()
  useEffect(() => {
    if (paged.first) kept.current = paged.first
  }, [paged.first])
  useReturn(() => void paged.state.refresh())
  return {
    list,
    filter,
    show: (next, narrowed = {}) => setShown({ list: next, filter: narrowed }),
    paged,
    head: paged.first ?? kept.current,
  }
}

/** One page of a desk list of the community that is meant. */
export async function loadDesk(
  wanted: string | undefined,
  query: DeskFilter & { list: DeskList },
  cursor?: string,
): Promise<DeskPage> {
  const community = communityFor(await knownMe(), wanted)
  if (!community?.hasDesk) return { items: [] }
  const { communityId } = community
  const page = await callEndpoint(readDeskEndpoint, { params: { communityId }, query: { ...query, cursor } })
  return { ...page, community }
}

/** What a saved filter narrows a list to. */
export function namedFilterOf({ serviceCode, channel, placeId, placeName }: SavedFilter): NamedFilter {
  return {
    ...(serviceCode ? { serviceCode } : {}),
    ...(channel ? { channel } : {}),
    ...(placeId ? { placeId, placeName: placeName ?? '' } : {}),
  }
}

/** A filter in words; empty: the whole list. */
export function filterInWords({ serviceCode, channel, placeName }: NamedFilter): string {
  return [serviceCode && serviceOf(serviceCode)?.name, channel && CHANNEL_LABELS[channel], placeName]
    .filter(Boolean)
    .join(' · ')
}
