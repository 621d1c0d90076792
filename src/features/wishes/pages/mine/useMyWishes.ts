import { useState } from 'react'
import { listMyWishesEndpoint, type WishItem, type WishPart } from '#core/wishes'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'
import { useReachEnd } from '@/platform/page'
import { sessionToken } from '@/platform/session'

export interface MyWishesPage extends Page<WishItem> {
  /** Undefined for who is in no community. */
  communityId?: string
}

export interface MyWishes {
  paged: Paged<MyWishesPage>
  part: WishPart
  choose: (part: WishPart) => void
}

const UNANSWERED = new Promise<never>(() => undefined)

/** What I said, or where I help; newest first. */
export function useMyWishes(): MyWishes {
  const { communityId, part: opened } = usePageQuery()
  const [part, choose] = useState<WishPart>(opened === 'helping' ? 'helping' : 'said')
  const paged = usePaged((cursor) => loadMine(communityId, part, cursor), [communityId, part])
  useReturn(() => void paged.state.refresh())
  useReachEnd(paged.more.load)
  return { paged, part, choose }
}

async function loadMine(
  wanted: string | undefined,
  part: WishPart,
  cursor: string | undefined,
): Promise<MyWishesPage> {
  // Signed out, the page is on its way to the sign-in page.
  if (!sessionToken()) return UNANSWERED
  const communityId = wanted ?? currentCommunity(await knownMe())?.communityId
  if (communityId === undefined) return { items: [] }
  const page = await callEndpoint(listMyWishesEndpoint, { params: { communityId }, query: { part, cursor } })
  return { ...page, communityId }
}
