import {
  keyEnvelopeEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  listTellerCandidatesEndpoint,
  readVoteEndpoint,
  receiveEnvelopeEndpoint,
  replaceTellerEndpoint,
  returnEnvelopeEndpoint,
  type VoteState,
} from '#core/votes'
import { manyVotes, withRoll } from '../many-votes'
import { keyFor, putOnPaper, takeEnvelopes } from '../paper-votes'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

/** How many more homes are on every roll: the second time round twenty. */
const roll = { more: 1 }

const LOCATED = 3 // the place; its grids; whether a committee is in office
const ONE = 3 // the vote; for whom the reader votes in it; which seat they have
const SHOWN = 7 // for whom the reader votes; who counts; items; steps; turnout; envelopes; objections
const MINE = 2 // what they handed in, cast and on paper
const SAVED = 2 // changed, and read again

/** A vote on paper that somebody else convenes; the busybody counts first, then another, then one in reserve. */
async function vote(scene: Scene, state: VoteState) {
  const { server, busy, rows } = scene
  const where = here(scene) as { communityId: string }
  const [convenerId = '', second = '', third = ''] = await rows.persons(3)
  const [voteId = ''] = await manyVotes(server, busy.place, 1, { convener_id: convenerId, state })
  const homes = [busy.place.community.homeId, ...(await rows.homes(roll.more))]
  await withRoll(
    server,
    where,
    voteId,
    homes.map((homeId) => ({ homeId, name: '602 室' })),
  )
  const { personId } = busy.everywhere
  await putOnPaper(server, where, voteId, [personId, second, third])
  return { params: { ...where, voteId }, second, where }
}

async function withEnvelopes(scene: Scene, state: VoteState) {
  const made = await vote(scene, state)
  const by = scene.busy.everywhere.personId
  const voters = await takeEnvelopes(scene.server, made.where, made.params.voteId, by)
  return { ...made, voters, voterId: voters[0] ?? '' }
}

/** The second teller has keyed in the first envelope, otherwise than the busybody will. */
async function keyedOnce(scene: Scene) {
  const made = await withEnvelopes(scene, 'counting')
  await keyFor(scene.server, made.where, made.params.voteId, {
    voterId: made.voterId,
    seat: 2,
    personId: made.second,
    choice: 'against',
  })
  return { params: { ...made.params, voterId: made.voterId } }
}

export const votePaperBudgets: AreaBudgets = {
  reads: {
    'a vote on paper': {
      endpoint: readVoteEndpoint,
      statements: HERE + ONE + SHOWN + MINE + 1, // its links
      input: async (scene) => ({ params: (await withEnvelopes(scene, 'open')).params }),
    },
    'who may count': {
      endpoint: listTellerCandidatesEndpoint,
      statements: HERE + LOCATED + 1,
      input: (scene) => ({
        params: here(scene),
        query: { placeId: scene.busy.place.community.buildingId },
      }),
    },
    'envelopes that came in': {
      endpoint: listEnvelopesEndpoint,
      statements: HERE + ONE + 1,
      input: async (scene) => ({ params: (await withEnvelopes(scene, 'open')).params, query: {} }),
    },
    'envelopes to key in': {
      endpoint: listEnvelopesToKeyEndpoint,
      statements: HERE + ONE + 1,
      input: async (scene) => ({ params: (await withEnvelopes(scene, 'counting')).params, query: {} }),
    },
  },
  writes: {
    'take an envelope': {
      endpoint: receiveEnvelopeEndpoint,
      statements: HERE + ONCE + ONE + 2 + ON_RECORD + 1, // roll, itself; read again
      input: async (scene) => ({ params: (await vote(scene, 'open')).params, body: { number: 1 } }),
    },
    'give an envelope back': {
      endpoint: returnEnvelopeEndpoint,
      statements: HERE + ONCE + ONE + 5 + ON_RECORD, // roll; the envelope, away; what else stands, roll
      input: async (scene) => {
        const { params, voterId } = await withEnvelopes(scene, 'open')
        return { params: { ...params, voterId } }
      },
    },
    'key in an envelope': {
      endpoint: keyEnvelopeEndpoint,
      // items, the envelope, what is keyed in; all of it so far; what the third waits for and who that is, told; what is left
      statements: HERE + ONCE + ONE + 3 + ON_RECORD + 1 + 3 + 1,
      input: async (scene) => ({
        ...(await keyedOnce(scene)),
        body: { choices: { i1: 'approve' } },
      }),
    },
    'name another teller': {
      endpoint: replaceTellerEndpoint,
      // who was, who is in office; out and in; the vote; the step; told
      statements: HERE + ONCE + ONE + 3 + 2 + SAVED + 1 + ON_RECORD + 1 + SHOWN + MINE,
      input: async (scene) => {
        const { params } = await vote(scene, 'open')
        const { personId } = scene.busy.local
        return { params, body: { seat: 2, personId, reason: '出差了', revision: 1 } }
      },
    },
  },
  twenty: () => {
    roll.more = 20
    return Promise.resolve()
  },
}
