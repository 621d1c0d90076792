import { anImport } from '../../builders/imports'
import type { AreaHints, Ids, Made } from './hint'

async function ids({ server, place, community }: Made): Promise<Ids> {
  const { communityId } = community
  const clerk = await place.inOffice('community_staff', communityId, { community })
  const at = server.clock.now
  return { importId: await anImport(server.db, { communityId, personId: clerk.personId, at }) }
}

export const importHints: AreaHints = {
  ids,
  tables: ['imports', 'import_problems', 'units', 'unit_homes', 'owners', 'ownerships', 'roll_entries'],
}
