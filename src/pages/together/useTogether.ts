import { useState } from 'react'
import type { MyCommunity } from '#core/people'
import { isOffice } from '#core/permissions'
import { isConveningRole, listVotesEndpoint, type VoteItem, type VoteList } from '#core/votes'
import { usePaged, type Page, type Paged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { toast } from '@/platform/feedback'
import { chooseCommunity, currentCommunity, knownMe, useChosenCommunity, useMe } from '@/platform/me'
import { usePullDown, useReachEnd } from '@/platform/page'
import { TOGETHER_WORDS } from './words'

export interface TogetherPage extends Page<VoteItem> {
  /** Where one lives or works; undefined for who has only reported something somewhere. */
  community?: MyCommunity
}

export interface Together {
  paged: Paged<TogetherPage>
  list: VoteList
  show: (list: VoteList) => void
  communities: readonly MyCommunity[]
  community?: MyCommunity
  /** The reader convenes votes here. */
  convenes: boolean
  moveTo: (communityId: string) => void
}

const UNANSWERED = new Promise<never>(() => undefined)

/**
 * 议事 of the community one is in. Not kept for a time without network: whether there is still something to cast is
 * known by the server alone.
 */
export function useTogether(signedIn: boolean): Together {
  const chosen = useChosenCommunity()
  const me = useMe()
  const [wanted, show] = useState<VoteList>('current')
  const community = me && currentCommunity(me)
  const convenes = community?.roles.some(isConveningRole) ?? false
  // Who has moved to a community where they convene nothing has no drafts to look at.
  const list = wanted === 'drafts' && community && !convenes ? 'current' : wanted
  const paged = usePaged<TogetherPage>(
    (cursor) => (signedIn ? loadVotes(list, cursor) : UNANSWERED),
    [signedIn, chosen, list],
  )
  const { state, more } = paged
  useReturn(() => void state.refresh())
  useReachEnd(more.load)
  usePullDown(async () => {
    if (!(await state.refresh())) toast(TOGETHER_WORDS.notRefreshed)
  })
  return {
    paged,
    list,
    show,
    communities: me?.communities ?? [],
    ...(community ? { community } : {}),
    convenes,
    moveTo: chooseCommunity,
  }
}

async function loadVotes(list: VoteList, cursor: string | undefined): Promise<TogetherPage> {
  const community = currentCommunity(await knownMe())
  if (!community || !belongsTo(community)) return { items: [] }
  const { communityId } = community
  const page = await callEndpoint(listVotesEndpoint, { params: { communityId }, query: { list, cursor } })
  return { ...page, community }
}

/** Lives or works there. */
function belongsTo({ homes, roles }: MyCommunity): boolean {
  return homes.length > 0 || roles.some(isOffice)
}
