import {
  listByUnitEndpoint,
  listDeliveriesEndpoint,
  listMissingEndpoint,
  listObjectionsEndpoint,
  listProxiesEndpoint,
  listRollEndpoint,
  listVotesEndpoint,
  listVoteUnitsEndpoint,
  type VoteList,
} from '#core/votes'
import { newId } from '#server/platform/db/index'
import type { SignedInPerson } from '../../builders/neighbourhood'
import { saveUnit } from '../../builders/units'
import { silent } from '../many-deliveries'
import { manyProxies } from '../many-proxies'
import { castFor, countVote, manyObjections, manyVotes, withRoll, type VoteWanted } from '../many-votes'
import { here, newestFirst, pageOf, ROWS, type List, type Lists, type Scene } from './list'

const votes = (scene: Scene, count: number, more: Partial<VoteWanted> = {}) =>
  manyVotes(scene.server, scene.place, count, { convener_id: scene.admin.personId, state: 'notice', ...more })

const listed =
  (who: 'resident' | 'staff' | 'admin', list: VoteList) => (scene: Scene, cursor: string | undefined) =>
    pageOf(
      scene.server.ok(listVotesEndpoint, {
        as: scene[who].token,
        params: here(scene),
        query: { list, cursor },
      }),
      (item) => item.voteId,
    )

/** The vote whose roll, ballots and objections are walked: the one vote of a scene. */
async function theVote(scene: Scene, wanted: Partial<VoteWanted>): Promise<string> {
  const { vote_id: known } =
    (await scene.server.db.selectFrom('votes').select('vote_id').executeTakeFirst()) ?? {}
  if (known) return known
  const [made = ''] = await votes(scene, 1, { ...wanted, convener_id: scene.resident.personId })
  if (wanted.state === 'closed') await countVote(scene.server, here(scene), made)
  return made
}

/** Homes in the order of the roll, as many as there are rows. */
async function rollOf(scene: Scene, voteId: string): Promise<string[]> {
  const homes = await scene.rows.homes(ROWS)
  return withRoll(
    scene.server,
    here(scene),
    voteId,
    homes.map((homeId, index) => ({ homeId, name: `${index} 室` })),
  )
}

/** A frozen roll: nothing arrives. Only who votes meanwhile leaves the list of those who have not. */
const none = () => Promise.resolve()

const onRoll = (
  endpoint:
    | typeof listRollEndpoint
    | typeof listMissingEndpoint
    | typeof listByUnitEndpoint
    | typeof listDeliveriesEndpoint,
  wanted: Partial<VoteWanted>,
  made: (scene: Scene, voteId: string) => Promise<string[]>,
  reader: (scene: Scene) => { token: string } | Promise<{ token: string }> = ({ resident }) => resident,
): List => ({
  endpoint,
  page: async (scene, cursor) =>
    pageOf(
      scene.server.ok(endpoint as typeof listMissingEndpoint, {
        as: (await reader(scene)).token,
        params: { ...here(scene), voteId: await theVote(scene, wanted) },
        query: { cursor },
      }),
      ({ voterId }) => voterId,
    ),
  fill: async (scene) => made(scene, await theVote(scene, wanted)),
  arrive: none,
})

const open = { state: 'open' } as const

/** Counted, with nobody on its roll until it is filled and counted again. */
const counted = { state: 'closed', disclosure: 'by_unit' } as const

/** Who convenes owners of the building, once for each scene. */
const heads = new WeakMap<Scene, Promise<SignedInPerson>>()
function headOf(scene: Scene): Promise<SignedInPerson> {
  const known = heads.get(scene)
  if (known) return known
  const made = scene.place.inOffice('building_head', scene.place.community.buildingId)
  heads.set(scene, made)
  return made
}

/** Behind all that is there, whichever scene it is. */
let arrived = 900

/** Dwellings of the building, called by their number. */
async function unitsOf({ server, place }: Scene, first: number, count: number): Promise<string[]> {
  const { communityId, buildingId: placeId } = place.community
  const ids: string[] = []
  for (let number = first; number < first + count; number += 1)
    ids.push(await saveUnit(server.db, { communityId, placeId, name: `${number}`, areaCentiM2: 100 }))
  return ids
}

export const voteLists: Lists = {
  'votes under way where I live, newest first': {
    endpoint: listVotesEndpoint,
    page: listed('resident', 'current'),
    fill: (scene) => newestFirst(votes(scene, ROWS)),
    arrive: (scene) => votes(scene, 3),
  },
  'votes under way where I am in office': {
    endpoint: listVotesEndpoint,
    page: listed('staff', 'current'),
    fill: (scene) => newestFirst(votes(scene, ROWS)),
    arrive: (scene) => votes(scene, 3),
  },
  'votes that are over': {
    endpoint: listVotesEndpoint,
    page: listed('resident', 'over'),
    fill: (scene) => newestFirst(votes(scene, ROWS, { state: 'certified' })),
    arrive: (scene) => votes(scene, 3, { state: 'withdrawn' }),
  },
  'drafts of mine': {
    endpoint: listVotesEndpoint,
    page: listed('admin', 'drafts'),
    fill: (scene) => newestFirst(votes(scene, ROWS, { state: 'draft' })),
    arrive: (scene) => votes(scene, 3, { state: 'draft' }),
  },
  'who is on a roll': onRoll(listRollEndpoint, { state: 'notice' }, rollOf),
  'who has not voted yet, while others vote': {
    ...onRoll(listMissingEndpoint, open, rollOf, headOf),
    arrive: async (scene) => {
      const voteId = await theVote(scene, open)
      const { voter_id: voterId } = await scene.server.db
        .selectFrom('vote_voters')
        .select('voter_id')
        .where('vote_id', '=', voteId)
        .where('took_part', '=', false)
        .orderBy('position')
        .limit(1)
        .executeTakeFirstOrThrow()
      await castFor(scene.server, here(scene), voteId, { voterId, casterId: scene.staff.personId })
    },
  },
  'what each home chose': onRoll(listByUnitEndpoint, counted, async (scene, voteId) => {
    const roll = await rollOf(scene, voteId)
    const [voterId = ''] = roll
    await castFor(scene.server, here(scene), voteId, { voterId, casterId: scene.staff.personId })
    await countVote(scene.server, here(scene), voteId)
    return roll
  }),
  'homes that may become a business, in the order in which people count': {
    endpoint: listVoteUnitsEndpoint,
    page: async (scene, cursor) => {
      const { communityId, buildingId: placeId } = scene.place.community
      return pageOf(
        scene.server.ok(listVoteUnitsEndpoint, {
          as: (await headOf(scene)).token,
          params: { communityId },
          query: { placeId, cursor },
        }),
        ({ unitId }) => unitId,
      )
    },
    fill: (scene) => unitsOf(scene, 101, ROWS),
    arrive: (scene) => unitsOf(scene, (arrived += 3), 3),
  },
  'objections to a vote, newest first': {
    endpoint: listObjectionsEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listObjectionsEndpoint, {
          as: scene.resident.token,
          params: { ...here(scene), voteId: await theVote(scene, { state: 'notice' }) },
          query: { cursor },
        }),
        ({ objectionId }) => objectionId,
      ),
    fill: async (scene) => newestFirst(objections(scene, ROWS)),
    arrive: (scene) => objections(scene, 3),
  },
  'whom on a roll the ballot reached': onRoll(listDeliveriesEndpoint, silent(), rollOf, headOf),
  'proxies in a vote, newest first': {
    endpoint: listProxiesEndpoint,
    page: async (scene, cursor) =>
      pageOf(
        scene.server.ok(listProxiesEndpoint, {
          as: scene.staff.token,
          params: { ...here(scene), voteId: await theVote(scene, { state: 'notice' }) },
          query: { cursor },
        }),
        ({ proxyId }) => proxyId,
      ),
    fill: async (scene) => newestFirst(proxies(scene, ROWS)),
    arrive: (scene) => proxies(scene, 3),
  },
}

/** Of so many on the roll; who they are doesn't matter to the list. */
const proxies = async (scene: Scene, count: number) =>
  manyProxies(scene.server, here(scene), await theVote(scene, { state: 'notice' }), {
    agentId: scene.worker.personId,
    voterIds: Array.from({ length: count }, newId),
  })

const objections = async (scene: Scene, count: number) =>
  manyObjections(scene.server, here(scene), await theVote(scene, { state: 'notice' }), count, {
    personId: scene.worker.personId,
  })
