import { manyDemands, manySignatures } from '../many-demands'
import { manyDeliveries, silent } from '../many-deliveries'
import { manyProxies } from '../many-proxies'
import { manyObjections, manyVotes, withRoll } from '../many-votes'
import type { AreaHints, Ids, Made } from './hint'

/** A vote of the building's homes that is open, with its roll and an objection that came during notice. */
async function ids({ server, place, community, title }: Made): Promise<Ids> {
  const { communityId, buildingId, homeId, neighbourHomeId, otherHomeId } = community
  const head = await place.inOffice('building_head', buildingId, { community, name: title })
  const here = { ...place, community }
  const [voteId = ''] = await manyVotes(server, here, 1, {
    convener_id: head.personId,
    convener_name: title,
    state: 'open',
    title,
    text: title,
  })
  const [voterId = ''] = await withRoll(server, community, voteId, [
    { homeId, name: `${title} 602 室` },
    { homeId: neighbourHomeId, name: `${title} 402 室` },
  ])
  const asked = { personId: head.personId }
  const [objectionId = ''] = await manyObjections(server, { communityId }, voteId, 1, asked)
  const [proxyId = ''] = await manyProxies(server, { communityId }, voteId, {
    agentId: head.personId,
    voterIds: [voterId],
    name: title,
  })
  const [demandId = ''] = await manyDemands(server, here, [head.personId], { title })
  await manySignatures(server, { communityId, demandId, personId: head.personId }, 1)
  const [silentVoteId = ''] = await manyVotes(server, here, 1, {
    ...silent(title),
    convener_id: head.personId,
    convener_name: title,
    title,
    text: title,
  })
  const [silentVoterId = ''] = await withRoll(server, community, silentVoteId, [{ homeId, name: title }])
  const [deliveryId = ''] = await manyDeliveries(server, { communityId }, silentVoteId, {
    byPersonId: head.personId,
    voterIds: [silentVoterId],
    name: title,
  })
  return {
    voteId,
    demandId,
    deliveryId,
    proxyId,
    voterId,
    objectionId,
    vacantHomeIds: otherHomeId,
    subject: 'shared_space',
    choices: 'approve',
  }
}

export const voteHints: AreaHints = {
  ids,
  tables: [
    'votes',
    'vote_items',
    'vote_voters',
    'vote_voter_ways',
    'ballots',
    'vote_events',
    'vote_objections',
    'vote_tellers',
    'vote_envelopes',
    'vote_envelope_entries',
    'vote_proxies',
    'owners_demands',
    'demand_signatures',
    'vote_deliveries',
  ],
  harmless: [
    'vacantHomeIds POST /communities/:communityId/votes', // a home that isn't in the place is on no roll of it
    'subject POST /communities/:communityId/votes', // what is decided is of no community
    'subject PUT /communities/:communityId/votes/:voteId',
  ],
}
