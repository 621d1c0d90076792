import { sql, type Kysely } from 'kysely'
import { beginMigration } from '../place-table'

/** 代理: a vacant office, held for a while by whom the level above names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`alter table role_grants add column is_acting boolean not null default false`.execute(db)
  await sql`drop index role_grants_once`.execute(db)
  await sql`create unique index role_grants_once on role_grants (region_id, person_id, role, place_id, is_acting)
    where state in ('proposed', 'granted')`.execute(db)
  await sql`create unique index role_grants_one_acting on role_grants (region_id, role, place_id)
    where is_acting and state = 'granted'`.execute(db)
}
