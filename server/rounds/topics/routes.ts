import type { FastifyInstance } from 'fastify'
import {
  actOnTopicEndpoint,
  listTopicsEndpoint,
  proposeTopicEndpoint,
  readTopicEndpoint,
  secondTopicEndpoint,
  takeBackTopicSecondEndpoint,
} from '#core/rounds'
import { withChain, type ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnTopic } from './act-on-topic'
import { listTopics, readTopic } from './list-topics'
import { proposeTopic } from './propose-topic'
import { secondTopic } from './second-topic'

/** Routes of topics. */
export function topicRoutes(app: FastifyInstance, parts: ServerParts, chain: ReadChain): void {
  register(app, parts, proposeTopicEndpoint, (context, { params, body }) =>
    proposeTopic(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, listTopicsEndpoint, (context, { params, query }) =>
    listTopics(context, { roundId: params.roundId, ...query }),
  )
  register(app, parts, readTopicEndpoint, async (context, { params }) => {
    const view = await readTopic(context, params.topicId)
    return withChain(view, context, { kind: 'topic', id: view.topicId }, chain)
  })
  register(app, parts, actOnTopicEndpoint, (context, { params, body }) =>
    actOnTopic(context, { topicId: params.topicId, ...body }, parts),
  )
  register(app, parts, secondTopicEndpoint, (context, { params }) =>
    secondTopic(context, { topicId: params.topicId, wanted: true }),
  )
  register(app, parts, takeBackTopicSecondEndpoint, (context, { params }) =>
    secondTopic(context, { topicId: params.topicId, wanted: false }),
  )
}
