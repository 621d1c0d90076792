import type { FastifyInstance } from 'fastify'
import {
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  issueDoorCodeEndpoint,
  listCommunitiesEndpoint,
  listDoorCodesEndpoint,
  listPlacesEndpoint,
  openDoorCodeEndpoint,
  readPlaceEndpoint,
  revokeDoorCodeEndpoint,
} from '#core/places'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { createGrid } from './create-grid'
import { createPlace } from './create-place'
import { createRegion } from './create-region'
import { issueDoorCode, listDoorCodes, openDoorCode, revokeDoorCode } from './door-codes'
import { listCommunities, listPlaces } from './list-places'
import { presentPlace } from './present-place'

/** Routes of places, grids and door codes. */
export function placeRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, listCommunitiesEndpoint, (context, { query }) =>
    listCommunities(context, query.cursor),
  )
  register(app, parts, createRegionEndpoint, (context, { body }) => createRegion(context, body))
  register(app, parts, listPlacesEndpoint, (context, { query }) => listPlaces(context, query))
  register(app, parts, readPlaceEndpoint, (context, { params }) =>
    presentPlace(context.db, context.region, params.placeId, context.actor, context.now()),
  )
  register(app, parts, createPlaceEndpoint, (context, { body }) => createPlace(context, body))
  register(app, parts, createGridEndpoint, (context, { body }) => createGrid(context, body))
  register(app, parts, issueDoorCodeEndpoint, (context, { params }) => issueDoorCode(context, params.placeId))
  register(app, parts, listDoorCodesEndpoint, (context, { params, query }) =>
    listDoorCodes(context, params.placeId, query.cursor),
  )
  register(app, parts, revokeDoorCodeEndpoint, (context, { params }) =>
    revokeDoorCode(context, params.placeId, params.code),
  )
  register(app, parts, openDoorCodeEndpoint, (context, { params }) => openDoorCode(context, params.code))
}
