import type { FastifyInstance } from 'fastify'
import {
  declineTopicEndpoint,
  listBoardsEndpoint,
  listBoardTopicsEndpoint,
  putUpTopicEndpoint,
} from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { declineTopic } from './decline-topic'
import { listBoardTopics } from './list-board-topics'
import { listBoards } from './list-boards'
import type { BoardOrigins } from './origins'
import { putUpTopic } from './put-up-topic'

/** Routes of the standing boards. */
export function boardRoutes(app: FastifyInstance, parts: ServerParts, origins: BoardOrigins): void {
  register(app, parts, listBoardsEndpoint, (context) => listBoards(context))
  register(app, parts, listBoardTopicsEndpoint, (context, { params, query }) =>
    listBoardTopics(context, { placeId: params.placeId, ...query }),
  )
  register(app, parts, putUpTopicEndpoint, (context, { params, body }) =>
    putUpTopic(context, { placeId: params.placeId, ...body }, { ...parts, origins }),
  )
  register(app, parts, declineTopicEndpoint, (context, { params, body }) =>
    declineTopic(context, { topicId: params.topicId, ...body }, parts),
  )
}
