import { manyBylaws } from '../../builders/bylaws'
import type { AreaHints, Ids, Made } from './hint'

/** Bylaws of the estate that wait for the secretary. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, estateId } = community
  const { personId } = await place.inOffice('residents_committee', communityId, { community, name: title })
  const [bylawId = ''] = await manyBylaws(server.db, { communityId, at: server.clock.now }, 1, {
    recorded_by: personId,
    recorded_name: title,
    state: 'recorded',
    place_id: estateId,
    jurisdiction: [communityId, estateId],
    title,
    clause: title,
  })
  return { bylawId }
}

export const bylawHints: AreaHints = { ids, tables: ['bylaws'] }
