import type { FastifyInstance } from 'fastify'
import {
  chooseInboxTopicEndpoint,
  listInboxChoicesEndpoint,
  listInboxEndpoint,
  markInboxReadEndpoint,
  markSubjectReadEndpoint,
} from '#core/inbox'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { chooseTopic, listChoices } from './choices'
import { listInbox } from './list-inbox'
import { markInboxRead, markSubjectRead } from './mark-read'

/** Routes of the inbox. */
export function inboxRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, listInboxEndpoint, (context, { query }) => listInbox(context, query.cursor))
  register(app, parts, markInboxReadEndpoint, (context, { body }) => markInboxRead(context, body))
  register(app, parts, markSubjectReadEndpoint, (context, { body }) => markSubjectRead(context, body))
  register(app, parts, listInboxChoicesEndpoint, (context) => listChoices(context))
  register(app, parts, chooseInboxTopicEndpoint, (context, { body }) => chooseTopic(context, body))
}
