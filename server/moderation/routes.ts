import type { FastifyInstance } from 'fastify'
import {
  appealEndpoint,
  decideCaseEndpoint,
  listCasesEndpoint,
  listHiddenEndpoint,
  readCaseEndpoint,
  reportWordsEndpoint,
} from '#core/moderation'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { decideOnCase } from './decide-case'
import { appeal, listHidden } from './hidden-words'
import { listCases, readCase } from './list-cases'
import { reportWords } from './report-words'
import type { ModerationTargets } from './targets'

/** Routes of moderation; `targets` reach the words of every area. */
export function moderationRoutes(app: FastifyInstance, parts: ServerParts, targets: ModerationTargets): void {
  register(app, parts, reportWordsEndpoint, (context, { body }) => reportWords(context, targets, body))
  register(app, parts, listCasesEndpoint, (context, { query }) => listCases(context, query.cursor))
  register(app, parts, readCaseEndpoint, (context, { params }) => readCase(context, params.caseId))
  register(app, parts, decideCaseEndpoint, (context, { params, body }) =>
    decideOnCase(context, targets, { caseId: params.caseId, ...body }),
  )
  register(app, parts, listHiddenEndpoint, (context, { query }) => listHidden(context, query.cursor))
  register(app, parts, appealEndpoint, (context, { params, body }) =>
    appeal(context, { caseId: params.caseId, ...body }),
  )
}
