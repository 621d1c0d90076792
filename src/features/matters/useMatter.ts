import { keepableMatter, readMatterEndpoint, type MatterView } from '#core/matters'
import { useLoad, type Loaded } from '@/hooks/useLoad'
import { useReturn } from '@/hooks/useReturn'
import type { Read } from '@/platform/reading'
import { sessionToken } from '@/platform/session'

export interface MatterAddress {
  communityId: string
  matterId: string
}

const UNANSWERED = new Promise<never>(() => undefined)

/** One matter, loaded again whenever the reader comes back to it. */
export function useMatter({ communityId, matterId }: MatterAddress): Loaded<MatterView> {
  const params = { communityId, matterId }
  const load = (read: Read) =>
    // Signed out, the page is on its way to the sign-in page.
    sessionToken() ? read(readMatterEndpoint, { params }, keepableMatter) : UNANSWERED
  const state = useLoad(load, [communityId, matterId])
  useReturn(() => void state.refresh())
  return state
}
