import {
  appealEndpoint,
  decideCaseEndpoint,
  listCasesEndpoint,
  listHiddenEndpoint,
  readCaseEndpoint,
} from '#core/moderation'
import { listBlocksEndpoint } from '#core/threads'
import { manyWords } from '../many-words'
import { acts, calls, type Chapter } from './call'
import type { Stage } from './stage'

const here = ({ place }: Stage) => ({ communityId: place.community.communityId })

/** A case about words of `the reporter`; `hidden`: decided by somebody who is in no row. */
async function caseOf(stage: Stage, hidden?: 'hidden') {
  const { server, place, persons } = stage
  const { communityId } = here(stage)
  const hiddenBy = hidden ? (await place.person()).personId : undefined
  const [caseId = ''] = await manyWords(server, communityId).cases(
    1,
    persons['the reporter'].personId,
    hiddenBy,
  )
  return { communityId, caseId }
}

/** domain.md 3 and 8: the community's staff moderate, and nobody else learns of a case; the author appeals. */
export const MODERATION: Chapter = {
  about: 'words that are looked at, hidden and appealed for',
  columns: {
    queue: calls(listCasesEndpoint)((stage) => ({ params: here(stage), query: {} })),
    case: calls(readCaseEndpoint)(async (stage) => ({ params: await caseOf(stage) })),
    decide: acts(decideCaseEndpoint)(async (stage) => ({
      params: await caseOf(stage),
      body: { decision: 'keep' },
    })),
    hidden: calls(listHiddenEndpoint)((stage) => ({ params: here(stage), query: {} })),
    appeal: acts(appealEndpoint)(async (stage) => ({ params: await caseOf(stage, 'hidden'), body: {} })),
    blocks: calls(listBlocksEndpoint)((stage) => ({ params: here(stage), query: {} })),
  },
  table: `
                                  | queue | case | decide | hidden | appeal | blocks
nobody                            | 401   | 401  | 401    | 401    | 401    | 401
the reporter                      | 403   | 404  | 404    | 200    | 200    | 200
community_staff                   | 200   | 200  | 200    | 200    | 404    | 200
community_staff who handled       | 200   | 200  | 200    | 200    | 404    | 200
visitor, the asker                | 403   | 404  | 404    | 200    | 404    | 200
resident of the home, neighbour   | 403   | 404  | 404    | 200    | 404    | 200
resident elsewhere                | 403   | 404  | 404    | 200    | 404    | 200
building_head                     | 403   | 404  | 404    | 200    | 404    | 200
building_head of another building | 403   | 404  | 404    | 200    | 404    | 200
owners_committee                  | 403   | 404  | 404    | 200    | 404    | 200
property_staff, property lead     | 403   | 404  | 404    | 200    | 404    | 200
property_staff of another estate  | 403   | 404  | 404    | 200    | 404    | 200
grid_worker                       | 403   | 404  | 404    | 200    | 404    | 200
grid_worker who handled           | 403   | 404  | 404    | 200    | 404    | 200
grid_worker of another grid       | 403   | 404  | 404    | 200    | 404    | 200
grid_chief, grid_chief who handled| 403   | 404  | 404    | 200    | 404    | 200
grid_chief of another grid        | 403   | 404  | 404    | 200    | 404    | 200
grid_specialist                   | 403   | 404  | 404    | 200    | 404    | 200
grid_specialist of another grid   | 403   | 404  | 404    | 200    | 404    | 200
community_secretary               | 403   | 404  | 404    | 200    | 404    | 200
residents_committee               | 403   | 404  | 404    | 200    | 404    | 200
subdistrict_staff, district_staff | 403   | 404  | 404    | 200    | 404    | 200
auditor, administrator            | 403   | 404  | 404    | 200    | 404    | 200
the other community               | 403   | 404  | 404    | 200    | 404    | 200`,
}
