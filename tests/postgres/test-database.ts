import { randomBytes } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { createDatabase, createPool, type Database } from '#server/platform/db/index'
import { TEMPLATE } from './template'

/** A database of a test file's own: migrated, empty, gone afterwards. */
export interface TestDatabase {
  db: Database
  pool: Pool
  /** How to connect to it from elsewhere. */
  connection: { host: string; port: number; user: string; database: string }
  drop(): Promise<void>
}

const server = (): { host: string; port: number; user: string } =>
  JSON.parse(process.env.LINLI_TEST_POSTGRES ?? '{}')

async function asServer(statement: string): Promise<void> {
  const client = new Client({ ...server(), database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Copies the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = `linli_${randomBytes(6).toString('hex')}`
  await asServer(`create database ${database} template ${TEMPLATE}`)
  const connection = { ...server(), database }
  const pool = createPool(connection, () => undefined)
  const db = createDatabase(pool)
  return {
    db,
    pool,
    connection,
    drop: async () => {
      await db.destroy()
      await asServer(`drop database ${database} with (force)`)
    },
  }
}
