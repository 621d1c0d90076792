import { sql, type Kysely } from 'kysely'
import { beginMigration } from '../place-table'

/** A home that is to become a business: which one, and who from outside its building has proved an interest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await applicants(db)
}

async function applicants(db: Kysely<unknown>): Promise<void> {
  await sql`alter table votes
    add column applicant_unit_id uuid,
    add column applicant_unit_name text,
    add column outsider_keys text[] not null default '{}',
    add constraint votes_applicant_unit_named check ((applicant_unit_id is null) = (applicant_unit_name is null))`.execute(
    db,
  )
  await sql`create index votes_unanimous on votes (community_id, vote_id)
    where applicant_unit_id is not null and state <> 'draft'`.execute(db)
}
