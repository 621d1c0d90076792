import { dateOf } from '#core/calendar'
import { newId } from '#server/platform/db/index'
import {
  actOnProxyEndpoint,
  actOnVoteEndpoint,
  answerObjectionEndpoint,
  castBallotEndpoint,
  cedeBallotEndpoint,
  changeVoteEndpoint,
  checkRollEndpoint,
  createVoteEndpoint,
  fileProxyEndpoint,
  listByUnitEndpoint,
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listObjectionsEndpoint,
  listProxiesEndpoint,
  listRollEndpoint,
  listVotePlacesEndpoint,
  listVotesEndpoint,
  listVoteUnitsEndpoint,
  objectEndpoint,
  printVoteEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  type VoteList,
} from '#core/votes'
import { manyProxies, waitingPhotos } from '../many-proxies'
import { castFor, countVote, manyObjections, manyVotes, withRoll, type VoteWanted } from '../many-votes'
import { HERE, here, ON_RECORD, ONCE, type AreaBudgets, type Scene } from './budget'

const DAY_MS = 86_400_000
/** How many more homes are on every roll: the second time round twenty. */
const roll = { more: 1 }

const ONE = 2 // the vote; for whom the reader votes in it
const SHOWN = 7 // for whom the reader votes; proxies; items; steps; turnout; what they handed in; objections
const LOCATED = 3 // the place; its grids; whether a committee is in office
const SAVED = 2 // changed, and read again
const NOTICE = 1 + LOCATED + 3 + SAVED // items; homes, voters and their ways; the vote
const DRAFT_SHOWN = 3 // items; steps; objections: nobody votes yet

/** A vote of the building’s homes, convened by the busybody, who lives in one of them. */
async function vote(scene: Scene, more: Partial<VoteWanted> = {}) {
  const { server, busy, rows } = scene
  const { personId } = busy.everywhere
  const [voteId = ''] = await manyVotes(server, busy.place, 1, { convener_id: personId, ...more })
  const params = { ...here(scene), voteId }
  if ((more.state ?? 'draft') === 'draft') return { params, voterId: '' }
  const { homeId } = busy.place.community
  const homes = [homeId, ...(await rows.homes(roll.more))]
  const voters = await withRoll(
    server,
    here(scene) as { communityId: string },
    voteId,
    homes.map((id) => ({ homeId: id, name: '602 室' })),
  )
  return { params, voterId: voters[0] ?? '' }
}

/** The same, with ballots of two who vote for the busybody’s home. */
async function cast(scene: Scene, more: Partial<VoteWanted>) {
  const made = await vote(scene, more)
  const where = here(scene) as { communityId: string }
  for (const { personId } of [scene.busy.everywhere, scene.busy.local])
    await castFor(scene.server, where, made.params.voteId, { voterId: made.voterId, casterId: personId })
  if (more.state === 'closed') await countVote(scene.server, where, made.params.voteId)
  return made
}

const listed = (list: VoteList, more: Partial<VoteWanted>) => async (scene: Scene) => {
  await vote(scene, more)
  return { params: here(scene), query: { list } }
}

/** A page of what belongs to one vote. */
const ofOne = (more: Partial<VoteWanted>) => async (scene: Scene) => ({
  params: (await cast(scene, more)).params,
  query: {},
})

const asked = ({ server, busy }: Scene) => ({
  placeId: busy.place.community.buildingId,
  electorate: 'homes',
  title: '楼道里能不能放自行车',
  text: '一楼楼梯下面画两个车位。',
  items: [{ subject: 'shared_space', title: '同意吗' }],
  opensOn: dateOf(new Date(server.clock.now.getTime() + 20 * DAY_MS)),
  closesOn: dateOf(new Date(server.clock.now.getTime() + 26 * DAY_MS)),
})

/** One more on the roll, of a home in which the busybody doesn't live. */
async function moreOnRoll({ server, busy }: Scene, voteId: string, homeId: string): Promise<string[]> {
  const { communityId } = busy.place.community
  const voterId = newId()
  await server.db
    .insertInto('vote_voters')
    .values({
      community_id: communityId,
      vote_id: voteId,
      voter_id: voterId,
      key: homeId,
      token: voterId,
      position: 1_000_000,
      name: '603 室',
      units: '[]',
      owner_ids: [],
      area_centi_m2: 0,
      left_out: null,
    })
    .execute()
  return [voterId]
}

/** An objection to the roll of somebody else’s vote. */
async function objection(scene: Scene) {
  const [convenerId = ''] = await scene.rows.persons(1)
  const { params } = await vote(scene, { state: 'notice', convener_id: convenerId })
  const where = here(scene) as { communityId: string }
  const [objectionId] = await manyObjections(scene.server, where, params.voteId, 1, { personId: convenerId })
  return { ...params, objectionId }
}

/** A proxy that somebody else holds for the busybody's home; or, of a home next door, one that waits for the busybody. */
async function proxy(scene: Scene, state: 'asked' | 'accepted') {
  const [convenerId = '', agentId = ''] = await scene.rows.persons(2)
  const { params, voterId } = await vote(scene, { state: 'open', convener_id: convenerId })
  const where = here(scene) as { communityId: string }
  const [proxyId = ''] = await manyProxies(scene.server, where, params.voteId, {
    agentId,
    voterIds: [voterId],
    state,
  })
  return { ...params, proxyId }
}

const open = { state: 'open' } as const
const closed = { state: 'closed', disclosure: 'by_unit' } as const

export const voteBudgets: AreaBudgets = {
  reads: {
    'votes under way': {
      endpoint: listVotesEndpoint,
      statements: HERE + 4, // the page; for whom one votes; items; turnouts
      input: listed('current', open),
    },
    'votes that are over': {
      endpoint: listVotesEndpoint,
      statements: HERE + 3, // none is open
      input: listed('over', closed),
    },
    'drafts of mine': {
      endpoint: listVotesEndpoint,
      statements: HERE + 2, // the page; items
      input: listed('drafts', {}),
    },
    'where I convene votes': {
      endpoint: listVotePlacesEndpoint,
      statements: HERE + 3, // the places; committees; bylaws
      input: (scene) => ({ params: here(scene), query: {} }),
    },
    'whether I convene votes there': {
      endpoint: listVotePlacesEndpoint,
      statements: HERE + LOCATED + 1, // bylaws
      input: (scene) => ({ params: here(scene), query: { placeId: scene.busy.place.community.entranceId } }),
    },
    'homes that may become a business': {
      endpoint: listVoteUnitsEndpoint,
      statements: HERE + LOCATED + 1, // its units
      input: (scene) => ({ params: here(scene), query: { placeId: scene.busy.place.community.buildingId } }),
    },
    'a vote': { endpoint: readVoteEndpoint, statements: HERE + ONE + SHOWN - 1 + 1, input: ofOne(open) },
    'what the roll would be': {
      endpoint: checkRollEndpoint,
      statements: HERE + 2, // the vote; homes
      input: async (scene) => ({ params: (await vote(scene)).params }),
    },
    'a roll': { endpoint: listRollEndpoint, statements: HERE + ONE + 1, input: ofOne(open) },
    'who has not voted': { endpoint: listMissingEndpoint, statements: HERE + ONE + 1, input: ofOne(open) },
    // For whom, without homes one came to later; receipts.
    'my receipts': { endpoint: listMyBallotsEndpoint, statements: HERE + ONE + 2, input: ofOne(closed) },
    'objections to a vote': {
      endpoint: listObjectionsEndpoint,
      statements: HERE + ONE + 1,
      input: async (scene) => {
        const { params } = await vote(scene, { state: 'notice' })
        const { personId } = scene.busy.local
        const where = here(scene) as { communityId: string }
        await manyObjections(scene.server, where, params.voteId, roll.more, { personId })
        return { params, query: {} }
      },
    },
    'proxies in a vote': {
      endpoint: listProxiesEndpoint,
      statements: HERE + ONE + 2, // the page; photos
      input: async (scene) => {
        const { proxyId: _one, ...params } = await proxy(scene, 'asked')
        return { params, query: {} }
      },
    },
    'a bulletin': {
      endpoint: readBulletinEndpoint,
      statements: HERE + ONE + 3, // items; the roll; ballots
      input: async (scene) => ({ params: (await cast(scene, closed)).params }),
    },
    'what each home chose': {
      endpoint: listByUnitEndpoint,
      statements: HERE + ONE + 1 + 3, // the page; the record
      input: ofOne(closed),
    },
  },
  writes: {
    'write a draft': {
      endpoint: createVoteEndpoint,
      statements: HERE + ONCE + 1 + LOCATED + 4 + ON_RECORD + DRAFT_SHOWN, // consent; itself, items, read again, the step
      input: (scene) => ({ params: here(scene), body: asked(scene) }),
    },
    'change a draft': {
      endpoint: changeVoteEndpoint,
      statements: HERE + ONCE + 1 + LOCATED + SAVED + 2 + ON_RECORD + DRAFT_SHOWN, // itself; items out and in
      input: async (scene) => ({
        params: (await vote(scene)).params,
        body: { ...asked(scene), revision: 1 },
      }),
    },
    'give notice of a vote': {
      endpoint: actOnVoteEndpoint,
      statements: HERE + ONCE + 1 + NOTICE + 1 + ON_RECORD + 2 + 3 + SHOWN - 1, // itself; the step; found by search; clock and telling; no turnout
      input: async (scene) => ({
        params: (await vote(scene)).params,
        body: { act: 'give_notice', revision: 1 },
      }),
    },
    'cast a ballot': {
      endpoint: castBallotEndpoint,
      statements: HERE + ONCE + 1 + ONE + 4 + ON_RECORD + 1, // consent; items, roll, what it replaces, itself; what stands now
      input: async (scene) => {
        const { params, voterId } = await vote(scene, open)
        return { params, body: { voterId, choices: { i1: 'approve' } } }
      },
    },
    'take a ballot back': {
      endpoint: cedeBallotEndpoint,
      statements: HERE + ONCE + ONE + 3 + ON_RECORD + 1, // roll, itself, whether others stand; what stands now
      input: async (scene) => {
        const { params, voterId } = await cast(scene, open)
        return { params: { ...params, voterId } }
      },
    },
    'print who has not voted': {
      endpoint: printVoteEndpoint,
      statements: HERE + ONCE + ONE + ON_RECORD,
      input: async (scene) => ({ params: (await vote(scene, open)).params, body: { print: 'missing' } }),
    },
    'ask to vote for another': {
      endpoint: fileProxyEndpoint,
      statements: HERE + ONCE + 3 + ONE + 2 + 1 + 3 + ON_RECORD + 2 + 1 + 2, // consent, phone, homes; voter, others; itself; photos; who is told, and they; read again
      input: async (scene) => {
        const { params } = await vote(scene, { state: 'notice' })
        const where = here(scene) as { communityId: string }
        const [home = ''] = await scene.rows.homes(1)
        const [voterId = ''] = await moreOnRoll(scene, params.voteId, home)
        const photoIds = await waitingPhotos(scene.server, where, scene.busy.everywhere.personId)
        return { params, body: { voterId, principalName: '李秀兰', agentName: '周小明', photoIds } }
      },
    },
    'check a proxy': {
      endpoint: actOnProxyEndpoint,
      statements: HERE + ONCE + ONE + 2 + 1 + ON_RECORD + 2 + 2, // locked and read; itself; who is told, and they; read again
      input: async (scene) => ({ params: await proxy(scene, 'asked'), body: { act: 'accept' } }),
    },
    'take a proxy back': {
      endpoint: actOnProxyEndpoint,
      statements: HERE + ONCE + ONE + 2 + 1 + ON_RECORD + 3 + 2 + 2, // and its ballot
      input: async (scene) => ({ params: await proxy(scene, 'accepted'), body: { act: 'revoke' } }),
    },
    'object to a roll': {
      endpoint: objectEndpoint,
      statements: HERE + ONCE + 3 + ONE + 1 + ON_RECORD + SAVED + 2 + 2 + 1, // consents and phone; itself; when it is overdue, and its job; who is told; read again
      input: async (scene) => ({
        params: (await vote(scene, { state: 'notice' })).params,
        body: { about: 'roll', text: '名册上少了我家' },
      }),
    },
    'answer an objection': {
      endpoint: answerObjectionEndpoint,
      statements: HERE + ONCE + ONE + 2 + ON_RECORD + SAVED + 2 + 1, // itself; clock and telling; read again
      input: async (scene) => ({
        params: await objection(scene),
        body: { decision: 'dismissed', answer: '核对过了' },
      }),
    },
  },
  twenty: async (scene) => {
    roll.more = 20
    for (const state of ['open', 'closed', 'draft'] as const)
      for (let made = 0; made < 10; made += 1) await vote(scene, { state })
  },
}
