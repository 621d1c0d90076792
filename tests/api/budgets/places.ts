import {
  changeGridEndpoint,
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  dissolveGridEndpoint,
  issueDoorCodeEndpoint,
  listCommunitiesEndpoint,
  listCoveragesEndpoint,
  listDoorCodesEndpoint,
  listGridsEndpoint,
  listPlacesEndpoint,
  movePlacesEndpoint,
  openDoorCodeEndpoint,
  printDoorCodesEndpoint,
  readGridEndpoint,
  readPlaceEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  takeBackDissolutionEndpoint,
  takeBackMoveEndpoint,
} from '#core/places'
import { newId } from '#server/platform/db/index'
import { here, HERE, ON_RECORD, ONCE, read, WHO, write, type AreaBudgets, type Scene } from './budget'

const reads: AreaBudgets['reads'] = {
  communities: read(listCommunitiesEndpoint, WHO + 1),
  'places of the community': read(listPlacesEndpoint, HERE + 1),
  'places below one': {
    ...read(listPlacesEndpoint, HERE + 2),
    input: (scene) => ({ params: here(scene), query: { parentId: scene.busy.ids.parentId } }),
  }, // the parent; its children
  'grids in force': read(listPlacesEndpoint, HERE + 1, { grids: 'true' }),
  'grids as they are arranged': read(listGridsEndpoint, HERE + 1),
  grid: read(readGridEndpoint, HERE + 2), // the grid; its matters and officers
  'what a grid covers': read(listCoveragesEndpoint, HERE + 1),
  place: read(readPlaceEndpoint, HERE + 2), // the place; its grids
  'door code': read(openDoorCodeEndpoint, WHO + 4), // the code; community, place, grids
  'door codes': read(listDoorCodesEndpoint, HERE + 1),
}

const writes: AreaBudgets['writes'] = {
  'new region': {
    endpoint: createRegionEndpoint,
    statements: HERE + ONCE + ON_RECORD + 1,
    input: ({ busy }) => ({
      params: { regionId: busy.place.subdistrictId },
      body: { kind: 'community', name: '丙社区' },
    }),
  },
  'new place': write(createPlaceEndpoint, HERE + ONCE + ON_RECORD + 4, ({ busy }) => ({
    parentId: busy.ids.placeId,
    kind: 'entrance',
    name: '9单元',
  })), // parent; saved; place, grids
  'new grid': write(createGridEndpoint, HERE + ONCE + ON_RECORD + 5, async ({ rows }) => ({
    kind: 'grid',
    name: '第九网格',
    covers: await rows.places(['90号楼']),
  })), // places, locked; overlap; grid; coverages
  'move places': write(movePlacesEndpoint, HERE + ONCE + ON_RECORD + 8, async ({ rows }) => ({
    placeIds: await rows.places(['91号楼']),
    gridId: (await rows.grids(['第十网格']))[0],
    from: '2027-01-01',
  })), // two locks, places, the grid; buildings, spans, parts; saved
  'dissolve a grid': {
    endpoint: dissolveGridEndpoint,
    statements: HERE + ONCE + ON_RECORD + 8,
    input: async (scene) => ({
      params: { ...here(scene), gridId: (await scene.rows.grids(['第十一网格']))[0] },
      body: { from: '2027-01-01', successorId: null },
    }),
  }, // lock, grids; ended, spans, offices, job; the grid, its matters and officers
  'take a dissolution back': {
    endpoint: takeBackDissolutionEndpoint,
    statements: HERE + ONCE + ON_RECORD + 7,
    input: async (scene) => {
      const [gridId = ''] = await scene.rows.grids(['第十二网格'])
      await scene.server.db
        .updateTable('places')
        .set({ ends_at: new Date('2027-02-01T00:00:00.000Z') })
        .where('place_id', '=', gridId)
        .execute()
      return { params: { ...here(scene), gridId } }
    },
  }, // lock, grid; no end, spans; the grid, its matters and officers
  'take a move back': {
    endpoint: takeBackMoveEndpoint,
    statements: HERE + ONCE + ON_RECORD + 6,
    input: async (scene) => {
      const [gridId = ''] = await scene.rows.grids(['第十三网格'])
      return { params: { ...here(scene), gridId, coverageId: await comingMove(scene, gridId) } }
    },
  }, // lock, what comes, spans around it, grids; gone; the place
  'change a functional grid': {
    endpoint: changeGridEndpoint,
    statements: HERE + ONCE + ON_RECORD + 7,
    input: async (scene) => ({
      params: { ...here(scene), gridId: await functionalGrid(scene) },
      body: { purpose: '过冬', endsAt: '2027-03-01T00:00:00.000Z' },
    }),
  }, // the grid; its end, what it covers, offices, job; the grid, its matters and officers
  'print door codes': write(printDoorCodesEndpoint, HERE + ONCE + ON_RECORD + 4, () => ({ layout: 'cut' })), // place, lock, codes; codes for the pictures
  'replace a door code': write(replaceDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 3, () => ({})), // place, which may be over; revoked; saved
  'issue a door code': write(issueDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 2, () => ({})), // place; saved
  'revoke a door code': write(revokeDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 1, () => ({})),
}

async function comingMove(scene: Scene, gridId: string): Promise<string> {
  const { rows, server } = scene
  const coverageId = newId()
  const [placeId = ''] = await rows.places(['92号楼'])
  await server.db
    .insertInto('grid_coverages')
    .values({
      community_id: scene.busy.ids.communityId as string,
      coverage_id: coverageId,
      grid_id: gridId,
      place_id: placeId,
      kind: 'grid',
      starts_at: new Date('2027-02-01T00:00:00.000Z'),
    })
    .execute()
  return coverageId
}

async function functionalGrid({ rows, server }: Scene): Promise<string | undefined> {
  const [gridId = ''] = await rows.grids(['过冬'])
  await server.db
    .updateTable('places')
    .set({ kind: 'functional_grid', ends_at: new Date('2027-02-01T00:00:00.000Z') })
    .where('place_id', '=', gridId)
    .execute()
  return gridId
}

async function twenty({ rows, server }: Scene): Promise<void> {
  await rows.places(Array.from({ length: 20 }, (_, index) => `${index + 20}号楼`))
  await rows.grids(Array.from({ length: 20 }, (_, index) => `第${index + 20}网格`))
  await rows.communities(Array.from({ length: 20 }, (_, index) => `社区${index}`))
  await rows.doorCodes(20, server.clock.now)
}

export const placeBudgets: AreaBudgets = { reads, writes, twenty }
