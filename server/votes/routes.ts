import type { FastifyInstance } from 'fastify'
import {
  actOnDeliveryEndpoint,
  actOnProxyEndpoint,
  actOnVoteEndpoint,
  answerObjectionEndpoint,
  castBallotEndpoint,
  cedeBallotEndpoint,
  changeVoteEndpoint,
  checkRollEndpoint,
  createVoteEndpoint,
  fileProxyEndpoint,
  keyEnvelopeEndpoint,
  listByUnitEndpoint,
  listDeliveriesEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listObjectionsEndpoint,
  listProxiesEndpoint,
  listRollEndpoint,
  listTellerCandidatesEndpoint,
  listVotePlacesEndpoint,
  listVoteUnitsEndpoint,
  listVotesEndpoint,
  objectEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  receiveEnvelopeEndpoint,
  recordDeliveryEndpoint,
  replaceTellerEndpoint,
  returnEnvelopeEndpoint,
} from '#core/votes'
import { withChain, type ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnDelivery } from './act-on-delivery'
import { actOnProxy } from './act-on-proxy'
import { actOnVote } from './act-on-vote'
import { bylawRoutes } from './bylaws/routes'
import { castBallot, cedeBallot } from './cast-ballot'
import { demandRoutes } from './demands/routes'
import { fileProxy } from './file-proxy'
import { listDeliveries } from './list-deliveries'
import { listProxies } from './list-proxies'
import { listMyBallots } from './list-receipts'
import { keyEnvelope } from './key-envelope'
import { listEnvelopes, listEnvelopesToKey } from './list-envelopes'
import { listVotePlaces } from './list-vote-places'
import { listVotes } from './list-votes'
import { votePaperRoutes } from './prints/routes'
import { answerObjection, objectTo } from './objections'
import {
  checkRoll,
  listByUnit,
  listMissing,
  listObjections,
  listRoll,
  readBulletin,
  readVote,
} from './read-vote'
import { recordDelivery } from './record-delivery'
import { receiveEnvelope, returnEnvelope } from './receive-envelope'
import { listTellerCandidates, replaceTeller } from './replace-teller'
import { changeVote, createVote, type LinkVoteToItem } from './save-draft'
import { searchVoteUnits } from './vote-units'

/** Routes of votes. */
export function voteRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  { chain, linkToItem }: { chain: ReadChain; linkToItem: LinkVoteToItem },
): void {
  const box = parts.contactBox
  votePaperRoutes(app, parts)
  bylawRoutes(app, parts)
  demandRoutes(app, parts)
  register(app, parts, createVoteEndpoint, (context, { body }) =>
    createVote(context, body, { ...parts, linkToItem }),
  )
  register(app, parts, changeVoteEndpoint, (context, { params, body }) =>
    changeVote(context, params.voteId, body, parts),
  )
  register(app, parts, listVotesEndpoint, (context, { query }) => listVotes(context, query))
  register(app, parts, listVotePlacesEndpoint, (context, { query }) =>
    listVotePlaces(context, parts.jurisdictionProfile, query),
  )
  register(app, parts, listVoteUnitsEndpoint, (context, { query }) => searchVoteUnits(context, query))
  register(app, parts, readVoteEndpoint, async (context, { params }) => {
    const view = await readVote(context, box, params.voteId)
    return withChain(view, context, { kind: 'vote', id: view.voteId }, chain)
  })
  register(app, parts, actOnVoteEndpoint, (context, { params, body }) =>
    actOnVote(context, { voteId: params.voteId, ...body }, parts),
  )
  register(app, parts, checkRollEndpoint, (context, { params }) => checkRoll(context, params.voteId))
  register(app, parts, listRollEndpoint, (context, { params, query }) =>
    listRoll(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, listMissingEndpoint, (context, { params, query }) =>
    listMissing(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, castBallotEndpoint, (context, { params, body }) =>
    castBallot(context, { voteId: params.voteId, ...body }, box),
  )
  register(app, parts, cedeBallotEndpoint, (context, { params }) => cedeBallot(context, params, box))
  register(app, parts, listMyBallotsEndpoint, (context, { params }) => listMyBallots(context, params.voteId))
  register(app, parts, objectEndpoint, (context, { params, body }) =>
    objectTo(context, { voteId: params.voteId, ...body }, parts),
  )
  register(app, parts, listObjectionsEndpoint, (context, { params, query }) =>
    listObjections(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, answerObjectionEndpoint, (context, { params, body }) =>
    answerObjection(context, { ...params, ...body }, parts),
  )
  register(app, parts, readBulletinEndpoint, (context, { params }) =>
    readBulletin(context, box, params.voteId),
  )
  register(app, parts, listByUnitEndpoint, (context, { params, query }) =>
    listByUnit(context, box, { voteId: params.voteId, ...query }),
  )
  proxyRoutes(app, parts)
  deliveryRoutes(app, parts)
  paperRoutes(app, parts)
}

/** Who votes for somebody else. */
function proxyRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, fileProxyEndpoint, (context, { params, body }) =>
    fileProxy(context, { voteId: params.voteId, ...body }),
  )
  register(app, parts, listProxiesEndpoint, (context, { params, query }) =>
    listProxies(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, actOnProxyEndpoint, (context, { params, body }) =>
    actOnProxy(context, { ...params, ...body }),
  )
}

/** Routes of what was delivered. */
function deliveryRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, recordDeliveryEndpoint, (context, { params, body }) =>
    recordDelivery(context, { voteId: params.voteId, ...body }),
  )
  register(app, parts, listDeliveriesEndpoint, (context, { params, query }) =>
    listDeliveries(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, actOnDeliveryEndpoint, (context, { params, body }) =>
    actOnDelivery(context, { ...params, ...body }, parts),
  )
}

/** Routes of votes on paper. */
function paperRoutes(app: FastifyInstance, parts: ServerParts): void {
  const box = parts.contactBox
  register(app, parts, listTellerCandidatesEndpoint, (context, { query }) =>
    listTellerCandidates(context, query.placeId),
  )
  register(app, parts, replaceTellerEndpoint, (context, { params, body }) =>
    replaceTeller(context, { voteId: params.voteId, ...body }, parts),
  )
  register(app, parts, listEnvelopesEndpoint, (context, { params, query }) =>
    listEnvelopes(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, receiveEnvelopeEndpoint, (context, { params, body }) =>
    receiveEnvelope(context, { voteId: params.voteId, ...body }),
  )
  register(app, parts, returnEnvelopeEndpoint, (context, { params }) => returnEnvelope(context, params))
  register(app, parts, listEnvelopesToKeyEndpoint, (context, { params, query }) =>
    listEnvelopesToKey(context, { voteId: params.voteId, ...query }),
  )
  register(app, parts, keyEnvelopeEndpoint, (context, { params, body }) =>
    keyEnvelope(context, { ...params, ...body }, box),
  )
}
