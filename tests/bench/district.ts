import type { Pool } from 'pg'
import { newToken } from '#server/platform/crypto/index'
import { createDatabase, createPool, migrate, type Database } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'
import { prepareJobs } from '#server/platform/jobs/index'
import { ensureDatabase, type RunningPostgres } from '#server/platform/postgres/index'
import { fillBigDistrict, type Size } from '../builders/big-district'
import { TEMPLATE } from '../postgres/template'
import type { Operation } from './operations'
import { openRounds } from './rounds'
import { openVotes } from './votes'
import type { Connection } from './workshop'

/** Makes an empty, migrated database, as the tests copy one. */
export async function makeTemplate(running: RunningPostgres): Promise<void> {
  await ensureDatabase(running, TEMPLATE)
  await using({ ...running, database: TEMPLATE }, async (db, pool) => {
    await migrate(db)
    await prepareJobs(pool)
  })
}

/** Makes a database with a big district of a size, tidied up as autovacuum would have done. */
export async function makeDistrict(running: RunningPostgres, name: string, size: Size): Promise<void> {
  await using({ ...running, database: 'postgres' }, (_db, pool) =>
    pool.query(`create database ${name} template ${TEMPLATE}`),
  )
  await using({ ...running, database: name }, async (db, pool) => {
    await fillBigDistrict(db, size)
    await openVotes(db)
    await openRounds(db)
    await pool.query('vacuum (freeze, analyze)')
  })
}

/** Signs in everybody who does something; answers their tokens. */
export async function signInAll(
  connections: readonly Connection[],
  operations: readonly Operation[],
): Promise<Map<string, string>> {
  const persons = new Set(operations.flatMap(({ samples }) => samples.map(({ personId }) => personId)))
  const tokens = new Map([...persons].map((personId) => [personId, newToken()]))
  const now = new Date()
  const rows = [...tokens].map(([personId, token]) => ({
    token_hash: hashToken(token),
    session_id: personId,
    person_id: personId,
    device: '浏览器',
    created_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + 30 * 86_400_000),
  }))
  for (const connection of connections) {
    await using(connection, (db) => db.insertInto('sessions').values(rows).execute())
  }
  return tokens
}

/** Lends a database for a while. */
export async function using<Answer>(
  { host, port, user, database }: Connection,
  work: (db: Database, pool: Pool) => Promise<Answer>,
): Promise<Answer> {
  const pool = createPool({ host, port, user, database }, () => undefined)
  const db = createDatabase(pool)
  try {
    return await work(db, pool)
  } finally {
    await db.destroy()
  }
}
