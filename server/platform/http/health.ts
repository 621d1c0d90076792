import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { sendError } from './error-handler'

/** `/healthz`: the process answers. `/readyz`: the database does too. */
export function useHealth(app: FastifyInstance, db: Database): void {
  app.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(db)
      return { ok: true }
    } catch {
      return sendError(reply, 'DATABASE_UNAVAILABLE')
    }
  })
}
