import { Client, DatabaseError } from 'pg'

/** Where the database listens. */
export interface Endpoint {
  /** The folder of its Unix socket. */
  host: string
  port: number
  user: string
}

/** initdb made this one. */
export const SUPERUSER = 'postgres'

const TIMEOUT_MS = 5_000

/** `cannot_connect_now`, `admin_shutdown`, `crash_shutdown`: it is starting or stopping. */
const NOT_NOW = ['57P01', '57P02', '57P03']

/** Does it take connections? A refusal by the database itself (too many clients) is an answer too. */
export async function answers({ host, port }: Pick<Endpoint, 'host' | 'port'>): Promise<boolean> {
  try {
    await withClient({ host, port, user: SUPERUSER }, 'postgres', (client) => client.query('select 1'))
    return true
  } catch (error) {
    return error instanceof DatabaseError && !NOT_NOW.includes(error.code ?? '')
  }
}

/** Opens one connection for one piece of work. */
export async function withClient<T>(
  to: Endpoint,
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { host, port, user } = to
  const client = new Client({ host, port, user, database, ssl: false, connectionTimeoutMillis: TIMEOUT_MS })
  client.on('error', () => undefined) // the database may stop under us; the query that fails tells it
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
