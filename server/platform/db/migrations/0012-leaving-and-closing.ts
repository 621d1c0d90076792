import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Leaving a home, closing an account, and the archive of one's own data (docs/adr/0019). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await leavingHomes(db)
  await archives(db)
  await closings(db)
  await endedSessions(db)
  await byPerson(db)
  // Words that were deleted before cases let go of them; nobody could read them any more.
  await sql`update moderation_cases set original = '', appeal_note = null where target_gone`.execute(db)
}

async function leavingHomes(db: Kysely<unknown>): Promise<void> {
  await allowAlso(db, { table: 'memberships', column: 'state', words: ['left', 'ended'] })
  await sql`alter table memberships add column ended_at timestamptz, add column ended_by uuid,
    add constraint memberships_ended_check
      check ((state in ('left', 'ended')) = (ended_at is not null))`.execute(db)
}

/** `pieces` counts the files that may lie in the store, before each of them is put there. */
async function archives(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table data_archives (
      person_id uuid not null,
      archive_id uuid not null,
      state text not null check (state in ('making', 'ready', 'removing')),
      asked_at timestamptz not null,
      ready_at timestamptz,
      ends_at timestamptz not null,
      pieces integer not null default 0 check (pieces >= 0),
      bytes bigint not null default 0 check (bytes >= 0),
      primary key (person_id, archive_id),
      check (state <> 'ready' or ready_at is not null)
    )`.execute(db)
  // One at a time, whoever asks twice at the same moment.
  await sql`create unique index data_archives_one on data_archives (person_id)
    where state in ('making', 'ready')`.execute(db)
  await sql`create index data_archives_end on data_archives (ends_at)`.execute(db)
  await sql`create index data_archives_removing on data_archives (archive_id) where state = 'removing'`.execute(
    db,
  )
  await placeTable(db, 'data_archives', 'token', 'person_id')
  await allowAlso(db, { table: 'inbox_items', column: 'subject_kind', words: ['archive'] })
}

async function closings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_closings (
      person_id uuid primary key,
      words text not null check (words in ('keep', 'delete')),
      asked_at timestamptz not null,
      due_at timestamptz not null,
      waits_since timestamptz
    )`.execute(db)
  await sql`create index account_closings_due on account_closings (due_at, person_id)`.execute(db)
  await placeTable(db, 'account_closings', 'token', 'person_id')
  await sql`alter table people add column closed_at timestamptz`.execute(db)
}

/** Signed out from another device: it is told so, until the session would have ended by itself. Whose it was is gone. */
async function endedSessions(db: Kysely<unknown>): Promise<void> {
  await sql`create table ended_sessions (token_hash bytea primary key, expires_at timestamptz not null)`.execute(
    db,
  )
  await sql`create index ended_sessions_expiry on ended_sessions (expires_at)`.execute(db)
  await placeTable(db, 'ended_sessions', 'token', 'token_hash')
}

/** What one person did, found without reading what everybody did: for the archive and for closing. */
async function byPerson(db: Kysely<unknown>): Promise<void> {
  await sql`create index matters_of_author on matters (community_id, author_id, matter_id)
    where author_id is not null`.execute(db)
  await sql`create index matters_of_recorder on matters (community_id, recorder_id, matter_id)
    where recorder_id is not null`.execute(db)
  await sql`create index matter_events_of_person on matter_events (community_id, person_id, matter_id, seq)
    where person_id is not null`.execute(db)
  await sql`create index matter_joiners_of_person on matter_joiners (community_id, person_id, matter_id)`.execute(
    db,
  )
  await sql`create index wish_events_of_person on wish_events (community_id, person_id, wish_id, seq)
    where person_id is not null`.execute(db)
  await sql`create index wish_seconds_of_person on wish_seconds (community_id, person_id, wish_id, home_id)`.execute(
    db,
  )
  await sql`create index posts_of_author on posts (community_id, author_id, post_id)`.execute(db)
  await sql`create index post_thanks_of_person on post_thanks (community_id, person_id, post_id)`.execute(db)
  await sql`create index person_blocks_of_blocked on person_blocks (community_id, blocked_id)`.execute(db)
  await sql`create index contact_readings_of_reader on contact_readings (community_id, reader_id)`.execute(db)
  await sql`create index moderation_cases_of_author on moderation_cases (community_id, author_id, case_id)`.execute(
    db,
  )
  await sql`create index moderation_cases_of_subject on moderation_cases (community_id, subject_kind, subject_id)`.execute(
    db,
  )
  await sql`create index content_reports_of_reporter on content_reports (community_id, reporter_id, target_kind, target_id)`.execute(
    db,
  )
  await sql`create index notice_readers_of_person on notice_readers (community_id, person_id, notice_id)`.execute(
    db,
  )
  await sql`create index photos_of_owner on photos (community_id, owner_id, photo_id)`.execute(db)
  await sql`create index audit_entries_of_person on audit_entries (community_id, person_id, entry_id)
    where person_id is not null`.execute(db)
  await sql`create index role_grants_ever_of_person on role_grants (person_id, grant_id)`.execute(db)
  await sql`create index identities_of_person on identities (person_id)`.execute(db)
}

/**
 * Lets a column hold further words. What its check allows already is read from the database: other migrations of the
 * same days add theirs to the same list.
 */
async function allowAlso(
  db: Kysely<unknown>,
  { table, column, words }: { table: string; column: string; words: readonly string[] },
): Promise<void> {
  const name = `${table}_${column}_check`
  const { rows } = await sql<{ definition: string }>`select pg_get_constraintdef(oid) as definition
    from pg_constraint where conname = ${name} and conrelid = ${table}::regclass`.execute(db)
  const known = [...(rows[0]?.definition ?? '').matchAll(/'([a-z_]+)'::text/g)].map(([, word]) => word)
  if (known.length === 0) throw new Error(`${name} lists no words`)
  const all = [...new Set([...known, ...words])].map((word) => sql.lit(word))
  await sql`alter table ${sql.id(table)} drop constraint ${sql.id(name)}`.execute(db)
  await sql`alter table ${sql.id(table)} add constraint ${sql.id(name)}
    check (${sql.id(column)} in (${sql.join(all)}))`.execute(db)
}
