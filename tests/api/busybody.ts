import {
  buildNeighbourhood,
  type Community,
  type Neighbourhood,
  type SignedInPerson,
} from '../builders/neighbourhood'
import { HINTS } from './hints'
import type { Ids } from './hints/hint'
import type { TestServer } from './test-server'

/** Words that only the other community's people may read. */
export const SECRET = '乙社区的秘密'

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

/** Something of everything a call can name in the community. */
async function idsOf(
  server: TestServer,
  place: Neighbourhood,
  community: Community,
  title: string,
): Promise<Ids> {
  let ids: Ids = {}
  for (const hints of HINTS) {
    ids = { ...ids, ...(await hints.ids?.({ server, place, community, ids, title })) }
  }
  return ids
}
