import { hasOrganisationDesk } from '#core/organisations'
import type { MyCommunity } from '#core/people'
import { useLoad } from '@/hooks/useLoad'
import { currentCommunity, knownMe } from '@/platform/me'
import { usePageQuery } from '@/platform/navigation'

/** Where a page is: the community it was opened for, else the one the reader is in; and whether they work for it. */
export interface Here {
  communityId: string | undefined
  isStaff: boolean
}

export function useHere() {
  const { communityId } = usePageQuery()
  return useLoad(async (): Promise<Here> => {
    const me = await knownMe()
    const here = communityId ?? currentCommunity(me)?.communityId
    const community = me.communities.find((one) => one.communityId === here)
    return { communityId: here, isStaff: worksFor(community) }
  }, [communityId])
}

function worksFor(community: MyCommunity | undefined): boolean {
  if (!community) return false
  const roles = community.roles.map(({ role, placeId }) => ({ role, placeId, isLead: false }))
  return hasOrganisationDesk({ roles }, community.communityId)
}
