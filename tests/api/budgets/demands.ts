import {
  actOnDemandEndpoint,
  listDemandPlacesEndpoint,
  listDemandsEndpoint,
  listDemandSignersEndpoint,
  readDemandEndpoint,
  writeDemandEndpoint,
  type DemandState,
} from '#core/votes'
import { manyDemands, manySignatures, tenOwners } from '../many-demands'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'
import { seatInCommittee } from './residents-committee'

const FOR_ONE = 2 // whether one's signature stands; whether a committee is in office
const ONE = 1 + FOR_ONE // the demand
const ROLL = 2 // units; owners who own nothing
const CAST = 2 // whose phone the register knows; whose homes they own
const COUNTED = 2 // signatures on that roll; the demand
const CLOCK = 1
const WORDS = 2 // phone and consent, for who sees them

/** A demand of somebody else, or of the busybody, with as many signatures as there are rows. */
async function demand(scene: Scene, state: DemandState = 'open', isMine = false) {
  const [other = ''] = await scene.rows.persons(1)
  const { personId } = scene.busy.everywhere
  const { communityId } = scene.busy.place.community
  const [demandId = ''] = await manyDemands(scene.server, scene.busy.place, [isMine ? personId : other], {
    state,
  })
  await manySignatures(
    scene.server,
    { communityId, demandId, personId: isMine ? personId : other },
    signatures.more,
  )
  return { communityId, demandId }
}

/** The second time round twenty. */
const signatures = { more: 1 }

/** Ten owners, of whom the busybody is one. */
async function withOwners(scene: Scene) {
  const { units } = await scene.server.db
    .selectFrom('units')
    .select((eb) => eb.fn.countAll<string>().as('units'))
    .where('name', 'like', '业主%')
    .executeTakeFirstOrThrow()
  if (Number(units) === 0) await tenOwners(scene.server, scene.busy.place)
}

/** One that is met, before the busybody as the residents' committee. */
async function toConvene(scene: Scene) {
  await seatInCommittee(scene)
  return demand(scene, 'met')
}

const nobodyElse = (scene: Scene) =>
  scene.server.db
    .updateTable('owners_demands')
    .set({ state: 'withdrawn' })
    .where('author_id', '=', scene.busy.everywhere.personId)
    .where('state', '=', 'open')
    .execute()

export const demandBudgets: AreaBudgets = {
  reads: {
    'demands of owners': {
      endpoint: listDemandsEndpoint,
      statements: HERE + 1,
      input: async (scene) => {
        await demand(scene)
        return { params: here(scene), query: {} }
      },
    },
    'where I may write a demand': {
      endpoint: listDemandPlacesEndpoint,
      statements: HERE + 2, // what one owns; those places
      input: (scene) => ({ params: here(scene) }),
    },
    'a demand': {
      endpoint: readDemandEndpoint,
      statements: HERE + ONE,
      input: async (scene) => ({ params: await demand(scene) }),
    },
    'who signed a demand': {
      endpoint: listDemandSignersEndpoint,
      statements: HERE + ONE + 1, // the page
      input: async (scene) => ({ params: await toConvene(scene), query: {} }),
    },
  },
  writes: {
    'write a demand': {
      endpoint: writeDemandEndpoint,
      statements:
        HERE +
        ONCE +
        1 +
        3 +
        WORDS +
        ROLL +
        2 +
        ON_RECORD +
        CLOCK +
        ROLL +
        CAST +
        2 +
        ON_RECORD +
        COUNTED +
        FOR_ONE, // consents, phone, homes; the place; itself, read; who signed; itself
      input: async (scene) => {
        await withOwners(scene)
        await nobodyElse(scene)
        const { buildingId } = scene.busy.place.community
        return {
          params: here(scene),
          body: { placeId: buildingId, title: '换不换物业', text: '电梯停了三回。' },
        }
      },
    },
    'sign a demand': {
      endpoint: actOnDemandEndpoint,
      statements: HERE + ONCE + 3 + ONE + ROLL + CAST + 2 + ON_RECORD + COUNTED + FOR_ONE, // consent, phone, homes; who signed; itself
      input: async (scene) => {
        await withOwners(scene)
        return { params: await demand(scene), body: { act: 'sign' } }
      },
    },
    'take a signature back': {
      endpoint: actOnDemandEndpoint,
      statements: HERE + ONCE + 2 + ONE + 1 + ON_RECORD + ROLL + COUNTED + FOR_ONE,
      input: async (scene) => {
        await nobodyElse(scene)
        return { params: await demand(scene, 'open', true), body: { act: 'take_back' } }
      },
    },
    'withdraw a demand': {
      endpoint: actOnDemandEndpoint,
      statements: HERE + ONCE + 2 + 1 + ONE + 2 + ON_RECORD + FOR_ONE, // cases about its words; who signed is forgotten
      input: async (scene) => {
        await nobodyElse(scene)
        return { params: await demand(scene, 'open', true), body: { act: 'withdraw' } }
      },
    },
    'answer a demand': {
      endpoint: actOnDemandEndpoint,
      statements: HERE + ONCE + 2 + ONE + 1 + ON_RECORD + 2 + FOR_ONE, // itself; who signed, and telling them
      input: async (scene) => ({
        params: await toConvene(scene),
        body: { act: 'answer', text: '十二月初公示。' },
      }),
    },
  },
  twenty: async (scene) => {
    signatures.more = 20
    const persons = await scene.rows.persons(20)
    await manyDemands(scene.server, scene.busy.place, persons)
  },
}
