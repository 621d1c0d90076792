import { askToJoinEndpoint, askToVolunteerEndpoint, createOrganisationEndpoint } from '#core/organisations'
import { readMeEndpoint } from '#core/people'
import type { AreaHints, Ids, Made } from './hint'

/** An organisation with a lead, somebody who asks to join it, and who wants to be a volunteer. Its name is for everybody. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const params = { communityId: community.communityId }
  const staff = await place.inOffice('community_staff', community.communityId, { community })
  const [lead, asker] = [await place.person(title), await place.person(title)]
  const { personCode } = await server.ok(readMeEndpoint, { as: lead.token })
  const { organisationId } = await server.ok(createOrganisationEndpoint, {
    as: staff.token,
    params,
    body: { kind: 'shop', name: '街角小店', does: '送货上门', personCode },
  })
  const joined = await server.ok(askToJoinEndpoint, {
    as: asker.token,
    params: { ...params, organisationId },
    body: { note: title },
  })
  const { requestId } = await server.ok(askToVolunteerEndpoint, {
    as: asker.token,
    params,
    body: { note: title },
  })
  return { organisationId, memberId: joined.standing?.memberId ?? '', requestId }
}

export const organisationHints: AreaHints = {
  ids,
  lists: {
    '/communities/:communityId/organisations/:organisationId/members': 'inside',
    '/communities/:communityId/volunteer-requests': 'mine',
  },
  tables: ['organisations', 'organisation_members', 'volunteer_requests'],
  harmless: [
    'communityId POST /communities/:communityId/volunteer-requests', // anybody may offer to help anywhere
    'personCode POST /communities/:communityId/organisations', // persons belong to no community
    'personCode POST /communities/:communityId/organisations/:organisationId/leads',
  ],
}
