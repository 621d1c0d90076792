import type { Database } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { db, place, setNeighbourhoodStage } from '../../tests/builders/neighbourhood-stage'
import { createGrid, type CreateGrid } from './create-grid'
import { createPlace } from './create-place'
import { findPlace, listGridsCovering } from './repository'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let admin: SignedInPerson
let serial = 0

setNeighbourhoodStage(async () => {
  admin = await place.inOffice('administrator', place.districtId, { community: null })
})

const here = () => place.community.communityId
const context = () => acting(db, admin.personId, here(), NOW)
const grid = async (covers: string[], more: Partial<CreateGrid> = {}) =>
  createGrid(await context(), { kind: 'grid', name: `网格${++serial}`, covers, ...more })
const holdingEstate = (tx: Database) =>
  tx
    .selectFrom('places')
    .select('kind')
    .where('place_id', '=', place.community.estateId)
    .forUpdate()
    .execute()

/** A building nobody covers yet, with one entrance. */
async function newBuilding(): Promise<{ buildingId: string; entranceId: string }> {
  const name = `${20 + ++serial}号楼`
  const building = await createPlace(await context(), {
    parentId: place.community.estateId,
    kind: 'building',
    name,
  })
  const entrance = await createPlace(await context(), {
    parentId: building.placeId,
    kind: 'entrance',
    name: '1单元',
  })
  return { buildingId: building.placeId, entranceId: entrance.placeId }
}

async function basicGridsOver(placeId: string): Promise<number> {
  const found = await findPlace(db, here(), placeId)
  const grids = await listGridsCovering(db, here(), found?.path ?? [], NOW)
  return grids.filter(({ kind }) => kind === 'grid').length
}

describe('a home is in at most one basic grid', () => {
  it('when two grids over the same building are made at the very same moment', async () => {
    const { buildingId } = await newBuilding()
    const endings = await atOnce(db, holdingEstate, [() => grid([buildingId]), () => grid([buildingId])])
    expect(sorted(endings)).toEqual(['GRID_COVERS_TAKEN', 'done'])
    expect(await basicGridsOver(buildingId)).toBe(1)
  })

  it('when one covers the building and the other its entrance', async () => {
    const { buildingId, entranceId } = await newBuilding()
    const endings = await atOnce(db, holdingEstate, [() => grid([buildingId]), () => grid([entranceId])])
    expect(sorted(endings)).toEqual(['GRID_COVERS_TAKEN', 'done'])
    expect(await basicGridsOver(entranceId)).toBeLessThanOrEqual(1)
  })

  it('when they share one of several buildings, named in another order', async () => {
    const [a, b, c] = [await newBuilding(), await newBuilding(), await newBuilding()]
    const endings = await atOnce(db, holdingEstate, [
      () => grid([a.buildingId, b.buildingId]),
      () => grid([c.buildingId, b.buildingId, c.buildingId]),
    ])
    expect(sorted(endings)).toEqual(['GRID_COVERS_TAKEN', 'done'])
    expect(await basicGridsOver(b.buildingId)).toBe(1)
  })

  it('a refused grid leaves nothing behind', async () => {
    const { buildingId } = await newBuilding()
    await grid([buildingId])
    const count = async () => {
      const [places, coverages, entries] = await Promise.all([
        db.selectFrom('places').select('place_id').execute(),
        db.selectFrom('grid_coverages').select('coverage_id').execute(),
        db.selectFrom('audit_entries').select('entry_id').execute(),
      ])
      return [places.length, coverages.length, entries.length]
    }
    const before = await count()
    await expect(grid([buildingId])).rejects.toMatchObject({ code: 'GRID_COVERS_TAKEN' })
    expect(await count()).toEqual(before)
  })

  it('two grids over different buildings are both made', async () => {
    const [a, b] = [await newBuilding(), await newBuilding()]
    const endings = await atOnce(db, holdingEstate, [() => grid([a.buildingId]), () => grid([b.buildingId])])
    expect(endings).toEqual(['done', 'done'])
  })
})

it('functional grids lie over one another and over the basic one, and end by themselves', async () => {
  const { buildingId } = await newBuilding()
  const endsAt = '2026-12-31T16:00:00.000Z'
  const functional = { kind: 'functional_grid', purpose: '过冬', endsAt } as const
  await grid([buildingId])
  const endings = await atOnce(db, holdingEstate, [
    () => grid([buildingId], functional),
    () => grid([buildingId], functional),
  ])
  expect(endings).toEqual(['done', 'done'])
  const path = (await findPlace(db, here(), buildingId))?.path ?? []
  expect(await listGridsCovering(db, here(), path, NOW)).toHaveLength(3)
  expect(await listGridsCovering(db, here(), path, new Date(endsAt))).toHaveLength(1)
})

it('two places of one name below the same parent: one wins', async () => {
  const make = async () => createPlace(await context(), { parentId: null, kind: 'estate', name: '新苑' })
  const hold = (tx: Database) =>
    tx
      .insertInto('places')
      .values(rowNamed('新苑'))
      .execute()
      .then(() => undefined)
  await expect(atOnce(db, hold, [make, make])).resolves.toEqual(['PLACE_NAME_TAKEN', 'PLACE_NAME_TAKEN'])
})

const rowNamed = (name: string) => ({
  community_id: here(),
  place_id: '01900000-0000-7000-8000-000000000001',
  parent_id: null,
  kind: 'estate' as const,
  name,
  sort_key: name,
  path: [here()],
  path_names: '[]',
  created_at: NOW,
})
