import type { FastifyInstance } from 'fastify'
import {
  actOnMatterEndpoint,
  deleteDeskFilterEndpoint,
  joinMatterEndpoint,
  leaveMatterEndpoint,
  listDeskFiltersEndpoint,
  listFeedEndpoint,
  listMergeTargetsEndpoint,
  listMyMattersEndpoint,
  listSimilarMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterContactEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
  saveDeskFilterEndpoint,
} from '#core/matters'
import { withChain, type ReadChain } from '#server/chain/index'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnMatter } from './act-on-matter'
import { deleteDeskFilter, listDeskFilters, saveDeskFilter } from './desk-filters'
import { joinMatter, leaveMatter } from './join-matter'
import { listFeed, listMyMatters, readDesk, readMatter } from './list-matters'
import { readMatterContact } from './read-contact'
import { readHome } from './read-home'
import { reportMatter } from './report-matter'
import { listMergeTargets, listSimilarMatters } from './similar-matters'
import { listTeams } from './teams'

/** Routes of matters, the desk and the first screen. */
export function matterRoutes(app: FastifyInstance, parts: ServerParts, chain: ReadChain): void {
  matters(app, parts, chain)
  desk(app, parts)
}

function matters(app: FastifyInstance, parts: ServerParts, chain: ReadChain): void {
  register(app, parts, reportMatterEndpoint, (context, { body }) => reportMatter(context, body, parts))
  register(app, parts, listMyMattersEndpoint, (context, { query }) => listMyMatters(context, query.cursor))
  register(app, parts, listFeedEndpoint, (context, { query }) => listFeed(context, query))
  register(app, parts, listSimilarMattersEndpoint, (context, { query }) => listSimilarMatters(context, query))
  register(app, parts, readMatterEndpoint, async (context, { params }) => {
    const view = await readMatter(context, params.matterId)
    return withChain(view, context, { kind: 'matter', id: view.matterId }, chain)
  })
  register(app, parts, actOnMatterEndpoint, (context, { params, body }) =>
    actOnMatter(context, { matterId: params.matterId, ...body }, parts),
  )
  register(app, parts, joinMatterEndpoint, (context, { params }) => joinMatter(context, params.matterId))
  register(app, parts, leaveMatterEndpoint, (context, { params }) => leaveMatter(context, params.matterId))
  register(app, parts, listTeamsEndpoint, (context, { params }) => listTeams(context, params.matterId))
  register(app, parts, listMergeTargetsEndpoint, (context, { params }) =>
    listMergeTargets(context, params.matterId),
  )
  register(app, parts, readMatterContactEndpoint, (context, { params }) =>
    readMatterContact(context, parts.contactBox, params.matterId),
  )
}

function desk(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, readDeskEndpoint, (context, { query }) => readDesk(context, query))
  register(app, parts, listDeskFiltersEndpoint, (context) => listDeskFilters(context))
  register(app, parts, saveDeskFilterEndpoint, (context, { body }) => saveDeskFilter(context, body))
  register(app, parts, deleteDeskFilterEndpoint, (context, { params }) =>
    deleteDeskFilter(context, params.filterId),
  )
  register(app, parts, readHomeEndpoint, (context, { query }) => readHome(context, query.placeId))
}
