import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Photos. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await photos(db)
  await sql`alter table photos add constraint photos_owner_fk
    foreign key (owner_id) references people (person_id)`.execute(db)
}

/**
 * A photo without a subject has none of the columns that say where it belongs. `position` within thing, step and moment
 * is a key, and never above nine: two acts at once can't go beyond it either.
 */
async function photos(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table photos (
      community_id uuid not null,
      photo_id uuid not null,
      owner_id uuid not null,
      state text not null check (state in ('storing', 'waiting', 'attached', 'removing')),
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      subject_kind text check (subject_kind in ('matter', 'post', 'notice')),
      subject_id uuid,
      moment text check (moment in ('before', 'after', 'other')),
      seq integer check (seq >= 0),
      position integer check (position between 1 and 9),
      created_at timestamptz not null,
      attached_at timestamptz,
      primary key (community_id, photo_id),
      unique (community_id, subject_kind, subject_id, seq, moment, position),
      check ((state = 'attached') = (subject_kind is not null)),
      check (num_nulls(subject_kind, subject_id, moment, seq, position, attached_at) in (0, 6))
    )`.execute(db)
  await sql`create index photos_unattached on photos (community_id, owner_id, created_at)
    where state <> 'attached'`.execute(db)
  await placeTable(db, 'photos', 'community')
}
