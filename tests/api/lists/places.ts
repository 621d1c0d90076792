import { listCommunitiesEndpoint, listDoorCodesEndpoint, listPlacesEndpoint } from '#core/places'
import { here, pageOf, ROWS, type Lists } from './list'

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
