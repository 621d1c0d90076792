import type { FastifyInstance } from 'fastify'
import {
  actOnMatterEndpoint,
  listFeedEndpoint,
  listMyMattersEndpoint,
  listTeamsEndpoint,
  readDeskEndpoint,
  readHomeEndpoint,
  readMatterEndpoint,
  reportMatterEndpoint,
} from '#core/matters'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnMatter } from './act-on-matter'
import { listFeed, listMyMatters, readDesk, readMatter } from './list-matters'
import { readHome } from './read-home'
import { reportMatter } from './report-matter'
import { listTeams } from './teams'

/** Routes of matters, the desk and the first screen. */
export function matterRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, reportMatterEndpoint, (context, { body }) => reportMatter(context, body))
  register(app, parts, listMyMattersEndpoint, (context, { query }) => listMyMatters(context, query.cursor))
  register(app, parts, listFeedEndpoint, (context, { query }) => listFeed(context, query))
  register(app, parts, readMatterEndpoint, (context, { params }) => readMatter(context, params.matterId))
  register(app, parts, actOnMatterEndpoint, (context, { params, body }) =>
    actOnMatter(context, { matterId: params.matterId, ...body }),
  )
  register(app, parts, listTeamsEndpoint, (context, { params }) => listTeams(context, params.matterId))
  register(app, parts, readDeskEndpoint, (context, { query }) => readDesk(context, query))
  register(app, parts, readHomeEndpoint, (context, { query }) => readHome(context, query.placeId))
}
