import { createGrid, createPlace, createRegion, issueDoorCode } from '#server/places/index'
import type { Context } from '#server/platform/context'
import { actAs, type Stage } from './stage'
import type { People } from './cast'

/** Buildings of 湖光苑: staircases, floors. */
const BUILDINGS = [
  { name: '1号楼', entrances: 1, floors: 3 },
  { name: '2号楼', entrances: 1, floors: 3 },
  { name: '3号楼', entrances: 4, floors: 6 },
  { name: '5号楼', entrances: 2, floors: 6 },
]

export interface DemoPlaces {
  communityId: string
  estateId: string
  gridIds: { first: string; second: string }
  /** By 3号楼, 3号楼 2单元 or 3号楼 2单元 602. */
  byName: Map<string, string>
}

/** Creates the subdistrict and its communities. */
export async function createRegions(
  stage: Stage,
  people: People,
  districtId: string,
): Promise<{ subdistrictId: string }> {
  const admin = await actAs(stage, people.admin.personId, districtId)
  const { regionId: subdistrictId } = await createRegion(admin, { kind: 'subdistrict', name: '湖滨街道' })
  return { subdistrictId }
}

/** Creates the communities with the estate, its grids and one door code. */
export async function createPlaces(stage: Stage, people: People, subdistrictId: string): Promise<DemoPlaces> {
  const office = await actAs(stage, people.admin.personId, subdistrictId)
  const { regionId: communityId } = await createRegion(office, { kind: 'community', name: '东湖社区' })
  await createRegion(office, { kind: 'community', name: '南湖社区' })
  const admin = await actAs(stage, people.admin.personId, communityId)
  const estate = await createPlace(admin, { parentId: null, kind: 'estate', name: '湖光苑' })
  const byName = new Map<string, string>()
  for (const building of BUILDINGS) await createBuilding(admin, estate.placeId, building, byName)
  const coverage = (...names: string[]) => names.map((name) => byName.get(name) as string)
  const first = await createGrid(admin, {
    kind: 'grid',
    name: '东湖社区第一网格',
    covers: coverage('1号楼', '2号楼'),
  })
  const second = await createGrid(admin, {
    kind: 'grid',
    name: '东湖社区第二网格',
    covers: coverage('3号楼', '5号楼'),
  })
  await issueDoorCode(admin, byName.get('3号楼 2单元') as string)
  return {
    communityId,
    estateId: estate.placeId,
    gridIds: { first: first.placeId, second: second.placeId },
    byName,
  }
}

async function createBuilding(
  admin: Context,
  estateId: string,
  { name, entrances, floors }: (typeof BUILDINGS)[number],
  byName: Map<string, string>,
): Promise<void> {
  const building = await createPlace(admin, { parentId: estateId, kind: 'building', name })
  byName.set(name, building.placeId)
  for (let number = 1; number <= entrances; number += 1) {
    const entrance = await createPlace(admin, {
      parentId: building.placeId,
      kind: 'entrance',
      name: `${number}单元`,
    })
    byName.set(`${name} ${number}单元`, entrance.placeId)
    for (let floor = 1; floor <= floors; floor += 1) {
      for (const door of ['01', '02']) {
        const home = await createPlace(admin, {
          parentId: entrance.placeId,
          kind: 'home',
          name: `${floor}${door}`,
        })
        byName.set(`${name} ${number}单元 ${floor}${door}`, home.placeId)
      }
    }
  }
}
