import {
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  issueDoorCodeEndpoint,
  listCommunitiesEndpoint,
  listDoorCodesEndpoint,
  listPlacesEndpoint,
  openDoorCodeEndpoint,
  readPlaceEndpoint,
  revokeDoorCodeEndpoint,
} from '#core/places'
import { here, HERE, ON_RECORD, ONCE, read, WHO, write, type AreaBudgets, type Scene } from './budget'

const reads: AreaBudgets['reads'] = {
  communities: read(listCommunitiesEndpoint, WHO + 1),
  'places of the community': read(listPlacesEndpoint, HERE + 1),
  'places below one': {
    ...read(listPlacesEndpoint, HERE + 2),
    input: (scene) => ({ params: here(scene), query: { parentId: scene.busy.ids.parentId } }),
  }, // the parent; its children
  grids: read(listPlacesEndpoint, HERE + 1, { grids: 'true' }),
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
  'issue a door code': write(issueDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 2, () => ({})), // place; saved
  'revoke a door code': write(revokeDoorCodeEndpoint, HERE + ONCE + ON_RECORD + 1, () => ({})),
}

async function twenty({ rows, server }: Scene): Promise<void> {
  await rows.places(Array.from({ length: 20 }, (_, index) => `${index + 20}号楼`))
  await rows.grids(Array.from({ length: 20 }, (_, index) => `第${index + 20}网格`))
  await rows.communities(Array.from({ length: 20 }, (_, index) => `社区${index}`))
  await rows.doorCodes(20, server.clock.now)
}

export const placeBudgets: AreaBudgets = { reads, writes, twenty }
