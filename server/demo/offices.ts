import type { Role } from '#core/permissions'
import { actOnGrant, grantFirstAdministrator, proposeGrant } from '#server/people/index'
import { actAs, type Stage } from './stage'
import type { CastName, People } from './cast'
import type { DemoPlaces } from './places'

const YEAR_MS = 365 * 86_400_000

interface Office {
  by: CastName
  to: CastName
  role: Role
  regionId: string
  placeId: string
  evidence: string
  confirmedBy?: CastName
  isLead?: boolean
}

async function grant(stage: Stage, people: People, office: Office): Promise<void> {
  const proposer = await actAs(stage, people[office.by].personId, office.regionId)
  const proposed = await proposeGrant(proposer, {
    personCode: people[office.to].personCode,
    role: office.role,
    placeId: office.placeId,
    officialName: people[office.to].name,
    isLead: office.isLead ?? false,
    endsAt: new Date(stage.now().getTime() + 3 * YEAR_MS).toISOString(),
    evidence: office.evidence,
  })
  if (!office.confirmedBy) return
  const second = await actAs(stage, people[office.confirmedBy].personId, office.regionId)
  await actOnGrant(second, { grantId: proposed.grantId, act: 'confirm' })
}

/** The first administrators, as the command on the server makes them. */
export async function foundOffices(stage: Stage, people: People, districtId: string): Promise<void> {
  for (const key of ['admin', 'otherAdmin'] as const) {
    const { personId, name } = people[key]
    await stage.db
      .transaction()
      .execute((tx) =>
        grantFirstAdministrator(tx, { districtId, personId, officialName: name, now: stage.now() }),
      )
  }
  await grant(stage, people, {
    by: 'admin',
    to: 'district',
    role: 'district_staff',
    regionId: districtId,
    placeId: districtId,
    evidence: '演示：区里的任用文件',
    confirmedBy: 'otherAdmin',
  })
}

/** Staff of the subdistrict, the community and its grids, each granted by whom the table names. */
export async function fillOffices(
  stage: Stage,
  people: People,
  subdistrictId: string,
  places: DemoPlaces,
): Promise<void> {
  const { communityId, gridIds } = places
  const here = { regionId: communityId, placeId: communityId, evidence: '演示：任用文件' }
  const inGrid = (placeId: string) => ({ regionId: communityId, placeId, evidence: '演示：网格任用文件' })
  const offices: Office[] = [
    {
      by: 'district',
      to: 'subdistrict',
      role: 'subdistrict_staff',
      regionId: subdistrictId,
      placeId: subdistrictId,
      evidence: '演示：任用文件',
      confirmedBy: 'admin',
    },
    { by: 'subdistrict', to: 'secretary', role: 'community_secretary', ...here },
    {
      by: 'subdistrict',
      to: 'otherChief',
      role: 'residents_committee',
      ...here,
      evidence: '演示：居委会选举结果',
    },
    { by: 'secretary', to: 'staff', role: 'community_staff', ...here },
    { by: 'secretary', to: 'otherStaff', role: 'community_staff', ...here },
    { by: 'secretary', to: 'otherStaff', role: 'counselling_triage', ...here },
    { by: 'secretary', to: 'staff', role: 'aid_triage', ...here },
    { by: 'staff', to: 'chief', role: 'grid_chief', ...inGrid(gridIds.second) },
    { by: 'staff', to: 'worker', role: 'grid_worker', ...inGrid(gridIds.second) },
    { by: 'staff', to: 'otherChief', role: 'grid_chief', ...inGrid(gridIds.first) },
    { by: 'staff', to: 'otherWorker', role: 'grid_worker', ...inGrid(gridIds.first) },
    {
      by: 'secretary',
      to: 'property',
      role: 'property_staff',
      regionId: communityId,
      placeId: places.estateId,
      evidence: '演示：物业合同',
      confirmedBy: 'staff',
      isLead: true,
    },
  ]
  for (const office of offices) await grant(stage, people, office)
}

/** The building head, after the residents' choice. */
export async function nameHead(stage: Stage, people: People, places: DemoPlaces): Promise<void> {
  await grant(stage, people, {
    by: 'staff',
    to: 'head',
    role: 'building_head',
    regionId: places.communityId,
    placeId: places.byName.get('3号楼') as string,
    evidence: '演示：3号楼居民推选记录',
  })
}
