import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import {
  buildNeighbourhood,
  type Neighbourhood,
  type SignedInPerson,
} from '../../tests/builders/neighbourhood'
import { changeGrid } from './change-grid'
import { createGrid } from './create-grid'
import { createPlace } from './create-place'
import { dissolveGrid } from './dissolve-grid'
import { listCoverages } from './list-grids'
import { movePlaces } from './move-places'
import { takeBackDissolution } from './take-back-dissolution'
import { takeBackMove } from './take-back-move'
import { findPlace, listGridsCovering } from './repository'

const NOW = new Date('2026-11-18T02:00:00.000Z')
const AT_MIDNIGHT = new Date('2026-11-30T16:00:00.000Z') // 1 December begins in Shanghai
const JUST_BEFORE = new Date(AT_MIDNIGHT.getTime() - 1)
const FROM = '2026-12-01'

let database: TestDatabase
let place: Neighbourhood
let secretary: SignedInPerson

beforeEach(async () => {
  database = await createTestDatabase()
  place = await buildNeighbourhood(database.db, new Date('2026-11-01T00:00:00.000Z'))
  secretary = await place.inOffice('community_secretary', place.community.communityId)
})
afterEach(() => database.drop())
jest.setTimeout(60_000)

const here = () => acting(database.db, secretary.personId, place.community.communityId, NOW)
const move = async (placeIds: string[], gridId: string | null, from = FROM) =>
  movePlaces(await here(), { placeIds, gridId, from })
const dissolve = async (gridId: string, successorId: string | null, from = FROM) =>
  dissolveGrid(await here(), { gridId, successorId, from })

async function basicGridsOver(placeId: string, at: Date): Promise<string[]> {
  const { communityId } = place.community
  const found = await findPlace(database.db, communityId, placeId)
  const grids = await listGridsCovering(database.db, communityId, found?.path ?? [], at)
  return grids.filter(({ kind }) => kind === 'grid').map(({ gridId }) => gridId)
}

describe('a dated move', () => {
  it('leaves one grid and joins the other as the day begins in Shanghai', async () => {
    const { buildingId, homeId, gridId, otherGridId } = place.community
    expect(await move([buildingId], otherGridId)).toEqual({ from: AT_MIDNIGHT.toISOString() })
    expect(await basicGridsOver(homeId, JUST_BEFORE)).toEqual([gridId])
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([otherGridId])
    const { items } = await listCoverages(await here(), { gridId })
    expect(items).toMatchObject([
      { placeName: '湖光苑 3号楼', to: AT_MIDNIGHT.toISOString(), nextGridName: '甲社区第二网格' },
    ])
  })

  it('of an entrance leaves the building’s other entrances where they are', async () => {
    const { buildingId, entranceId, gridId, otherGridId, homeId } = place.community
    const admin = await place.inOffice('administrator', place.districtId, { community: null })
    const context = await acting(database.db, admin.personId, place.community.communityId, NOW)
    const other = await createPlace(context, { parentId: buildingId, kind: 'entrance', name: '3单元' })
    await move([entranceId], otherGridId)
    expect(await basicGridsOver(homeId, JUST_BEFORE)).toEqual([gridId])
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([otherGridId])
    expect(await basicGridsOver(other.placeId, AT_MIDNIGHT)).toEqual([gridId])
  })

  it('of an entrance is not held up by a home beside it that will have ended', async () => {
    const { buildingId, entranceId, gridId, otherGridId } = place.community
    const admin = await place.inOffice('administrator', place.districtId, { community: null })
    const context = await acting(database.db, admin.personId, place.community.communityId, NOW)
    const beside = await createPlace(context, { parentId: buildingId, kind: 'home', name: '门房' })
    await expect(move([entranceId], otherGridId)).rejects.toMatchObject({ code: 'GRID_SPLIT_HOMES' })
    await database.db
      .updateTable('places')
      .set({ ends_at: AT_MIDNIGHT })
      .where('place_id', '=', beside.placeId)
      .execute()
    await move([entranceId], otherGridId)
    expect(await basicGridsOver(entranceId, AT_MIDNIGHT)).toEqual([otherGridId])
    expect(await basicGridsOver(beside.placeId, JUST_BEFORE)).toEqual([gridId])
  })

  it('to no grid leaves it to the community; today means at once', async () => {
    const { buildingId, homeId } = place.community
    await move([buildingId], null, '2026-11-18')
    expect(await basicGridsOver(homeId, NOW)).toEqual([])
  })

  it('is refused for a day that is over, a grid that is to end, what no grid covers, and who may not', async () => {
    const { buildingId, homeId, gridId, otherGridId } = place.community
    await expect(move([buildingId], otherGridId, '2026-11-17')).rejects.toMatchObject({
      code: 'GRID_DAY_INVALID',
    })
    await expect(move([homeId], otherGridId)).rejects.toMatchObject({ code: 'PLACE_KIND_WRONG' })
    await expect(move([place.otherCommunity.buildingId], gridId)).rejects.toMatchObject({
      code: 'PLACE_NOT_HERE',
    })
    await expect(move([buildingId], place.otherCommunity.gridId)).rejects.toMatchObject({
      code: 'PLACE_NOT_HERE',
    })
    await dissolve(otherGridId, gridId)
    await expect(move([buildingId], otherGridId)).rejects.toMatchObject({ code: 'GRID_ENDING' })
    const staff = await place.inOffice('community_staff', place.community.communityId)
    const theirs = await acting(database.db, staff.personId, place.community.communityId, NOW)
    await expect(movePlaces(theirs, { placeIds: [buildingId], gridId, from: FROM })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  it('of the same building to two grids at once, and while its grid is dissolved: never in two', async () => {
    const { buildingId, homeId, gridId, otherGridId, communityId } = place.community
    const hold = (tx: typeof database.db) =>
      tx.selectFrom('regions').select('kind').where('region_id', '=', communityId).forNoKeyUpdate().execute()
    const third = await createGrid(await here(), { kind: 'grid', name: '第三网格', covers: [] })
    const endings = await atOnce(database.db, hold, [
      () => move([buildingId], otherGridId),
      () => move([buildingId], third.placeId, '2026-12-02'),
      () => dissolve(gridId, third.placeId, '2026-12-03'),
    ])
    expect(endings).toEqual(['done', 'done', 'done'])
    for (let day = 0; day < 10; day += 1)
      expect((await basicGridsOver(homeId, new Date(AT_MIDNIGHT.getTime() + day * 43_200_000))).length).toBe(
        1,
      )
  })
})

describe('dissolving a grid', () => {
  it('gives its buildings to the successor from that day on, and ends the offices at it', async () => {
    const { homeId, gridId, otherGridId } = place.community
    const worker = await place.inOffice('grid_worker', gridId)
    const view = await dissolve(gridId, otherGridId)
    expect(view).toMatchObject({ endsAt: AT_MIDNIGHT.toISOString(), successorName: '甲社区第二网格' })
    expect(await basicGridsOver(homeId, JUST_BEFORE)).toEqual([gridId])
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([otherGridId])
    const grant = await database.db
      .selectFrom('role_grants')
      .select('ends_at')
      .where('person_id', '=', worker.personId)
      .executeTakeFirstOrThrow()
    expect(grant.ends_at).toEqual(AT_MIDNIGHT)
    const told = database.db.selectFrom('inbox_items').select('kind').where('person_id', '=', worker.personId)
    expect(await told.execute()).toEqual([{ kind: 'grant_changed' }])
  })

  it('without a successor leaves its homes to the community', async () => {
    const { homeId, gridId } = place.community
    await dissolve(gridId, null)
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([])
  })

  it('is refused twice, into itself, into what ends or is no basic grid, and for a functional grid', async () => {
    const { gridId, otherGridId, buildingId } = place.community
    const functional = await createGrid(await here(), {
      kind: 'functional_grid',
      name: '过冬',
      purpose: '送暖',
      endsAt: '2027-03-01T00:00:00.000Z',
      covers: [buildingId],
    })
    for (const successor of [gridId, functional.placeId, buildingId, place.otherCommunity.gridId])
      await expect(dissolve(gridId, successor)).rejects.toMatchObject({ code: 'GRID_SUCCESSOR_WRONG' })
    await expect(dissolve(functional.placeId, null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await dissolve(gridId, otherGridId)
    await expect(dissolve(gridId, null)).rejects.toMatchObject({ code: 'GRID_ENDING' })
    await expect(dissolve(otherGridId, gridId)).rejects.toMatchObject({ code: 'GRID_SUCCESSOR_WRONG' })
  })

  it('of two into one another at once: only one is', async () => {
    const { gridId, otherGridId, communityId } = place.community
    const hold = (tx: typeof database.db) =>
      tx.selectFrom('regions').select('kind').where('region_id', '=', communityId).forNoKeyUpdate().execute()
    const endings = await atOnce(database.db, hold, [
      () => dissolve(gridId, otherGridId),
      () => dissolve(otherGridId, gridId),
    ])
    expect(sorted(endings)).toEqual(['GRID_SUCCESSOR_WRONG', 'done'])
  })
})

describe('taking back what is yet to come', () => {
  it('leaves a grid as it was before it was to be dissolved; its officers are asked again', async () => {
    const { homeId, gridId, otherGridId } = place.community
    await place.inOffice('grid_worker', gridId)
    await dissolve(gridId, otherGridId)
    expect(await takeBackDissolution(await here(), gridId)).toMatchObject({
      endsAt: null,
      successorName: null,
    })
    expect(await basicGridsOver(homeId, JUST_BEFORE)).toEqual([gridId])
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([gridId])
    const { items } = await listCoverages(await here(), { gridId })
    expect(items).toMatchObject([{ placeName: '湖光苑 3号楼', to: null, nextGridName: null }])
  })

  it('of a dissolution without a successor gives back what nobody took over', async () => {
    const { homeId, buildingId, gridId, otherGridId } = place.community
    await dissolve(gridId, null)
    await move([buildingId], otherGridId, '2026-12-05')
    await takeBackDissolution(await here(), gridId)
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([gridId])
    expect(await basicGridsOver(homeId, new Date('2026-12-04T16:00:00.000Z'))).toEqual([otherGridId])
  })

  it('leaves a place where it was to leave', async () => {
    const { homeId, buildingId, gridId, otherGridId } = place.community
    await move([buildingId], otherGridId)
    const coming = await comingTo(otherGridId)
    expect(coming).toMatchObject({ placeName: '湖光苑 3号楼', mayTakeBack: true })
    await takeBackMove(await here(), { gridId: otherGridId, coverageId: coming.coverageId })
    expect(await basicGridsOver(homeId, AT_MIDNIGHT)).toEqual([gridId])
    const again = takeBackMove(await here(), { gridId: otherGridId, coverageId: coming.coverageId })
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused once the day has come, where nothing was planned, and where the old grid is to go', async () => {
    const { buildingId, gridId, otherGridId, communityId } = place.community
    await expect(takeBackDissolution(await here(), gridId)).rejects.toMatchObject({ code: 'GRID_STAYS' })
    await move([buildingId], otherGridId, '2026-12-02')
    const { coverageId } = await comingTo(otherGridId)
    await dissolve(gridId, null)
    const back = takeBackMove(await here(), { gridId: otherGridId, coverageId })
    // On the eve it is in no grid any more: it stays there.
    expect(await back).toEqual({ done: true })
    const then = await acting(database.db, secretary.personId, communityId, AT_MIDNIGHT)
    await expect(takeBackDissolution(then, gridId)).rejects.toMatchObject({ code: 'GRID_STAYS' })
    const [now] = (await listCoverages(await here(), { gridId })).items
    const begun = takeBackMove(await here(), { gridId, coverageId: now?.coverageId as string })
    await expect(begun).rejects.toMatchObject({ code: 'GRID_MOVE_STANDS' })
  })

  it('is for who arranges grids', async () => {
    const { gridId, otherGridId, communityId } = place.community
    await dissolve(gridId, otherGridId)
    const staff = await place.inOffice('community_staff', communityId)
    const theirs = await acting(database.db, staff.personId, communityId, NOW)
    await expect(takeBackDissolution(theirs, gridId)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

/** The last of what a grid is yet to cover. */
async function comingTo(gridId: string) {
  const { items } = await listCoverages(await here(), { gridId })
  const coming = items.filter(({ from }) => new Date(from) > NOW)
  return coming[coming.length - 1] as (typeof items)[number]
}

it('a functional grid lasts longer, or ends earlier with its offices, and its end is on the clock’s list', async () => {
  const { buildingId, gridId, communityId } = place.community
  const { placeId } = await createGrid(await here(), {
    kind: 'functional_grid',
    name: '过冬',
    purpose: '送暖',
    endsAt: '2027-03-01T00:00:00.000Z',
    covers: [buildingId],
  })
  const worker = await place.inOffice('grid_specialist', placeId)
  const change = async (endsAt: string, id = placeId) =>
    changeGrid(await here(), { gridId: id, purpose: '送暖和扫雪', endsAt })
  expect(await change('2027-04-01T00:00:00.000Z')).toMatchObject({
    purpose: '送暖和扫雪',
    endsAt: '2027-04-01T00:00:00.000Z',
  })
  const path = (await findPlace(database.db, communityId, buildingId))?.path ?? []
  const at = (moment: string) => listGridsCovering(database.db, communityId, path, new Date(moment))
  expect(await at('2027-03-15T00:00:00.000Z')).toHaveLength(2)
  await change('2026-12-01T00:00:00.000Z')
  expect(await at('2026-12-01T00:00:00.000Z')).toHaveLength(1)
  const office = database.db
    .selectFrom('role_grants')
    .select('ends_at')
    .where('person_id', '=', worker.personId)
  expect(await office.executeTakeFirstOrThrow()).toEqual({ ends_at: new Date('2026-12-01T00:00:00.000Z') })
  await expect(change('2026-11-18T02:00:00.000Z')).rejects.toMatchObject({ code: 'PERIOD_INVALID' })
  await expect(change('2027-01-01T00:00:00.000Z', gridId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
