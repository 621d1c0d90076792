import { reportMatterEndpoint } from '#core/matters'
import { askForHomeEndpoint } from '#core/people'
import { issueDoorCodeEndpoint } from '#core/places'
import {
  buildNeighbourhood,
  type Community,
  type Neighbourhood,
  type SignedInPerson,
} from '../builders/neighbourhood'
import type { TestServer } from './test-server'

/** Words that only the other community's people may read. */
export const SECRET = '乙社区的秘密'

/** Ids of everything a call can name in one community. */
export type Ids = Record<string, string>

/** Someone who may do everything in one community, so that bad input gets as far as it can, and ids to call with. */
export interface Busybody {
  place: Neighbourhood
  /** Holds every office of the first community and of all above it. */
  everywhere: SignedInPerson
  /** Holds every office of the first community, and nothing outside it. */
  local: SignedInPerson
  /** By the name of the field that takes them. */
  ids: Ids
  otherIds: Ids
}

/** Builds two communities, the second with a secret, and the two busybodies of the first. */
export async function buildBusybody(server: TestServer): Promise<Busybody> {
  const place = await buildNeighbourhood(server.db, server.clock.now)
  const { communityId, buildingId, gridId, estateId, homeId } = place.community
  const everywhere = await place.resident(homeId, { name: '什么都管' })
  const local = await place.resident(homeId, { name: '管一个社区' })
  const above = { community: null }
  for (const holder of [everywhere, local]) {
    await holds(server, holder, [
      await place.inOffice('building_head', buildingId),
      await place.inOffice('property_staff', estateId, { isLead: true }),
      await place.inOffice('grid_worker', gridId),
      await place.inOffice('grid_chief', gridId),
      await place.inOffice('community_staff', communityId),
      await place.inOffice('community_secretary', communityId),
    ])
  }
  await holds(server, everywhere, [
    await place.inOffice('subdistrict_staff', place.subdistrictId, above),
    await place.inOffice('district_staff', place.districtId, above),
    await place.inOffice('administrator', place.districtId, above),
  ])
  const ids = await idsOf(server, place, place.community, '灯坏了')
  return { place, everywhere, local, ids, otherIds: await idsOf(server, place, place.otherCommunity, SECRET) }
}

async function holds({ db }: TestServer, holder: SignedInPerson, offices: SignedInPerson[]): Promise<void> {
  const ids = offices.map(({ personId }) => personId)
  await db
    .updateTable('role_grants')
    .set({ person_id: holder.personId })
    .where('person_id', 'in', ids)
    .execute()
}

/** A matter, a request, an office and a door code of the community, besides its places. */
async function idsOf(
  server: TestServer,
  place: Neighbourhood,
  community: Community,
  title: string,
): Promise<Ids> {
  const { communityId, buildingId, homeId, otherHomeId, estateId, gridId } = community
  const params = { communityId }
  const reporter = await place.resident(homeId, { community, name: title })
  const clerk = await place.inOffice('community_staff', communityId, { community, name: title })
  const asker = await place.person(title)
  const report = { placeId: buildingId, serviceCode: 'door' as const, title, text: title }
  const matter = await server.ok(reportMatterEndpoint, { as: reporter.token, params, body: report })
  const asked = { homeId: otherHomeId, relation: 'tenant' as const, isAdult: true, note: title }
  const membership = await server.ok(askForHomeEndpoint, { as: asker.token, params, body: asked })
  const code = await server.ok(issueDoorCodeEndpoint, {
    as: clerk.token,
    params: { communityId, placeId: buildingId },
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
  const item = await server.db
    .selectFrom('inbox_items')
    .select('item_id')
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow()
  const session = await server.db
    .selectFrom('sessions')
    .select('session_id')
    .where('person_id', '=', asker.personId)
    .executeTakeFirstOrThrow()
  return {
    communityId,
    regionId: communityId,
    placeId: buildingId,
    parentId: estateId,
    homeId,
    covers: buildingId,
    gridId,
    matterId: matter.matterId,
    membershipId: membership.membershipId,
    grantId: grant.grant_id,
    itemId: item.item_id,
    sessionId: session.session_id,
    personId: asker.personId,
    personCode: person.person_code,
    code: code.code,
    doorCode: code.code,
  }
}
