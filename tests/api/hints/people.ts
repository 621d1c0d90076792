import { askForHomeEndpoint } from '#core/people'
import type { AreaHints, Ids, Made } from './hint'

async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, otherHomeId } = community
  const clerk = await place.inOffice('community_staff', communityId, { community, name: title })
  const asker = await place.person(title)
  const membership = await server.ok(askForHomeEndpoint, {
    as: asker.token,
    params: { communityId },
    body: { homeId: otherHomeId, relation: 'tenant', isAdult: true, note: title },
  })
  const person = await server.db
    .selectFrom('people')
    .select('person_code')
    .where('person_id', '=', asker.personId)
    .executeTakeFirstOrThrow()
  const grant = await server.db
    .selectFrom('role_grants')
    .select('grant_id')
    .where('person_id', '=', clerk.personId)
    .executeTakeFirstOrThrow()
  const session = await server.db
    .selectFrom('sessions')
    .select('session_id')
    .where('person_id', '=', asker.personId)
    .executeTakeFirstOrThrow()
  return {
    membershipId: membership.membershipId,
    grantId: grant.grant_id,
    sessionId: session.session_id,
    personId: asker.personId,
    personCode: person.person_code,
  }
}

export const peopleHints: AreaHints = {
  ids,
  lists: { '/communities/:communityId/memberships': 'mine' },
  tables: ['memberships'],
  harmless: [
    'personId POST /sessions/demo', // persons belong to no community
    'personCode POST /regions/:regionId/grants',
  ],
}
