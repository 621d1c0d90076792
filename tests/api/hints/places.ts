import { issueDoorCodeEndpoint } from '#core/places'
import type { AreaHints, Ids, Made } from './hint'

async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, buildingId, estateId, homeId, gridId, otherGridId } = community
  const clerk = await place.inOffice('community_staff', communityId, { community, name: title })
  const { code } = await server.ok(issueDoorCodeEndpoint, {
    as: clerk.token,
    params: { communityId, placeId: buildingId },
  })
  const { coverage_id: coverageId } = await server.db
    .selectFrom('grid_coverages')
    .select('coverage_id')
    .where('community_id', '=', communityId)
    .orderBy('coverage_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const named = { placeId: buildingId, parentId: estateId, homeId, covers: buildingId, gridId }
  const grids = { placeIds: buildingId, successorId: otherGridId, coverageId }
  return { ...named, ...grids, communityId, regionId: communityId, code, doorCode: code }
}

export const placeHints: AreaHints = {
  ids,
  tables: ['places', 'door_codes', 'grid_coverages'],
  harmless: [
    'code GET /door-codes/:code', // a code opens its place to whoever scans it
    'gridId GET /communities/:communityId/grids/:gridId/coverages', // a grid that isn't here covers nothing
    'placeId GET /communities/:communityId/places/:placeId/door-codes', // a place that isn't here has no codes
  ],
}
