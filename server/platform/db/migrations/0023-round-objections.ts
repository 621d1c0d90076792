import { sql, type Kysely } from 'kysely'
import { addKeysToPeople, addKeysWithin } from '../constraints'
import { beginMigration, placeTable } from '../place-table'

/** What those say who were left out of a chosen scope, and the public answer (domain.md 6); indexes for homes and estates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`
    create table round_objections (
      community_id uuid not null,
      round_id uuid not null,
      objection_id uuid not null,
      home_id uuid not null,
      author_id uuid not null,
      by_name text not null,
      text text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      at timestamptz not null,
      answer text,
      answered_by uuid,
      answered_name text,
      answered_at timestamptz,
      primary key (community_id, objection_id),
      unique (community_id, round_id, home_id),
      check (num_nulls(answer, answered_by, answered_name, answered_at) in (0, 4))
    )`.execute(db)
  await sql`create index round_objections_of_round on round_objections (community_id, round_id, objection_id)`.execute(
    db,
  )
  await sql`create index round_objections_of_author on round_objections (community_id, author_id)`.execute(db)
  await sql`create index places_homes on places (community_id, parent_id, sort_key, place_id)
    where kind = 'home'`.execute(db)
  await sql`create index places_estates on places (community_id, place_id) where kind = 'estate'`.execute(db)
  await placeTable(db, 'round_objections', 'community')
  await addKeysWithin(db, [['round_objections', 'round_id', 'rounds']])
  await addKeysToPeople(db, [
    ['round_objections', 'author_id'],
    ['round_objections', 'answered_by'],
  ])
}
