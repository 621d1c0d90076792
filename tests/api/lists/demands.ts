import { listDemandsEndpoint, listDemandSignersEndpoint } from '#core/votes'
import { manyDemands, manySignatures } from '../many-demands'
import { here, newestFirst, pageOf, ROWS, type Lists, type Scene } from './list'

/** By as many persons: one has but one open at a place. */
const demands = async (scene: Scene, count: number, state: 'open' | 'met' | 'convened' = 'open') =>
  manyDemands(scene.server, scene.place, await scene.rows.persons(count), { state })

/** The demand whose signatures are walked: the one of a scene. */
async function theDemand(scene: Scene): Promise<string> {
  const known = await scene.server.db.selectFrom('owners_demands').select('demand_id').executeTakeFirst()
  if (known) return known.demand_id
  const [made = ''] = await manyDemands(scene.server, scene.place, [scene.worker.personId], { state: 'met' })
  return made
}

const signatures = async (scene: Scene, count: number) =>
  manySignatures(
    scene.server,
    { ...here(scene), demandId: await theDemand(scene), personId: scene.worker.personId },
    count,
  )

const conveners = new WeakMap<Scene, Promise<{ token: string }>>()
/** Who must convene, once for each scene. */
function convenerOf(scene: Scene): Promise<{ token: string }> {
  const known = conveners.get(scene)
  if (known) return known
  const made = scene.place.inOffice('residents_committee', scene.place.community.communityId)
  conveners.set(scene, made)
  return made
}

export const demandLists: Lists = {
  'demands of owners: those that gather signatures, those that wait, those that were convened; each newest first':
    {
      endpoint: listDemandsEndpoint,
      page: (scene, cursor) =>
        pageOf(
          scene.server.ok(listDemandsEndpoint, {
            as: scene.resident.token,
            params: here(scene),
            query: { cursor },
          }),
          ({ demandId }) => demandId,
        ),
      fill: async (scene) => {
        const third = ROWS / 3
        const made: string[][] = []
        for (const state of ['convened', 'open', 'met'] as const)
          made.push(await newestFirst(demands(scene, third, state)))
        const [convened = [], open = [], met = []] = made
        return [...open, ...met, ...convened]
      },
      arrive: (scene) => demands(scene, 3),
    },
  'who signed a demand, first to last': {
    endpoint: listDemandSignersEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listDemandSignersEndpoint, {
          as: (await convenerOf(scene)).token,
          params: { ...here(scene), demandId: await theDemand(scene) },
          query: { cursor },
        }),
        ({ signatureId }) => signatureId,
      ),
    fill: (scene) => signatures(scene, ROWS),
    // It is met: nobody signs any more.
    arrive: () => Promise.resolve(),
  },
}
