import type { FastifyInstance } from 'fastify'
import {
  actOnWishEndpoint,
  listMyWishesEndpoint,
  listWishesEndpoint,
  listWishOriginsEndpoint,
  readWishContactEndpoint,
  readWishEndpoint,
  secondWishEndpoint,
  submitWishEndpoint,
  takeBackSecondEndpoint,
} from '#core/wishes'
import { withChain, type ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnWish } from './act-on-wish'
import { listMyWishes, listWishes } from './list-wishes'
import { listWishOrigins } from './origins'
import { readWish, readWishContact } from './read-wish'
import { secondWish } from './second-wish'
import { submitWish } from './submit-wish'

/** Routes of wishes. */
export function wishRoutes(app: FastifyInstance, parts: ServerParts, chain: ReadChain): void {
  const box = parts.contactBox
  register(app, parts, submitWishEndpoint, (context, { body }) => submitWish(context, body, parts))
  register(app, parts, listWishesEndpoint, (context, { query }) => listWishes(context, query))
  register(app, parts, listMyWishesEndpoint, (context, { query }) => listMyWishes(context, query))
  register(app, parts, listWishOriginsEndpoint, (context, { query }) =>
    listWishOrigins(context, query.placeId),
  )
  register(app, parts, readWishEndpoint, async (context, { params }) => {
    const view = await readWish(context, box, params.wishId)
    return withChain(view, context, { kind: 'wish', id: view.wishId }, chain)
  })
  register(app, parts, actOnWishEndpoint, (context, { params, body }) =>
    actOnWish(context, { wishId: params.wishId, ...body }, parts),
  )
  register(app, parts, secondWishEndpoint, (context, { params }) =>
    secondWish(context, box, { wishId: params.wishId, wanted: true }),
  )
  register(app, parts, takeBackSecondEndpoint, (context, { params }) =>
    secondWish(context, box, { wishId: params.wishId, wanted: false }),
  )
  register(app, parts, readWishContactEndpoint, (context, { params }) =>
    readWishContact(context, box, params.wishId),
  )
}
