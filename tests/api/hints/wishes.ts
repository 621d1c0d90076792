import { submitWishEndpoint } from '#core/wishes'
import type { AreaHints, Ids, Made } from './hint'

/** A wish that a neighbour said to the building. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, buildingId, neighbourHomeId } = community
  const author = await place.resident(neighbourHomeId, { community, name: title })
  const { wishId } = await server.ok(submitWishEndpoint, {
    as: author.token,
    params: { communityId },
    body: { placeId: buildingId, scope: 'building', kind: 'lend', title, text: title },
  })
  return { wishId, mergeOf: wishId }
}

export const wishHints: AreaHints = {
  ids,
  tables: ['wishes', 'wish_offers', 'wish_events', 'wish_seconds'],
  harmless: [
    'placeId GET /communities/:communityId/wishes', // nothing was said to a place that isn't here
    'placeId GET /communities/:communityId/wish-origins', // nor does anybody wish from there
  ],
}
