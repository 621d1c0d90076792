import { reportMatterEndpoint, saveDeskFilterEndpoint } from '#core/matters'
import type { AreaHints, Ids, Made } from './hint'

async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, buildingId, homeId } = community
  const reporter = await place.resident(homeId, { community, name: title })
  const body = { placeId: buildingId, serviceCode: 'door' as const, title, text: title }
  const { matterId } = await server.ok(reportMatterEndpoint, {
    as: reporter.token,
    params: { communityId },
    body,
  })
  const staff = await place.inOffice('community_staff', communityId, { community })
  const { filterId } = await server.ok(saveDeskFilterEndpoint, {
    as: staff.token,
    params: { communityId },
    body: { name: title, list: 'mine' },
  })
  return { matterId, intoMatterId: matterId, filterId }
}

export const matterHints: AreaHints = {
  ids,
  lists: { '/communities/:communityId/desk': 'unassigned' },
  tables: ['matters', 'matter_events', 'matter_joiners', 'desk_filters'],
}
