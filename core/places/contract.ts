import { z } from 'zod/mini'
import { cursor, endpoint, id, pageOf, requiredText } from '../contract'
import { PLACE_KINDS, REGION_KINDS } from './kinds'

export const placeKind = z.enum(PLACE_KINDS)
const communityParams = z.object({ communityId: id })
const placeParams = z.object({ communityId: id, placeId: id })
const NAME_LENGTH = 40

/** A place in a list to choose from. */
export const placeItem = z.object({
  placeId: id,
  kind: placeKind,
  name: z.string(),
  hasChildren: z.boolean(),
})
export type PlaceItem = z.output<typeof placeItem>

/** A place with its way down from the community. */
export const placeView = z.object({
  placeId: id,
  communityId: id,
  communityName: z.string(),
  kind: placeKind,
  name: z.string(),
  /** From the estate down to the place itself. */
  path: z.array(z.object({ placeId: id, kind: placeKind, name: z.string() })),
  gridName: z.nullable(z.string()),
  mayIssueDoorCode: z.boolean(),
})
export type PlaceView = z.output<typeof placeView>

export const communityItem = z.object({ communityId: id, name: z.string(), subdistrictName: z.string() })
export type CommunityItem = z.output<typeof communityItem>

export const listCommunitiesEndpoint = endpoint({
  method: 'GET',
  path: '/communities',
  summary: '社区列表',
  query: z.object({ cursor }),
  response: pageOf(communityItem),
})

export const createRegionEndpoint = endpoint({
  method: 'POST',
  path: '/regions/:regionId/regions',
  summary: '在区或街道下建街道或社区',
  params: z.object({ regionId: id }),
  body: z.object({ kind: z.enum(REGION_KINDS), name: requiredText(NAME_LENGTH) }),
  response: z.object({ regionId: id, kind: z.enum(REGION_KINDS), name: z.string() }),
})

export const listPlacesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/places',
  summary: '一个地方下面有哪些地方；不写上级就是社区下面的；grids=true 时是社区的网格',
  params: communityParams,
  query: z.object({ parentId: z.optional(id), grids: z.optional(z.literal('true')), cursor }),
  response: pageOf(placeItem),
})

export const readPlaceEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/places/:placeId',
  summary: '一个地方',
  params: placeParams,
  response: placeView,
})

export const createPlaceEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/places',
  summary: '新建小区、院落、楼栋、门栋、户、场所或设施',
  params: communityParams,
  body: z.object({
    parentId: z.nullable(id),
    kind: z.enum(['estate', 'courtyard', 'building', 'entrance', 'home', 'premises', 'facility']),
    name: requiredText(NAME_LENGTH),
  }),
  response: placeView,
})
