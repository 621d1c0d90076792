import type { FastifyInstance } from 'fastify'
import {
  changeGridEndpoint,
  createGridEndpoint,
  createPlaceEndpoint,
  createRegionEndpoint,
  dissolveGridEndpoint,
  issueDoorCodeEndpoint,
  listCommunitiesEndpoint,
  listCoveragesEndpoint,
  listDoorCodesEndpoint,
  listGridsEndpoint,
  listPlacesEndpoint,
  movePlacesEndpoint,
  openDoorCodeEndpoint,
  readGridEndpoint,
  readPlaceEndpoint,
  replaceDoorCodeEndpoint,
  revokeDoorCodeEndpoint,
  takeBackDissolutionEndpoint,
  takeBackMoveEndpoint,
} from '#core/places'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { changeGrid } from './change-grid'
import { createGrid } from './create-grid'
import { createPlace } from './create-place'
import { createRegion } from './create-region'
import { dissolveGrid } from './dissolve-grid'
import { issueDoorCode, listDoorCodes, openDoorCode, replaceDoorCode, revokeDoorCode } from './door-codes'
import { listCoverages, listGrids, readGrid } from './list-grids'
import { listCommunities, listPlaces } from './list-places'
import { movePlaces } from './move-places'
import { sheetRoutes } from './sheets/routes'
import { presentPlace } from './present-place'
import { takeBackDissolution } from './take-back-dissolution'
import { takeBackMove } from './take-back-move'

/** Routes of places, grids and door codes, without the sheets. */
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
  gridRoutes(app, parts)
  doorCodeRoutes(app, parts)
  sheetRoutes(app, parts)
}

function gridRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, createGridEndpoint, (context, { body }) => createGrid(context, body))
  register(app, parts, listGridsEndpoint, (context, { query }) => listGrids(context, query.cursor))
  register(app, parts, readGridEndpoint, (context, { params }) => readGrid(context, params.gridId))
  register(app, parts, listCoveragesEndpoint, (context, { params, query }) =>
    listCoverages(context, { gridId: params.gridId, cursor: query.cursor }),
  )
  register(app, parts, movePlacesEndpoint, (context, { body }) => movePlaces(context, body))
  register(app, parts, dissolveGridEndpoint, (context, { params, body }) =>
    dissolveGrid(context, { gridId: params.gridId, ...body }),
  )
  register(app, parts, takeBackDissolutionEndpoint, (context, { params }) =>
    takeBackDissolution(context, params.gridId),
  )
  register(app, parts, takeBackMoveEndpoint, (context, { params }) => takeBackMove(context, params))
  register(app, parts, changeGridEndpoint, (context, { params, body }) =>
    changeGrid(context, { gridId: params.gridId, ...body }),
  )
}

function doorCodeRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, issueDoorCodeEndpoint, (context, { params }) => issueDoorCode(context, params.placeId))
  register(app, parts, listDoorCodesEndpoint, (context, { params, query }) =>
    listDoorCodes(context, params.placeId, query.cursor),
  )
  register(app, parts, revokeDoorCodeEndpoint, (context, { params }) =>
    revokeDoorCode(context, params.placeId, params.code),
  )
  register(app, parts, replaceDoorCodeEndpoint, (context, { params }) =>
    replaceDoorCode(context, params.placeId, params.code),
  )
  register(app, parts, openDoorCodeEndpoint, (context, { params }) => openDoorCode(context, params.code))
}
