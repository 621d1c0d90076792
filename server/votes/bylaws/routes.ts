import type { FastifyInstance } from 'fastify'
import { actOnBylawEndpoint, listBylawsEndpoint, readBylawEndpoint, recordBylawEndpoint } from '#core/votes'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnBylaw } from './act-on-bylaw'
import { listBylaws } from './list-bylaws'
import { readBylaw } from './read-bylaw'
import { recordBylaw } from './record-bylaw'

/** Routes of recorded bylaws. */
export function bylawRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, listBylawsEndpoint, (context, { query }) => listBylaws(context, query))
  register(app, parts, readBylawEndpoint, (context, { params }) => readBylaw(context, params.bylawId))
  register(app, parts, recordBylawEndpoint, (context, { body }) => recordBylaw(context, body, parts))
  register(app, parts, actOnBylawEndpoint, (context, { params, body }) =>
    actOnBylaw(context, { bylawId: params.bylawId, ...body }, parts),
  )
}
