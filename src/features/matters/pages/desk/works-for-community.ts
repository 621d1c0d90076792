import { hasOrganisationDesk } from '#core/organisations'
import type { MyCommunity } from '#core/people'

/** Whether volunteers and organisations are this reader's to answer and to make. */
export function worksForCommunity({ communityId, roles }: MyCommunity): boolean {
  return hasOrganisationDesk({ roles: roles.map((held) => ({ ...held, isLead: false })) }, communityId)
}
