import {
  actOnDemandEndpoint,
  listDemandPlacesEndpoint,
  listDemandsEndpoint,
  listDemandSignersEndpoint,
  readDemandEndpoint,
  writeDemandEndpoint,
  type DemandAct,
  type DemandState,
} from '#core/votes'
import { manyDemands, manySignatures, tenOwners } from '../many-demands'
import { acts, actsOnTwo, calls, type Chapter } from './call'
import type { Stage } from './stage'
import { here, personOf } from './votes-on-stage'

const owned = new WeakSet<object>()

/** Ten persons own the building; of the cast only the resident is one of them. */
async function withOwners({ server, place }: Stage): Promise<void> {
  if (owned.has(server)) return
  owned.add(server)
  await tenOwners(server, place)
}

/** A demand that the neighbour wrote, who may have left one before; nobody of the cast but they signed it. */
async function oneDemand(stage: Stage, state: DemandState) {
  await withOwners(stage)
  const author = personOf(stage, 'neighbour')
  await withdrawAll(stage, author)
  const [demandId = ''] = await manyDemands(stage.server, stage.place, [author], { state })
  await manySignatures(stage.server, { ...here(stage), demandId, personId: author }, 1)
  return { ...here(stage), demandId }
}

/** One has but one open at a place. */
const withdrawAll = ({ server }: Stage, authorId: string) =>
  server.db
    .updateTable('owners_demands')
    .set({ state: 'withdrawn' })
    .where('author_id', '=', authorId)
    .where('state', '=', 'open')
    .execute()

const acting = (state: DemandState, act: DemandAct, text?: string) =>
  acts(actOnDemandEndpoint)(async (stage) => ({
    params: await oneDemand(stage, state),
    body: { act, ...(text ? { text } : {}) },
  }))

/**
 * domain.md 7: 20 % of the owners may demand a vote. Everybody who lives in the community reads of it, and who is in office
 * over it; an owner there writes and signs it; its author withdraws it; who must convene, the owners' committee
 * where one is in office, answers it and sees which units signed.
 */
export const DEMANDS: Chapter = {
  about: 'demands of owners',
  columns: {
    list: calls(listDemandsEndpoint)((stage) => ({ params: here(stage), query: {} })),
    places: calls(listDemandPlacesEndpoint)((stage) => ({ params: here(stage) })),
    read: calls(readDemandEndpoint)(async (stage) => ({ params: await oneDemand(stage, 'open') })),
    write: actsOnTwo(writeDemandEndpoint)(async (stage) => {
      await withOwners(stage)
      for (const who of ['resident of the home', 'neighbour'] as const)
        await withdrawAll(stage, personOf(stage, who))
      const placeId = stage.place.community.buildingId
      return { params: here(stage), body: { placeId, title: '换不换物业', text: '电梯停了三回。' } }
    }),
    sign: acting('open', 'sign'),
    'take back': acting('open', 'take_back'),
    withdraw: acting('open', 'withdraw'),
    answer: acting('met', 'answer', '十二月初公示。'),
    signers: calls(listDemandSignersEndpoint)(async (stage) => ({
      params: await oneDemand(stage, 'met'),
      query: {},
    })),
  },
  table: `
                                                        | list | places | read | write | sign | take back | withdraw | answer | signers
nobody                                                  | 401  | 401    | 401  | 401   | 401  | 401       | 401      | 401    | 401
visitor, the reporter, the asker                        | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
resident of the home                                    | 200  | 200    | 200  | 200   | 200  | 403       | 403      | 403    | 403
neighbour                                               | 200  | 200    | 200  | 403   | 403  | 200       | 200      | 403    | 403
resident elsewhere                                      | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
building_head                                           | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
building_head of another building                       | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
owners_committee                                        | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 200    | 200
property company, property_staff of another estate      | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
grid_worker, grid_worker who handled                    | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
grid_chief, grid_chief who handled                      | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
grid_worker of another grid, grid_chief of another grid | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
grid_specialist, grid_specialist of another grid        | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
community_staff, community_staff who handled            | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
community_secretary, residents_committee                | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
subdistrict_staff, district_staff                       | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
auditor                                                 | 200  | 200    | 200  | 403   | 403  | 403       | 403      | 403    | 403
administrator                                           | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404
the other community                                     | 200  | 200    | 404  | 403   | 404  | 404       | 404      | 404    | 404`,
}
