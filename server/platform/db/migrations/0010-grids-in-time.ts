import { sql, type Kysely } from 'kysely'
import { beginMigration } from '../place-table'

/** Grids that end with a successor and may be kept after all, codes that were replaced, and what is asked about both (docs/adr/0017). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`alter table places add column successor_id uuid`.execute(db)
  await sql`alter table places add constraint places_successor_fk
    foreign key (community_id, successor_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table grid_coverages add column came_from uuid[] not null default '{}'`.execute(db)
  await sql`alter table door_codes add column replaced boolean not null default false`.execute(db)
  await sql`alter table door_codes add constraint door_codes_replaced_check
    check (not replaced or revoked_at is not null)`.execute(db)
  await indexes(db)
}

async function indexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index places_grids on places (community_id, sort_key, place_id)
    where kind in ('grid', 'functional_grid')`.execute(db)
  await sql`drop index grid_coverages_grid`.execute(db)
  await sql`create index grid_coverages_grid on grid_coverages (community_id, grid_id, coverage_id)`.execute(
    db,
  )
  await sql`create index matters_of_grid on matters (community_id, grid_id, matter_id)
    where state in ('submitted', 'acknowledged', 'assigned', 'in_progress', 'deferred', 'resolved')`.execute(
    db,
  )
  await sql`create index search_entries_of_subject on search_entries (community_id, subject_id)`.execute(db)
}
