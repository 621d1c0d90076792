import { readMatterEndpoint, type MatterView } from '#core/matters'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'
import { sessionToken } from '@/platform/session'

export interface MatterAddress {
  communityId: string
  matterId: string
}

const UNANSWERED = new Promise<never>(() => undefined)

/** One matter, loaded again whenever the reader comes back to it. */
export function useMatter({ communityId, matterId }: MatterAddress): Loaded<MatterView> {
  const load = () =>
    // Signed out, the page is on its way to the sign-in page.
    sessionToken() ? callEndpoint(readMatterEndpoint, { params: { communityId, matterId } }) : UNANSWERED
  const state = useLoad(load, [communityId, matterId])
  useReturn(() => void state.refresh())
  return state
}
