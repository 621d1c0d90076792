import { DatabaseError, escapeIdentifier, type Client } from 'pg'
import { withClient, type Endpoint } from './connection'

/** `duplicate_database`, and `unique_violation` when two create it in the same moment. */
const EXISTS_BY_NOW = ['42P04', '23505']

/** Creates the database unless it is there. */
export async function ensureDatabase(running: Endpoint, name: string): Promise<void> {
  await withClient(running, 'postgres', async (client) => {
    if (await exists(client, name)) return
    try {
      await client.query(`create database ${escapeIdentifier(name)}`)
    } catch (error) {
      if (!(error instanceof DatabaseError && EXISTS_BY_NOW.includes(error.code ?? ''))) throw error
    }
  })
}

async function exists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}
