import { useState } from 'react'
import {
  keepableHome,
  listFeedEndpoint,
  readHomeEndpoint,
  type HomeView,
  type MatterItem,
} from '#core/matters'
import type { MeView, MyCommunity } from '#core/people'
import { isOffice } from '#core/permissions'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { chooseCommunity, currentCommunity, loadMeBy, setUnread, useChosenCommunity } from '@/platform/me'
import { usePullDown, useReachEnd } from '@/platform/page'
import type { Read } from '@/platform/reading'
import { HOME_WORDS } from './words'

export interface HomePage extends Page<MatterItem> {
  me?: MeView
  community?: MyCommunity
  /** Undefined for who neither lives nor works in any community. */
  home?: HomeView
}

/** What of a place's news is looked at. */
export const HOME_FILTERS = ['all', 'notices', 'matters', 'wishes'] as const
export type HomeFilter = (typeof HOME_FILTERS)[number]

export interface Home {
  paged: Paged<HomePage>
  filter: HomeFilter
  show: (filter: HomeFilter) => void
  /** Another place of the community one is in. */
  lookAt: (placeId: string) => void
  /** Another one of one's communities. */
  moveTo: (communityId: string) => void
}

const UNANSWERED = new Promise<never>(() => undefined)

/** 首页: who I am, then my place, in two requests. Loaded again whenever the reader comes back. */
export function useHome(signedIn: boolean): Home {
  const chosen = useChosenCommunity()
  const [filter, show] = useState<HomeFilter>('all')
  const [looking, setLooking] = useState<{ communityId?: string; placeId?: string }>({})
  // A place belongs to its community: in another one, also when that was chosen on another page, Home begins anew.
  const placeId = looking.communityId === chosen ? looking.placeId : undefined
  const load = (cursor: string | undefined, read: Read): Promise<HomePage> => {
    if (!signedIn) return UNANSWERED
    return cursor ? loadMore(paged.first, cursor) : loadHome(read, placeId)
  }
  const paged: Paged<HomePage> = usePaged(load, [signedIn, chosen, placeId])
  const { state, more } = paged
  useReturn(() => void state.refresh())
  useReachEnd(() => {
    if (showsMatters(filter)) more.load()
  })
  usePullDown(async () => {
    if (!(await state.refresh())) toast(HOME_WORDS.notRefreshed)
  })
  return {
    paged,
    filter,
    show,
    lookAt: (next) => setLooking({ communityId: chosen, placeId: next }),
    moveTo: chooseCommunity,
  }
}

/** Whether the feed of matters is on the page. */
export function showsMatters(filter: HomeFilter): boolean {
  return filter === 'all' || filter === 'matters'
}

async function loadHome(read: Read, placeId: string | undefined): Promise<HomePage> {
  const me = await loadMeBy(read)
  const community = currentCommunity(me)
  if (!community || !belongsTo(community)) return { items: [], me, community }
  const { communityId } = community
  const home = await read(readHomeEndpoint, { params: { communityId }, query: { placeId } }, keepableHome)
  setUnread(communityId, home.unread)
  // What an older app has kept on this phone knows of no votes.
  const { votes = [] } = home as Partial<HomeView>
  return { ...home.feed, me, community, home: { ...home, votes } }
}

/** Lives or works there; who only reported something by a door code does not, and has no Home to be shown. */
function belongsTo({ homes, roles }: MyCommunity): boolean {
  return homes.length > 0 || roles.some(isOffice)
}

async function loadMore({ community, home }: HomePage = { items: [] }, cursor: string): Promise<HomePage> {
  if (!community || !home) return { items: [] }
  const { communityId } = community
  return callEndpoint(listFeedEndpoint, {
    params: { communityId },
    query: { placeId: home.place.placeId, cursor },
  })
}
