import { z } from 'zod/mini'
import { cursor, endpoint, id, instant, pageOf, requiredText } from '../../contract'
import { ROUND_PLACE_KINDS } from '../round'
import { TOPIC_REASON_LENGTH, topicItem, topicView, topicWords } from '../topics/contract'
import { BOARD_LISTS } from './board-topic'

/** What a topic is put up from, by its author or by who convenes there. A wish goes along as a whole: that is an act of the wish. */
export const BOARD_ORIGINS = ['matter', 'post'] as const
export type BoardOrigin = (typeof BOARD_ORIGINS)[number]

const communityParams = z.object({ communityId: id })
const boardParams = z.object({ communityId: id, placeId: id })
const topicParams = z.object({ communityId: id, topicId: id })

/** A topic on the board of a place, or one that went on from there. */
export const boardTopicItem = z.object({
  ...topicItem.shape,
  placeId: id,
  metAt: z.nullable(instant),
  /** Since when it counts as silence. */
  silentAt: z.nullable(instant),
  declined: z.nullable(z.object({ byName: z.string(), reason: z.string(), at: instant })),
  /** The round that was begun with it, where the reader may open it. */
  round: z.nullable(z.object({ roundId: id, question: z.string() })),
  inRound: z.boolean(),
  mayConvene: z.boolean(),
  mayDecline: z.boolean(),
})
export type BoardTopicItem = z.output<typeof boardTopicItem>

const boardPlace = z.object({
  placeId: id,
  name: z.string(),
  kind: z.enum(ROUND_PLACE_KINDS),
  /** I live there: I may put something up. */
  lives: z.boolean(),
})
export type BoardPlace = z.output<typeof boardPlace>

export const listBoardsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/boards',
  summary: '我住的、我负责的地方，各有一块「有话大家说」',
  params: communityParams,
  response: z.object({ items: z.array(boardPlace) }),
})

export const listBoardTopicsEndpoint = endpoint({
  method: 'GET',
  path: '/communities/:communityId/places/:placeId/topics',
  summary: '这个地方的议题：等着附议的，或有了下文的；新的在前',
  params: boardParams,
  query: z.object({ list: z._default(z.enum(BOARD_LISTS), 'open'), cursor }),
  response: z.object({
    ...pageOf(boardTopicItem).shape,
    board: z.object({ placeName: z.string(), secondsNeeded: z.int(), mayPutUp: z.boolean() }),
  }),
})

export const putUpTopicEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/places/:placeId/topics',
  summary: '在这个地方提一个议题，自己家算第一户附议',
  params: boardParams,
  body: z.object({
    ...topicWords.shape,
    origin: z.optional(z.object({ kind: z.enum(BOARD_ORIGINS), id })),
  }),
  response: topicView,
})

export const declineTopicEndpoint = endpoint({
  method: 'POST',
  path: '/communities/:communityId/topics/:topicId/decline',
  summary: '够多邻居附议了，该召集的人公开说明为什么不谈',
  params: topicParams,
  body: z.object({ revision: z.int(), reason: requiredText(TOPIC_REASON_LENGTH) }),
  response: topicView,
})
