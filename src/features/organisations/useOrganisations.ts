import { listOrganisationsEndpoint } from '#core/organisations'
import { usePaged } from '@/hooks/usePaged'
import { useReturn } from '@/hooks/useReturn'
import { callEndpoint } from '@/platform/call-endpoint'

/** The organisations of a community, or those that are mine. */
export function useOrganisations(communityId: string, mine: boolean) {
  const paged = usePaged(
    (cursor) =>
      callEndpoint(listOrganisationsEndpoint, {
        params: { communityId },
        query: { mine: mine ? 'true' : undefined, cursor },
      }),
    [communityId, mine],
  )
  useReturn(() => void paged.state.refresh())
  return paged
}
