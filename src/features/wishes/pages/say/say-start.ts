import type { MeView } from '#core/people'
import { listWishOriginsEndpoint, speaksForNeighbours, type WishOrigin } from '#core/wishes'
import { readOfItem, type OfItem } from '@/parts/items'
import { callEndpoint } from '@/platform/call-endpoint'
import { currentCommunity } from '@/platform/me'

/** What is known before anything is written. */
export interface SayStart {
  personId: string
  communityId: string
  /** How neighbours know the writer; undefined for who has written no name yet. */
  nickname?: string
  /** Buildings of one's own homes; empty for who may speak for others only. */
  own: WishOrigin[]
  /** The action item of a round that it is to fulfil. */
  ofItem?: OfItem | undefined
}

/** Where one may say a wish. Undefined: neither for oneself nor for a neighbour. */
export async function startSaying(
  me: MeView,
  { communityId: wanted, itemId }: { communityId?: string | undefined; itemId?: string | undefined },
): Promise<SayStart | undefined> {
  const community = me.communities.find(({ communityId }) => communityId === wanted) ?? currentCommunity(me)
  if (!community) return undefined
  const { communityId, roles } = community
  const { items } = await callEndpoint(listWishOriginsEndpoint, { params: { communityId }, query: {} })
  const own = items.filter(({ home }) => home)
  if (own.length === 0 && !speaksForNeighbours(roles)) return undefined
  const ofItem = await readOfItem(communityId, itemId)
  return { personId: me.personId, communityId, nickname: me.nickname ?? undefined, own, ofItem }
}

/** A building of somebody else's home; undefined where one may not speak for who lives there. */
export async function originAt(communityId: string, placeId: string): Promise<WishOrigin | undefined> {
  const { items } = await callEndpoint(listWishOriginsEndpoint, {
    params: { communityId },
    query: { placeId },
  })
  return items[0]
}
