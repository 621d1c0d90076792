import {
  listCommunitiesEndpoint,
  listCoveragesEndpoint,
  listDoorCodesEndpoint,
  listGridsEndpoint,
  listPlacesEndpoint,
} from '#core/places'
import { newId } from '#server/platform/db/index'
import { here, pageOf, ROWS, type Lists, type Scene } from './list'

const names = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}号楼`)
const between = () => ['0号楼', '110号楼甲', '999号楼'].map((name) => `${name}${Math.random()}`)

export const placeLists: Lists = {
  'places, by name with numbers as numbers': {
    endpoint: listPlacesEndpoint,
    page: (scene, cursor) => {
      const query = { parentId: scene.place.community.estateId, cursor }
      const asked = scene.server.ok(listPlacesEndpoint, {
        as: scene.resident.token,
        params: here(scene),
        query,
      })
      return pageOf(asked, (item) => item.placeId)
    },
    fill: ({ rows }) => rows.places(names(101, 145)),
    arrive: ({ rows }) => rows.places(between()),
  },
  'grids, by name': {
    endpoint: listPlacesEndpoint,
    page: (scene, cursor) => {
      const query = { grids: 'true' as const, cursor }
      const asked = scene.server.ok(listPlacesEndpoint, {
        as: scene.resident.token,
        params: here(scene),
        query,
      })
      return pageOf(asked, (item) => item.placeId)
    },
    fill: ({ rows }) => rows.grids(names(101, 145)),
    arrive: ({ rows }) => rows.grids(between()),
  },
  'grids as they are arranged, by name': {
    endpoint: listGridsEndpoint,
    page: (scene, cursor) => {
      const asked = scene.server.ok(listGridsEndpoint, {
        as: scene.staff.token,
        params: here(scene),
        query: { cursor },
      })
      return pageOf(asked, (item) => item.gridId)
    },
    fill: ({ rows }) => rows.grids(names(101, 145)),
    arrive: ({ rows }) => rows.grids(between()),
  },
  'what a grid covers, as it came to it': {
    endpoint: listCoveragesEndpoint,
    page: (scene, cursor) => {
      const params = { ...here(scene), gridId: scene.place.community.gridId }
      const asked = scene.server.ok(listCoveragesEndpoint, {
        as: scene.staff.token,
        params,
        query: { cursor },
      })
      return pageOf(asked, (item) => item.coverageId)
    },
    fill: async (scene) => coverages(scene, names(201, 200 + ROWS)),
    arrive: (scene) => coverages(scene, between()),
  },
  'communities, by name': {
    endpoint: listCommunitiesEndpoint,
    page: ({ server, resident }, cursor) =>
      pageOf(
        server.ok(listCommunitiesEndpoint, { as: resident.token, query: { cursor } }),
        (item) => item.communityId,
      ),
    fill: ({ rows }) =>
      rows.communities(Array.from({ length: ROWS }, (_, index) => `社区${String(index).padStart(3, '0')}`)),
    arrive: ({ rows }) =>
      rows.communities(['社区010甲', '阿社区', '龙社区'].map((name) => `${name}${Math.random()}`)),
  },
  'door codes, newest first, those of one moment by code': {
    endpoint: listDoorCodesEndpoint,
    page: (scene, cursor) => {
      const params = { ...here(scene), placeId: scene.place.community.buildingId }
      const asked = scene.server.ok(listDoorCodesEndpoint, {
        as: scene.staff.token,
        params,
        query: { cursor },
      })
      return pageOf(asked, (item) => item.code)
    },
    fill: async ({ rows }) => {
      const earlier = await rows.doorCodes(30, new Date('2026-11-01T00:00:00.000Z'))
      const later = await rows.doorCodes(ROWS - 30, new Date('2026-11-02T00:00:00.000Z'))
      return [...later.sort(), ...earlier.sort()]
    },
    arrive: ({ rows }) => rows.doorCodes(3, new Date('2026-11-03T00:00:00.000Z')),
  },
}

/** Buildings that the first grid covers. */
async function coverages({ rows, server, place }: Scene, buildings: string[]): Promise<string[]> {
  const { communityId, gridId } = place.community
  const covered = (await rows.places(buildings)).map((placeId) => ({
    community_id: communityId,
    coverage_id: newId(),
    grid_id: gridId,
    place_id: placeId,
    kind: 'grid' as const,
    starts_at: server.clock.now,
  }))
  await server.db.insertInto('grid_coverages').values(covered).execute()
  return covered.map((row) => row.coverage_id)
}
