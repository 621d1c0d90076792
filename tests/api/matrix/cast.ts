import { newId } from '#server/platform/db/index'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../../builders/neighbourhood'
import type { TestServer } from '../test-server'

/** Who calls. Each holds exactly what the name says: a building head here has no home, so that the role alone speaks. */
const HERE = [
  'nobody',
  'visitor',
  'the reporter', // of the matter a call is about: an unbound visitor
  'the asker', // who asked to be bound to the home
  'resident of the home',
  'neighbour', // another home of the same staircase
  'resident elsewhere', // another building of the community
  'building_head',
  'building_head of another building',
  'owners_committee',
  'property_staff',
  'property lead',
  'property_staff of another estate',
  'grid_worker',
  'grid_worker who handled',
  'grid_worker of another grid',
  'grid_chief',
  'grid_chief who handled',
  'grid_chief of another grid',
  'grid_specialist',
  'grid_specialist of another grid',
  'community_staff',
  'community_staff who handled',
  'community_secretary',
  'residents_committee',
  'subdistrict_staff',
  'district_staff',
  'auditor',
  'administrator',
] as const

/** The same roles in the other community; the subdistrict's staff are another subdistrict's. */
const ELSEWHERE = [
  'resident @other',
  'building_head @other',
  'owners_committee @other',
  'property lead @other',
  'grid_worker @other',
  'grid_chief @other',
  'grid_specialist @other',
  'community_staff @other',
  'community_secretary @other',
  'residents_committee @other',
  'subdistrict_staff @other',
  'auditor @other',
] as const

export const EVERYONE = [...HERE, ...ELSEWHERE]
export type Who = (typeof EVERYONE)[number]

/** Names for several, so that a table shows what differs. */
export const SETS: Record<string, readonly Who[] | undefined> = {
  'everyone signed in': EVERYONE.filter((who) => who !== 'nobody'),
  'the other community': ELSEWHERE,
  /** Who may not know of a matter of the building at all, unless it is theirs. */
  strangers: [
    'visitor',
    'the asker',
    'building_head',
    'building_head of another building',
    'owners_committee',
    'residents_committee',
    'property_staff of another estate',
    'grid_worker of another grid',
    'grid_chief of another grid',
    'grid_specialist of another grid',
    'auditor',
    'administrator',
    ...ELSEWHERE,
  ],
  residents: ['resident of the home', 'neighbour', 'resident elsewhere'],
  'property company': ['property_staff', 'property lead'],
  'levels above': ['subdistrict_staff', 'district_staff'],
}

export function isWho(name: string): name is Who {
  return (EVERYONE as readonly string[]).includes(name)
}

/** The stage with everybody on it. `nobody` has no session. */
export interface Cast {
  place: Neighbourhood
  otherEstateId: string
  otherSubdistrictId: string
  persons: Record<Exclude<Who, 'nobody'>, SignedInPerson>
  tokenOf(who: Who): string | undefined
}

/** Signs everybody in, each with the one role of their name. */
export async function buildCast(server: TestServer): Promise<Cast> {
  const place = await buildNeighbourhood(server.db, server.clock.now)
  const otherEstateId = await anotherEstate(server, place)
  const otherSubdistrictId = await anotherSubdistrict(server, place)
  const persons = {
    ...(await atHome(place)),
    ...(await inOffice(place, otherEstateId)),
    ...(await elsewhere(place, otherSubdistrictId)),
  }
  return {
    place,
    otherEstateId,
    otherSubdistrictId,
    persons,
    tokenOf: (who) => (who === 'nobody' ? undefined : persons[who].token),
  }
}

async function atHome(place: Neighbourhood) {
  const { homeId, neighbourHomeId, otherHomeId } = place.community
  return {
    visitor: await place.person(),
    'the reporter': await place.person(),
    'the asker': await place.person(),
    'resident of the home': await place.resident(homeId),
    neighbour: await place.resident(neighbourHomeId),
    'resident elsewhere': await place.resident(otherHomeId),
  }
}

async function inOffice(place: Neighbourhood, otherEstateId: string) {
  const { communityId, buildingId, otherBuildingId, estateId, gridId, otherGridId } = place.community
  const above = { community: null }
  return {
    building_head: await place.inOffice('building_head', buildingId),
    'building_head of another building': await place.inOffice('building_head', otherBuildingId),
    owners_committee: await place.inOffice('owners_committee', estateId),
    property_staff: await place.inOffice('property_staff', estateId),
    'property lead': await place.inOffice('property_staff', estateId, { isLead: true }),
    'property_staff of another estate': await place.inOffice('property_staff', otherEstateId),
    grid_worker: await place.inOffice('grid_worker', gridId),
    'grid_worker who handled': await place.inOffice('grid_worker', gridId),
    'grid_worker of another grid': await place.inOffice('grid_worker', otherGridId),
    grid_chief: await place.inOffice('grid_chief', gridId),
    'grid_chief who handled': await place.inOffice('grid_chief', gridId),
    'grid_chief of another grid': await place.inOffice('grid_chief', otherGridId),
    grid_specialist: await place.inOffice('grid_specialist', gridId),
    'grid_specialist of another grid': await place.inOffice('grid_specialist', otherGridId),
    community_staff: await place.inOffice('community_staff', communityId),
    'community_staff who handled': await place.inOffice('community_staff', communityId),
    community_secretary: await place.inOffice('community_secretary', communityId),
    residents_committee: await place.inOffice('residents_committee', communityId),
    subdistrict_staff: await place.inOffice('subdistrict_staff', place.subdistrictId, above),
    district_staff: await place.inOffice('district_staff', place.districtId, above),
    auditor: await place.inOffice('auditor', place.districtId, above),
    administrator: await place.inOffice('administrator', place.districtId, above),
  }
}

async function elsewhere(place: Neighbourhood, otherSubdistrictId: string) {
  const community = place.otherCommunity
  const there = { community }
  return {
    'resident @other': await place.resident(community.homeId, there),
    'building_head @other': await place.inOffice('building_head', community.buildingId, there),
    'owners_committee @other': await place.inOffice('owners_committee', community.estateId, there),
    'property lead @other': await place.inOffice('property_staff', community.estateId, {
      ...there,
      isLead: true,
    }),
    'grid_worker @other': await place.inOffice('grid_worker', community.gridId, there),
    'grid_chief @other': await place.inOffice('grid_chief', community.gridId, there),
    'grid_specialist @other': await place.inOffice('grid_specialist', community.gridId, there),
    'community_staff @other': await place.inOffice('community_staff', community.communityId, there),
    'community_secretary @other': await place.inOffice('community_secretary', community.communityId, there),
    'residents_committee @other': await place.inOffice('residents_committee', community.communityId, there),
    'subdistrict_staff @other': await place.inOffice('subdistrict_staff', otherSubdistrictId, {
      community: null,
    }),
    'auditor @other': await place.inOffice('auditor', community.communityId, there),
  }
}

async function anotherEstate({ db, clock }: TestServer, place: Neighbourhood): Promise<string> {
  const { communityId } = place.community
  const placeId = newId()
  await db
    .insertInto('places')
    .values({
      community_id: communityId,
      place_id: placeId,
      parent_id: null,
      kind: 'estate',
      name: '梧桐里',
      sort_key: '梧桐里',
      path: [communityId, placeId],
      path_names: JSON.stringify([{ placeId, kind: 'estate', name: '梧桐里' }]),
      created_at: clock.now,
    })
    .execute()
  return placeId
}

async function anotherSubdistrict({ db, clock }: TestServer, { districtId }: Neighbourhood): Promise<string> {
  const regionId = newId()
  const path = [districtId, regionId]
  await db
    .insertInto('regions')
    .values({
      region_id: regionId,
      parent_id: districtId,
      kind: 'subdistrict',
      name: '另一街道',
      path,
      created_at: clock.now,
    })
    .execute()
  return regionId
}
