import {
  actOnDeliveryEndpoint,
  listDeliveriesEndpoint,
  readVoteEndpoint,
  recordDeliveryEndpoint,
} from '#core/votes'
import { manyDeliveries, silent } from '../many-deliveries'
import { waitingPhotos } from '../many-proxies'
import { manyVotes, withRoll } from '../many-votes'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

/** How many more homes are on every roll: the second time round twenty. */
const roll = { more: 1 }

const ONE = 2 // the vote; for whom the reader votes in it
const READ_AGAIN = 2 // what stands; photos only where something does; what was contested

/** A vote of owners in which silence counts, convened by the busybody, whose home is on its roll. */
async function vote(scene: Scene) {
  const { server, busy, rows } = scene
  const where = here(scene) as { communityId: string }
  const asked = { ...silent(), convener_id: busy.everywhere.personId }
  const [voteId = ''] = await manyVotes(server, busy.place, 1, asked)
  const homes = [busy.place.community.homeId, ...(await rows.homes(roll.more))]
  const voters = await withRoll(
    server,
    where,
    voteId,
    homes.map((homeId) => ({ homeId, name: '602 室' })),
  )
  return { params: { ...where, voteId }, where, voters, voterId: voters[0] ?? '' }
}

/** The same where somebody else recorded that the ballot reached everybody. */
async function delivered(scene: Scene) {
  const { params, where, voters } = await vote(scene)
  const [byPersonId = ''] = await scene.rows.persons(1)
  const [deliveryId = ''] = await manyDeliveries(scene.server, where, params.voteId, {
    byPersonId,
    voterIds: voters,
  })
  return { ...params, deliveryId }
}

/** What reading and recording deliveries of ballots may ask of the database. */
export const voteDeliveryBudgets: AreaBudgets = {
  reads: {
    'a vote in which silence counts': {
      endpoint: readVoteEndpoint,
      statements: HERE + ONE + 5 + 2 + 1, // proxies; items; steps; what they handed in; objections; what stands for them, and of how many; its links
      input: async (scene) => {
        const { deliveryId: _one, ...params } = await delivered(scene)
        return { params }
      },
    },
    'whom a ballot reached': {
      endpoint: listDeliveriesEndpoint,
      statements: HERE + ONE + 4, // the page; what stands; photos; what was contested
      input: async (scene) => {
        const { deliveryId: _one, ...params } = await delivered(scene)
        return { params, query: {} }
      },
    },
  },
  writes: {
    'record that a ballot was delivered': {
      endpoint: recordDeliveryEndpoint,
      statements: HERE + ONCE + 2 + ONE + 2 + 1 + 3 + 1 + ON_RECORD + 2 + READ_AGAIN + 1, // consent, homes; voter, what stands; itself; photo; the roll; who is told, and they
      input: async (scene) => {
        const { params, where, voterId } = await vote(scene)
        const photoIds = await waitingPhotos(scene.server, where, scene.busy.everywhere.personId)
        return { params, body: { voterId, how: 'handed', photoIds } }
      },
    },
    'contest that a ballot was delivered': {
      endpoint: actOnDeliveryEndpoint,
      statements: HERE + ONCE + ONE + 2 + 1 + ON_RECORD + 1 + 1 + READ_AGAIN, // itself, ended; the roll; who is told; the voter
      input: async (scene) => ({ params: await delivered(scene), body: { act: 'contest' } }),
    },
  },
  twenty: async (scene) => {
    roll.more = 20
    await delivered(scene)
  },
}
