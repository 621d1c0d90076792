import type { FastifyInstance } from 'fastify'
import { listInboxEndpoint, markInboxReadEndpoint } from '#core/inbox'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { listInbox, markInboxRead } from './list-inbox'

/** Routes of the inbox. */
export function inboxRoutes(app: FastifyInstance, parts: ServerParts): void {
  register(app, parts, listInboxEndpoint, (context, { query }) => listInbox(context, query.cursor))
  register(app, parts, markInboxReadEndpoint, (context, { body }) => markInboxRead(context, body))
}
