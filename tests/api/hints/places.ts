import { issueDoorCodeEndpoint } from '#core/places'
import type { AreaHints, Ids, Made } from './hint'

async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, buildingId, estateId, homeId, gridId } = community
  const clerk = await place.inOffice('community_staff', communityId, { community, name: title })
  const { code } = await server.ok(issueDoorCodeEndpoint, {
    as: clerk.token,
    params: { communityId, placeId: buildingId },
  })
  const named = { placeId: buildingId, parentId: estateId, homeId, covers: buildingId, gridId }
  return { ...named, communityId, regionId: communityId, code, doorCode: code }
}

export const placeHints: AreaHints = {
  ids,
  tables: ['places', 'door_codes'],
  harmless: [
    'code GET /door-codes/:code', // a code opens its place to whoever scans it
    'placeId GET /communities/:communityId/places/:placeId/door-codes', // a place that isn't here has no codes
  ],
}
