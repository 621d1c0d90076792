import { z } from 'zod/mini'
import { cursor, endpoint, id, pageOf } from '../contract'

/** Characters one looks for a unit by. */
export const UNIT_SEARCH_LENGTH = 40

/** 房屋 by its name, never with its owners. */
export const voteUnitView = z.object({ unitId: id, name: z.string() })
export type VoteUnitView = z.output<typeof voteUnitView>

export const listVoteUnitsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/vote-units',
  summary: '一栋楼里的住宅，召集人选哪一套要改用途；没有业主的名字',
  params: z.object({ communityId: id }),
  query: z.object({
    placeId: id,
    /** Part of its name. */
    name: z.optional(z.string().check(z.maxLength(UNIT_SEARCH_LENGTH))),
    cursor,
  }),
  response: pageOf(voteUnitView),
})
