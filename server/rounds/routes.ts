import type { FastifyInstance } from 'fastify'
import {
  actOnRoundEndpoint,
  changeRoundEndpoint,
  conveneRoundEndpoint,
  listRoundsEndpoint,
  readRoundEndpoint,
} from '#core/rounds'
import type { ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnRound } from './act-on-round'
import type { BoardOrigins } from './board/origins'
import { boardRoutes } from './board/routes'
import { changeRound } from './change-round'
import { conveneRound } from './convene-round'
import type { ItemLinkReaders } from './items/link-item'
import { itemRoutes } from './items/routes'
import { listRounds } from './list-rounds'
import { readRound } from './read-round'
import { reportRoutes } from './report/routes'
import { scopeRoutes } from './scope/routes'
import { topicRoutes } from './topics/routes'
import { sessionRoutes } from './sessions/routes'
import { statementRoutes } from './statements/routes'

export interface RoundNeighbours {
  /** What topics of a board are put up from. */
  origins: BoardOrigins
  /** What an action item can be handled as. */
  links: ItemLinkReaders
  /** What topics and items came from, and what became of them. */
  chain: ReadChain
}

/** Routes of rounds. */
export function roundRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  { origins, links, chain }: RoundNeighbours,
): void {
  itemRoutes(app, parts, { links, chain })
  reportRoutes(app, parts)
  sessionRoutes(app, parts)
  register(app, parts, conveneRoundEndpoint, (context, { body }) => conveneRound(context, body, parts))
  register(app, parts, listRoundsEndpoint, (context, { query }) => listRounds(context, query))
  register(app, parts, readRoundEndpoint, (context, { params, query }) =>
    readRound(context, { ...params, ...query }, parts.contactBox),
  )
  register(app, parts, changeRoundEndpoint, (context, { params, body }) =>
    changeRound(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, actOnRoundEndpoint, (context, { params, body }) =>
    actOnRound(context, { roundId: params.roundId, ...body }, parts),
  )
  scopeRoutes(app, parts)
  topicRoutes(app, parts, chain)
  boardRoutes(app, parts, origins)
  statementRoutes(app, parts)
}
