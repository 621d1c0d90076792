import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** The inbox by thing with choices, notices, and what search looks things up in (docs/adr/0014). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await inboxGroups(db)
  await groupMessages(db)
  await inboxChoices(db)
  await notices(db)
  await noticeReaders(db)
  await searchEntries(db)
  await foreignKeys(db)
}

/** One row per person and thing: what a list shows. `inbox_items` keeps what was told, one row per message. */
async function inboxGroups(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inbox_groups (
      community_id uuid not null,
      person_id uuid not null,
      subject_kind text not null,
      subject_id uuid not null,
      kind text not null,
      about text not null,
      at timestamptz not null,
      last_item_id uuid not null,
      unread integer not null check (unread >= 0),
      count integer not null check (count > 0),
      primary key (community_id, person_id, subject_kind, subject_id)
    )`.execute(db)
  await sql`create index inbox_groups_newest on inbox_groups (community_id, person_id, last_item_id desc)`.execute(
    db,
  )
  await sql`create index inbox_groups_unread on inbox_groups (community_id, person_id) where unread > 0`.execute(
    db,
  )
  await sql`create index inbox_groups_of_subject on inbox_groups (community_id, subject_id, person_id)`.execute(
    db,
  )
  await placeTable(db, 'inbox_groups', 'community')
}

async function groupMessages(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into inbox_groups
    select community_id, person_id, subject_kind, subject_id, (array_agg(kind order by item_id desc))[1],
      (array_agg(about order by item_id desc))[1], (array_agg(at order by item_id desc))[1],
      (array_agg(item_id order by item_id desc))[1], count(*) filter (where read_at is null), count(*)
    from inbox_items group by community_id, person_id, subject_kind, subject_id`.execute(db)
  await sql`drop index inbox_items_unread`.execute(db)
  await sql`alter table inbox_items drop column read_at, add column held_until timestamptz,
    add column seen boolean not null default false`.execute(db)
  await sql`alter table inbox_items drop constraint inbox_items_subject_kind_check`.execute(db)
  await sql`alter table inbox_items add constraint inbox_items_subject_kind_check
    check (subject_kind in ('matter', 'membership', 'grant', 'notice', 'case', 'post'))`.execute(db)
  await sql`create index inbox_items_held on inbox_items (community_id, held_until, item_id)
    where held_until is not null`.execute(db)
  await sql`create index inbox_items_of_subject on inbox_items (community_id, subject_id, person_id)`.execute(
    db,
  )
}

async function inboxChoices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inbox_choices (
      community_id uuid not null,
      person_id uuid not null,
      topic text not null,
      choice text not null check (choice in ('at_once', 'daily', 'never')),
      primary key (community_id, person_id, topic)
    )`.execute(db)
  await placeTable(db, 'inbox_choices', 'community')
}

/** A notice's place is one of the community's, or the community itself; so no key leads to `places`. */
async function notices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notices (
      community_id uuid not null,
      notice_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      jurisdiction uuid[] not null,
      inside uuid[] not null default '{}',
      author_id uuid not null,
      by_name text not null,
      unit_name text not null,
      role text not null,
      title text not null,
      text text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      pinned_until timestamptz,
      pin_slot smallint check (pin_slot between 1 and 3),
      published_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_reason text,
      told_after uuid,
      told_at timestamptz,
      primary key (community_id, notice_id),
      check ((withdrawn_at is null) = (withdrawn_reason is null)),
      check (pin_slot is null or pinned_until is not null),
      check (pin_slot is null or (withdrawn_at is null and words_state = 'shown'))
    )`.execute(db)
  await sql`create index notices_at_place on notices (community_id, place_id, notice_id desc)`.execute(db)
  await sql`create index notices_new_at_place on notices (community_id, place_id, published_at desc, notice_id desc)
    where withdrawn_at is null and words_state = 'shown'`.execute(db)
  await sql`create index notices_of_author on notices (community_id, author_id, notice_id desc)`.execute(db)
  await sql`create index notices_untold on notices (community_id, notice_id)
    where told_at is null and withdrawn_at is null and words_state = 'shown'`.execute(db)
  // Three on top of one place at most, whoever pins at the same moment.
  await sql`create unique index notices_pinned on notices (community_id, place_id, pin_slot)
    where pin_slot is not null`.execute(db)
  await placeTable(db, 'notices', 'community')
}

/** Whom a notice was told to, and whether they opened it: only counted, never listed. */
async function noticeReaders(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notice_readers (
      community_id uuid not null,
      notice_id uuid not null,
      person_id uuid not null,
      read_at timestamptz,
      primary key (community_id, notice_id, person_id)
    )`.execute(db)
  await placeTable(db, 'notice_readers', 'community')
}

/**
 * What search looks up. GIN can't begin with a column of another type, so each term begins with the end of its
 * community's id instead (server/search/entries.ts). A short pending list: nobody who searches reads megabytes of it.
 */
async function searchEntries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_entries (
      community_id uuid not null,
      entry_id uuid not null,
      kind text not null check (kind in ('matter', 'post', 'notice')),
      subject_kind text not null check (subject_kind in ('matter', 'notice')),
      subject_id uuid not null,
      place_path uuid[] not null,
      audience text not null check (audience in ('neighbours', 'staff')),
      terms text[] not null,
      primary key (community_id, entry_id)
    )`.execute(db)
  await sql`create index search_entries_terms on search_entries using gin (terms)
    with (gin_pending_list_limit = 256)`.execute(db)
  await placeTable(db, 'search_entries', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notices add constraint notices_author_fk
    foreign key (author_id) references people (person_id)`.execute(db)
  await sql`alter table notice_readers add constraint notice_readers_notice_fk
    foreign key (community_id, notice_id) references notices (community_id, notice_id)`.execute(db)
}
