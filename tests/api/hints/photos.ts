import { uploadPhotoEndpoint } from '#core/photos'
import { jpeg } from '../../photos/samples'
import type { AreaHints, Ids, Made } from './hint'

/** Only the other community's: one's own goes to the first thing it is given to, and no second call is a good one. */
async function ids({ server, place, community }: Made): Promise<Ids> {
  if (community !== place.otherCommunity) return {}
  const owner = await place.resident(community.homeId, { community })
  const { photoId } = await server.ok(uploadPhotoEndpoint, {
    as: owner.token,
    params: { communityId: community.communityId },
    file: await jpeg(),
  })
  return { photoIds: photoId }
}

export const photoHints: AreaHints = {
  ids,
  harmless: [
    'communityId POST /communities/:communityId/photos', // whoever may report there by a door code may bring a photo
  ],
}
