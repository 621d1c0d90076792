import { readWishEndpoint, type WishView } from '#core/wishes'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { sessionToken } from '@/platform/session'

export interface WishAddress {
  communityId: string
  wishId: string
}

const UNANSWERED = new Promise<never>(() => undefined)

/** One wish, loaded again whenever the reader comes back to it. */
export function useWish({ communityId, wishId }: WishAddress): Loaded<WishView> {
  const load = () =>
    // Signed out, the page is on its way to the sign-in page.
    sessionToken() ? callEndpoint(readWishEndpoint, { params: { communityId, wishId } }) : UNANSWERED
  const state = useLoad(load, [communityId, wishId])
  useReturn(() => void state.refresh())
  return state
}
