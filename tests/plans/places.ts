import {
  listCommunitiesEndpoint,
  listCoveragesEndpoint,
  listDoorCodesEndpoint,
  listGridsEndpoint,
  listPlacesEndpoint,
  openDoorCodeEndpoint,
  readGridEndpoint,
  readPlaceEndpoint,
} from '#core/places'
import { placeOf } from '../builders/big-district'
import type { AreaPlans } from './look'

export const placePlans: AreaPlans = {
  reads: {
    'the communities': ({ pages, resident }) => pages(listCommunitiesEndpoint, resident, { query: {} }),
    'places of the community': ({ pages, params, resident }) =>
      pages(listPlacesEndpoint, resident, { params, query: {} }),
    'homes of an entrance': ({ pages, params, resident, community }) =>
      pages(listPlacesEndpoint, resident, { params, query: { parentId: placeOf(community, 11) } }),
    'a place': ({ ok, params, resident, community }) =>
      ok(readPlaceEndpoint, resident, { params: { ...params, placeId: placeOf(community, 40) } }),
    'the grids as they are arranged': ({ pages, params, staff }) =>
      pages(listGridsEndpoint, staff, { params, query: {} }),
    'a grid with its open matters': async ({ ok, params, staff }) => {
      const { items } = await ok(listGridsEndpoint, staff, { params, query: {} })
      return ok(readGridEndpoint, staff, { params: { ...params, gridId: items[0]?.gridId ?? '' } })
    },
    'what a grid covers': async ({ ok, pages, params, staff }) => {
      const { items } = await ok(listGridsEndpoint, staff, { params, query: {} })
      return pages(listCoveragesEndpoint, staff, {
        params: { ...params, gridId: items[0]?.gridId ?? '' },
        query: {},
      })
    },
    'the door codes of a place': ({ pages, params, staff, community }) =>
      pages(listDoorCodesEndpoint, staff, {
        params: { ...params, placeId: placeOf(community, 10) },
        query: {},
      }),
  },
  once: {
    'opening a door code': ({ ok, resident }) =>
      ok(openDoorCodeEndpoint, resident, { params: { code: '1X3'.padStart(26, '0') } }),
  },
}
