import type { FastifyInstance } from 'fastify'
import {
  answerObjectionEndpoint,
  listLeftOutEndpoint,
  listObjectionsEndpoint,
  listRoundHomesEndpoint,
  listRoundPlacesEndpoint,
  objectToRoundEndpoint,
} from '#core/rounds'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { listLeftOut, listRoundHomes, listRoundPlaces } from './list-places'
import { answerObjection, listObjections, objectToRound } from './objections'

/** Routes of a round's scope: where one convenes, whom one leaves out, and what they say. */
export function scopeRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, listRoundPlacesEndpoint, (context) => listRoundPlaces(context))
  register(app, parts, listRoundHomesEndpoint, (context, { params, query }) =>
    listRoundHomes(context, { placeId: params.placeId, ...query }),
  )
  register(app, parts, listLeftOutEndpoint, (context, { params, query }) =>
    listLeftOut(context, { roundId: params.roundId, ...query }),
  )
  register(app, parts, listObjectionsEndpoint, (context, { params, query }) =>
    listObjections(context, { roundId: params.roundId, ...query }),
  )
  register(app, parts, objectToRoundEndpoint, (context, { params, body }) =>
    objectToRound(context, { roundId: params.roundId, ...body }, parts),
  )
  register(app, parts, answerObjectionEndpoint, (context, { params, body }) =>
    answerObjection(
      context,
      { roundId: params.roundId, objectionId: params.roundObjectionId, ...body },
      parts,
    ),
  )
}
