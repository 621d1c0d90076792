import { z } from 'zod/mini'
import { cursor, done, endpoint, id, instant, pageOf, requiredText } from '../contract'
import { placeKind } from './contract'

const PURPOSE_LENGTH = 200
/** Places that one move takes along. */
export const MOVE_AT_MOST = 100
/** Open matters are counted up to this. */
export const OPEN_MATTERS_CAP = 999

const communityParams = z.object({ communityId: id })
const gridParams = z.object({ communityId: id, gridId: id })
/** A day in Asia/Shanghai. */
const day = z.iso.date()

/** A grid in the list of those who arrange them. */
export const gridItem = z.object({
  gridId: id,
  kind: z.enum(['grid', 'functional_grid']),
  name: z.string(),
  /** Of a functional grid. */
  purpose: z.nullable(z.string()),
  /** From when on it is no more; null: no end is known. */
  endsAt: z.nullable(instant),
  successorName: z.nullable(z.string()),
  /** Buildings and entrances that it covers now. */
  covers: z.int(),
})
export type GridItem = z.output<typeof gridItem>

export const gridView = z.object({
  ...gridItem.shape,
  communityId: id,
  /** Matters reported there that still ask something of somebody, counted up to `OPEN_MATTERS_CAP`. */
  openMatters: z.int(),
  /** Persons who hold an office there. */
  officers: z.int(),
  mayArrange: z.boolean(),
})
export type GridView = z.output<typeof gridView>

/** A building or entrance that a grid covers, or will. */
export const coverageItem = z.object({
  coverageId: id,
  placeId: id,
  placeName: z.string(),
  from: instant,
  to: z.nullable(instant),
  /** Whose it is from then on, where that is known. */
  nextGridName: z.nullable(z.string()),
  /** A move yet to come that the reader may take back. */
  mayTakeBack: z.boolean(),
})
export type CoverageItem = z.output<typeof coverageItem>

export const listGridsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/grids',
  summary: '社区的网格，含用途、结束时间和覆盖多少楼栋',
  params: communityParams,
  query: z.object({ cursor }),
  response: pageOf(gridItem),
})

export const readGridEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/grids/:gridId',
  summary: '一个网格',
  params: gridParams,
  response: gridView,
})

export const listCoveragesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/grids/:gridId/coverages',
  summary: '一个网格现在和以后覆盖哪些楼栋、门栋',
  params: gridParams,
  query: z.object({ cursor }),
  response: pageOf(coverageItem),
})

export const createGridEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/grids',
  summary: '新建网格；功能性网格要写用途和结束时间',
  params: communityParams,
  body: z.object({
    kind: z.enum(['grid', 'functional_grid']),
    name: requiredText(40),
    purpose: z.optional(requiredText(PURPOSE_LENGTH)),
    endsAt: z.optional(instant),
    /** None yet: a basic grid that others are moved into later. */
    covers: z.array(id).check(z.maxLength(500)),
  }),
  response: z.object({ placeId: id, kind: placeKind, name: z.string(), endsAt: z.nullable(instant) }),
})

export const movePlacesEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/grid-moves',
  summary: '从某天起把楼栋、门栋划给一个网格；不写网格就是不归任何网格',
  params: communityParams,
  body: z.object({
    placeIds: z.array(id).check(z.minLength(1), z.maxLength(MOVE_AT_MOST)),
    gridId: z.nullable(id),
    from: day,
  }),
  response: z.object({ from: instant }),
})

export const dissolveGridEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/grids/:gridId/dissolution',
  summary: '从某天起撤掉网格；有接手的网格，楼栋和没办完的事都归它，没有就归社区',
  params: gridParams,
  body: z.object({ from: day, successorId: z.nullable(id) }),
  response: gridView,
})

export const takeBackDissolutionEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/grids/:gridId/dissolution',
  summary: '那天还没到，不撤了：楼栋留在原网格；已经改了结束日子的职务要另外再给',
  params: gridParams,
  response: gridView,
})

export const takeBackMoveEndpoint = endpoint({
  method: 'DELETE',
  path: '/communities/:communityId/grids/:gridId/coverages/:coverageId',
  summary: '那天还没到，不划了：这一处留在原来的网格',
  params: z.object({ communityId: id, gridId: id, coverageId: id }),
  response: done,
})

export const changeGridEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/grids/:gridId/terms',
  summary: '改功能性网格的用途和结束时间',
  params: gridParams,
  body: z.object({ purpose: requiredText(PURPOSE_LENGTH), endsAt: instant }),
  response: gridView,
})
