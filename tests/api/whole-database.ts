import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'

/** Everything the database holds as one text: every row of every table, bytes both as hex and as they read. */
export async function wholeDatabase(db: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`.execute(db)
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.raw(name)}`.execute(db)
    texts.push(name, ...rows.map((row) => Object.values(row).map(readable).join(' ')))
  }
  return texts.join('\n')
}

function readable(value: unknown): string {
  if (Buffer.isBuffer(value))
    return `${value.toString('hex')} ${value.toString('latin1')} ${value.toString('utf8')}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** How a secret could stand in it: as it is, as hex, as base64. */
export function tracesOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8')
  return [secret, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, '')]
}
