import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import type { Tables } from './schema'

export type Database = Kysely<Tables>
export type Transaction = KyselyTransaction<Tables>

/** A pool whose lost idle connections end no process; `onLost` is told instead. */
export function createPool(config: PoolConfig, onLost: (error: Error) => void): Pool {
  const pool = new Pool({ application_name: 'linli', max: 16, ...config })
  pool.on('error', onLost)
  pool.on('connect', (client) => client.on('error', onLost))
  return pool
}

/** The typed query builder over a pool. It owns the pool: `destroy()` ends it. */
export function createDatabase(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
