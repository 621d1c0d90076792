import { sql, type Kysely } from 'kysely'
import { addKeysToPeople, addKeysWithin, type KeyWithin } from '../constraints'
import { beginMigration, placeTable } from '../place-table'

/** 场次 of a discussion, who is in them, their notes, and the codes that hang there (domain.md 6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sessions(db)
  await joins(db)
  await notes(db)
  await codes(db)
  await addKeysWithin(db, KEYS)
  await addKeysToPeople(db, PEOPLE)
}

/** `place` null: online. `last_seq` counts what was ever written or changed in its notes, `notes` the entries. */
async function sessions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_sessions (
      community_id uuid not null,
      session_id uuid not null,
      round_id uuid not null,
      topic_id uuid not null,
      starts_at timestamptz not null,
      place text,
      state text not null check (state in ('open', 'cancelled')),
      host_id uuid,
      host_name text,
      notes integer not null check (notes >= 0),
      last_seq integer not null check (last_seq >= notes),
      created_at timestamptz not null,
      revision integer not null check (revision > 0),
      primary key (community_id, session_id),
      check ((host_id is null) = (host_name is null)),
      check (state = 'open' or notes = 0)
    )`.execute(db)
  await sql`create index round_sessions_of_round on round_sessions (community_id, round_id, starts_at, session_id)
    where state = 'open'`.execute(db)
  await sql`create unique index round_sessions_spot on round_sessions (community_id, round_id, starts_at, place)
    where state = 'open' and place is not null`.execute(db)
  await sql`create index round_sessions_of_topic on round_sessions (community_id, topic_id)`.execute(db)
  await sql`create index round_sessions_of_host on round_sessions (community_id, host_id)
    where host_id is not null`.execute(db)
  await placeTable(db, 'round_sessions', 'community')
}

/** One session at a time for one person: the key says so, and joining another moves them. */
async function joins(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session_joins (
      community_id uuid not null,
      round_id uuid not null,
      starts_at timestamptz not null,
      person_id uuid not null,
      session_id uuid not null,
      joined_at timestamptz not null,
      arrived_at timestamptz,
      primary key (community_id, round_id, starts_at, person_id)
    )`.execute(db)
  await sql`create index session_joins_of_session on session_joins (community_id, session_id)`.execute(db)
  await sql`create index session_joins_of_person on session_joins (community_id, person_id)`.execute(db)
  await placeTable(db, 'session_joins', 'community')
}

/** Words are never changed or deleted here: a changed entry is a new one that stands in its place, a struck one stays. */
async function notes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session_notes (
      community_id uuid not null,
      note_id uuid not null,
      session_id uuid not null,
      seq integer not null,
      changed_seq integer not null check (changed_seq >= seq),
      replaces uuid,
      author_id uuid not null,
      by_name text not null,
      text text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      at timestamptz not null,
      struck_at timestamptz,
      struck_by uuid,
      struck_by_name text,
      primary key (community_id, note_id),
      check (num_nulls(struck_at, struck_by, struck_by_name) in (0, 3))
    )`.execute(db)
  await sql`create unique index session_notes_in_order on session_notes (community_id, session_id, seq)`.execute(
    db,
  )
  await sql`create unique index session_notes_changed on session_notes (community_id, session_id, changed_seq)`.execute(
    db,
  )
  await sql`create index session_notes_of_author on session_notes (community_id, author_id, note_id)`.execute(
    db,
  )
  await sql`create index session_notes_struck_by on session_notes (community_id, struck_by)
    where struck_by is not null`.execute(db)
  await placeTable(db, 'session_notes', 'community')
}

/** Looked up by the code alone, as who scans it doesn't know where they are. */
async function codes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session_codes (
      code text primary key check (length(code) <= 32),
      community_id uuid not null,
      round_id uuid not null,
      session_id uuid not null,
      made_at timestamptz not null
    )`.execute(db)
  await sql`create unique index session_codes_of_session on session_codes (community_id, session_id, code)`.execute(
    db,
  )
  await placeTable(db, 'session_codes', 'token', 'code')
}

const KEYS: readonly KeyWithin[] = [
  ['round_sessions', 'round_id', 'rounds'],
  ['round_sessions', 'topic_id', 'topics'],
  ['session_joins', 'session_id', 'round_sessions'],
  ['session_notes', 'session_id', 'round_sessions'],
]
const PEOPLE: readonly [table: string, column: string][] = [
  ['round_sessions', 'host_id'],
  ['session_joins', 'person_id'],
  ['session_notes', 'author_id'],
  ['session_notes', 'struck_by'],
]
