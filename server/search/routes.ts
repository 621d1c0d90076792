import type { FastifyInstance } from 'fastify'
import { searchEndpoint } from '#core/search'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { search, type SearchReaders } from './search'

/** The route of search. Each area gives the reader of what it makes findable. */
export function searchRoutes(app: FastifyInstance, parts: ServerParts, readers: SearchReaders): void {
  register(app, parts, searchEndpoint, (context, { query }) => search(context, readers, query))
}
