import type { FastifyInstance } from 'fastify'
import {
  actOnDemandEndpoint,
  listDemandPlacesEndpoint,
  listDemandsEndpoint,
  listDemandSignersEndpoint,
  readDemandEndpoint,
  writeDemandEndpoint,
} from '#core/votes'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnDemand } from './act-on-demand'
import { listDemandPlaces } from './list-demand-places'
import { listDemands } from './list-demands'
import { listDemandSigners, readDemand } from './read-demand'
import { writeDemand } from './write-demand'

/** Routes of demands. */
export function demandRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, writeDemandEndpoint, (context, { body }) => writeDemand(context, body, parts))
  register(app, parts, listDemandsEndpoint, (context, { query }) => listDemands(context, query))
  register(app, parts, listDemandPlacesEndpoint, (context) => listDemandPlaces(context))
  register(app, parts, readDemandEndpoint, (context, { params }) => readDemand(context, params.demandId))
  register(app, parts, actOnDemandEndpoint, (context, { params, body }) =>
    actOnDemand(context, { demandId: params.demandId, ...body }, parts),
  )
  register(app, parts, listDemandSignersEndpoint, (context, { params, query }) =>
    listDemandSigners(context, { demandId: params.demandId, ...query }),
  )
}
