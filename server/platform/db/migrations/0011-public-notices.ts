import { sql, type Kysely } from 'kysely'
import { beginMigration } from '../place-table'

/** Notices that their publisher has opened to everybody, signed in or not (docs/adr/0018). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`alter table notices add column is_public boolean not null default false`.execute(db)
}
