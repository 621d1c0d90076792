import type { Role } from '#core/permissions'
import type { Relation } from '#core/permissions'
import { newId, type Database } from '#server/platform/db/index'
import { foundDistrict } from '#server/people/index'
import { signedIn, type PersonOptions, type SignedInPerson } from './person'

export type { SignedInPerson } from './person'

/** Builds what a test needs, row by row, so that a test shows only what matters to it. */
export interface Neighbourhood {
  districtId: string
  subdistrictId: string
  community: Community
  otherCommunity: Community
  /** Has agreed to the notices and verified a phone, unless told otherwise. */
  person(name?: string, options?: PersonOptions): Promise<SignedInPerson>
  inOffice(
    role: Role,
    placeId: string,
    options?: { community?: Community | null; isLead?: boolean; name?: string; holder?: SignedInPerson },
  ): Promise<SignedInPerson>
  resident(
    homeId: string,
    options?: { community?: Community; relation?: Relation; isAdult?: boolean; name?: string },
  ): Promise<SignedInPerson>
}

/** A community with one estate, two buildings, a grid over each, and homes. */
export interface Community {
  communityId: string
  estateId: string
  buildingId: string
  entranceId: string
  homeId: string
  neighbourHomeId: string
  otherBuildingId: string
  otherHomeId: string
  gridId: string
  otherGridId: string
}

/** A district with two communities, empty of people. */
export async function buildNeighbourhood(db: Database, now: Date): Promise<Neighbourhood> {
  const districtId = await foundDistrict(db, { name: '测试区', bornAs: 'demo', now })
  const subdistrictId = await region(db, {
    kind: 'subdistrict',
    parentId: districtId,
    name: '测试街道',
    path: [districtId],
    now,
  })
  const above = [districtId, subdistrictId]
  const community = await buildCommunity(db, { name: '甲社区', above, now })
  const otherCommunity = await buildCommunity(db, { name: '乙社区', above, now })
  const person = (name?: string, options: PersonOptions = {}) =>
    signedIn(db, name ?? `住户${newId().slice(-6)}`, now, options)
  return {
    districtId,
    subdistrictId,
    community,
    otherCommunity,
    person,
    inOffice: async (
      role,
      placeId,
      { community: where = community, isLead = false, name = '张师傅', holder: known } = {},
    ) => {
      const holder = known ?? (await person())
      await grantRow(db, { holder, role, placeId, where, isLead, name, above, now })
      return holder
    },
    resident: async (
      homeId,
      { community: where = community, relation = 'owner', isAdult = true, name } = {},
    ) => {
      const member = await person(name)
      await membershipRow(db, { member, homeId, where, relation, isAdult, now })
      return member
    },
  }
}

interface NewRegion {
  kind: 'subdistrict' | 'community'
  parentId: string
  name: string
  path: string[]
  now: Date
}

async function region(db: Database, { kind, parentId, name, path, now }: NewRegion): Promise<string> {
  const regionId = newId()
  await db
    .insertInto('regions')
    .values({
      region_id: regionId,
      parent_id: parentId,
      kind,
      name,
      path: [...path, regionId],
      created_at: now,
    })
    .execute()
  return regionId
}

async function buildCommunity(
  db: Database,
  { name, above, now }: { name: string; above: string[]; now: Date },
): Promise<Community> {
  const communityId = await region(db, {
    kind: 'community',
    parentId: above[1] as string,
    name,
    path: above,
    now,
  })
  type Made = {
    placeId: string
    path: string[]
    pathNames: { placeId: string; kind: string; name: string }[]
  }
  const root: Made = { placeId: communityId, path: [communityId], pathNames: [] }
  const place = async (
    parent: Made,
    kind: 'estate' | 'building' | 'entrance' | 'home' | 'grid',
    placeName: string,
  ): Promise<Made> => {
    const placeId = newId()
    const made = {
      placeId,
      path: [...parent.path, placeId],
      pathNames: [...parent.pathNames, { placeId, kind, name: placeName }],
    }
    await db
      .insertInto('places')
      .values({
        community_id: communityId,
        place_id: placeId,
        parent_id: parent === root ? null : parent.placeId,
        kind,
        name: placeName,
        sort_key: placeName,
        path: made.path,
        path_names: JSON.stringify(made.pathNames),
        created_at: now,
      })
      .execute()
    return made
  }
  const estate = await place(root, 'estate', '湖光苑')
  const building = await place(estate, 'building', '3号楼')
  const entrance = await place(building, 'entrance', '2单元')
  const home = await place(entrance, 'home', '602')
  const neighbourHome = await place(entrance, 'home', '402')
  const otherBuilding = await place(estate, 'building', '5号楼')
  const otherHome = await place(otherBuilding, 'home', '101')
  const grid = await place(root, 'grid', `${name}第一网格`)
  const otherGrid = await place(root, 'grid', `${name}第二网格`)
  for (const [gridId, placeId] of [
    [grid.placeId, building.placeId],
    [otherGrid.placeId, otherBuilding.placeId],
  ] as const) {
    await db
      .insertInto('grid_coverages')
      .values({
        community_id: communityId,
        coverage_id: newId(),
        grid_id: gridId,
        place_id: placeId,
        kind: 'grid',
        starts_at: now,
      })
      .execute()
  }
  return {
    communityId,
    estateId: estate.placeId,
    buildingId: building.placeId,
    entranceId: entrance.placeId,
    homeId: home.placeId,
    neighbourHomeId: neighbourHome.placeId,
    otherBuildingId: otherBuilding.placeId,
    otherHomeId: otherHome.placeId,
    gridId: grid.placeId,
    otherGridId: otherGrid.placeId,
  }
}

interface NewGrant {
  holder: SignedInPerson
  role: Role
  placeId: string
  where: Community | null
  isLead: boolean
  name: string
  above: string[]
  now: Date
}

async function grantRow(
  db: Database,
  { holder, role, placeId, where, isLead, name, above, now }: NewGrant,
): Promise<void> {
  const regionId = where?.communityId ?? placeId
  await db
    .insertInto('role_grants')
    .values({
      region_id: regionId,
      grant_id: newId(),
      person_id: holder.personId,
      role,
      place_id: placeId,
      place_name: '测试的地方',
      jurisdiction: [...new Set([...above, regionId, placeId])],
      official_name: name,
      is_lead: isLead,
      starts_at: new Date(now.getTime() - 1000),
      ends_at: new Date(now.getTime() + 365 * 86_400_000),
      evidence: '测试',
      state: 'granted',
      proposed_by: holder.personId,
      proposed_as: 'administrator',
      created_at: now,
    })
    .execute()
  if (where) await belong(db, holder.personId, where.communityId)
}

async function belong(db: Database, personId: string, communityId: string): Promise<void> {
  await db
    .insertInto('person_communities')
    .values({ person_id: personId, community_id: communityId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

interface NewMembership {
  member: SignedInPerson
  homeId: string
  where: Community
  relation: Relation
  isAdult: boolean
  now: Date
}

async function membershipRow(
  db: Database,
  { member, homeId, where, relation, isAdult, now }: NewMembership,
): Promise<void> {
  const home = await db
    .selectFrom('places')
    .select(['path', 'name'])
    .where('community_id', '=', where.communityId)
    .where('place_id', '=', homeId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('memberships')
    .values({
      community_id: where.communityId,
      membership_id: newId(),
      person_id: member.personId,
      home_id: homeId,
      home_path: home.path,
      home_name: home.name,
      relation,
      is_adult: isAdult,
      state: 'confirmed',
      asked_at: now,
      confirmed_at: now,
    })
    .execute()
  await belong(db, member.personId, where.communityId)
}
