import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf, requiredText } from '../../contract'
import { WORDS_STATES } from '../../moderation'
import { ROUND_PLACE_KINDS } from '../round'

/** Limit in characters, of an objection and of its answer. */
export const OBJECTION_LENGTH = 300

const communityParams = z.object({ communityId: id })
const roundParams = z.object({ communityId: id, roundId: id })

/** A place where the caller may convene. */
export const roundPlaceView = z.object({
  placeId: id,
  name: z.string(),
  kind: z.enum(ROUND_PLACE_KINDS),
  homes: z.int(),
})
export type RoundPlaceView = z.output<typeof roundPlaceView>

/** A home by its name: 2单元 301 室. */
export const scopeHome = z.object({ homeId: id, name: z.string() })
export type ScopeHome = z.output<typeof scopeHome>

export const objectionView = z.object({
  objectionId: id,
  text: z.string(),
  byName: z.string(),
  mine: z.boolean(),
  /** For its author and moderators: what neighbours see of the words. */
  wordsState: z.nullable(z.enum(WORDS_STATES)),
  at: instant,
  answer: z.nullable(z.object({ text: z.string(), byName: z.string(), at: instant })),
  mayAnswer: z.boolean(),
})
export type ObjectionView = z.output<typeof objectionView>

export const listRoundPlacesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/round-places',
  summary: '我能在哪些地方召集，各有多少户',
  params: communityParams,
  response: z.object({ items: z.array(roundPlaceView) }),
})

export const listRoundHomesEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/round-places/:placeId/homes',
  summary: '只请其中几户时，从这里挑：一个地方的各户',
  params: z.object({ communityId: id, placeId: id }),
  query: z.object({ cursor }),
  response: pageOf(scopeHome),
})

export const listLeftOutEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/left-out-homes',
  summary: '同一个地方，这一轮没有算进来的各户',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(scopeHome),
})

export const listObjectionsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/rounds/:roundId/objections',
  summary: '没算进来的邻居说的话和答复，先说的在前',
  params: roundParams,
  query: z.object({ cursor }),
  response: pageOf(objectionView),
})

export const objectToRoundEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/rounds/:roundId/objections',
  summary: '没有算进来，有话要说，一户一次；召集人或社区当众答复',
  params: roundParams,
  body: z.object({ text: requiredText(OBJECTION_LENGTH) }),
  response: objectionView,
})

export const answerObjectionEndpoint = endpoint({
  method: 'PUT',
  path: '/communities/:communityId/rounds/:roundId/objections/:roundObjectionId/answer',
  summary: '当众答复没算进来的邻居',
  params: z.object({ communityId: id, roundId: id, roundObjectionId: id }),
  body: z.object({ text: requiredText(OBJECTION_LENGTH) }),
  response: objectionView,
})
