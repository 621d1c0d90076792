import { sql, type Kysely } from 'kysely'
import { addKeysToPeople, addKeysWithin, type KeyWithin } from '../constraints'
import { beginMigration, placeTable } from '../place-table'

/** Action items of rounds with their steps, ledgers and ratings, and the lessons of a round (domain.md 6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await items(db)
  await steps(db)
  await ledger(db)
  await ratings(db)
  await lessons(db)
  await addKeysWithin(db, KEYS)
  await addKeysToPeople(db, PEOPLE)
}

async function items(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table action_items (
      community_id uuid not null,
      item_id uuid not null,
      round_id uuid not null,
      topic_id uuid,
      author_id uuid not null,
      by_name text,
      title text not null,
      promise text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      state text not null check (state in ('open', 'finished', 'given_up')),
      due_on text not null check (due_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      owner_kind text not null check (owner_kind in ('resident', 'council', 'organisation', 'grid', 'property')),
      organisation_id uuid,
      organisation_name text,
      owner_id uuid,
      owner_name text,
      accepted_at timestamptz,
      is_project boolean not null,
      link_kind text check (link_kind in ('matter', 'wish', 'vote')),
      link_id uuid,
      ended_at timestamptz,
      created_at timestamptz not null,
      revision integer not null check (revision > 0),
      primary key (community_id, item_id),
      check ((state = 'open') = (ended_at is null)),
      check ((owner_kind = 'organisation') = (organisation_id is not null)),
      check ((organisation_id is null) = (organisation_name is null)),
      check ((owner_id is null) = (accepted_at is null)),
      check ((link_kind is null) = (link_id is null))
    )`.execute(db)
  await sql`create index action_items_of_round on action_items (community_id, round_id, item_id)`.execute(db)
  await sql`create index action_items_of_author on action_items (community_id, author_id)`.execute(db)
  await sql`create index action_items_of_owner on action_items (community_id, owner_id)
    where owner_id is not null`.execute(db)
  await sql`create index action_items_of_link on action_items (community_id, link_kind, link_id)
    where link_id is not null`.execute(db)
  await sql`create index action_items_of_topic on action_items (community_id, topic_id)
    where topic_id is not null`.execute(db)
  await placeTable(db, 'action_items', 'community')
}

/** Appended only: what happened to an item, first to last. */
async function steps(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table item_steps (
      community_id uuid not null,
      item_id uuid not null,
      seq integer not null,
      step_id uuid not null,
      act text not null,
      at timestamptz not null,
      person_id uuid not null,
      by_name text,
      note text,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      primary key (community_id, item_id, seq),
      unique (community_id, step_id)
    )`.execute(db)
  await sql`create index item_steps_of_person on item_steps (community_id, person_id)`.execute(db)
  await placeTable(db, 'item_steps', 'community')
}

/** 账目, appended only: money in positive and money out negative, in fen; a correction takes one entry back, once. */
async function ledger(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ledger_entries (
      community_id uuid not null,
      item_id uuid not null,
      entry_id uuid not null,
      kind text not null check (kind in ('money_in', 'money_out', 'gift')),
      amount_fen integer not null,
      what text not null,
      with_whom text,
      on_day text not null check (on_day ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      person_id uuid not null,
      by_name text,
      at timestamptz not null,
      corrects uuid,
      primary key (community_id, item_id, entry_id),
      unique (community_id, entry_id),
      check (case when corrects is not null then true when kind = 'money_in' then amount_fen > 0
        when kind = 'money_out' then amount_fen < 0 else amount_fen = 0 end)
    )`.execute(db)
  await sql`create unique index ledger_entries_corrected on ledger_entries (community_id, item_id, corrects)
    where corrects is not null`.execute(db)
  await sql`create index ledger_entries_of_person on ledger_entries (community_id, person_id)`.execute(db)
  await placeTable(db, 'ledger_entries', 'community')
}

/** 一人一次: what somebody says of an item stays theirs alone; counts are all that is shown. */
async function ratings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table item_ratings (
      community_id uuid not null,
      item_id uuid not null,
      person_id uuid not null,
      rating text not null check (rating in ('kept', 'partly', 'not_kept')),
      at timestamptz not null,
      primary key (community_id, item_id, person_id)
    )`.execute(db)
  await sql`create index item_ratings_of_person on item_ratings (community_id, person_id)`.execute(db)
  await placeTable(db, 'item_ratings', 'community')
}

async function lessons(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_lessons (
      community_id uuid not null,
      round_id uuid not null,
      lesson_id uuid not null,
      author_id uuid not null,
      by_name text,
      text text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      at timestamptz not null,
      primary key (community_id, round_id, lesson_id),
      unique (community_id, lesson_id)
    )`.execute(db)
  await sql`create index round_lessons_of_author on round_lessons (community_id, author_id)`.execute(db)
  await placeTable(db, 'round_lessons', 'community')
}

const KEYS: readonly KeyWithin[] = [
  ['action_items', 'round_id', 'rounds'],
  ['action_items', 'topic_id', 'topics'],
  ['item_steps', 'item_id', 'action_items'],
  ['ledger_entries', 'item_id', 'action_items'],
  ['item_ratings', 'item_id', 'action_items'],
  ['round_lessons', 'round_id', 'rounds'],
]
const PEOPLE: readonly [table: string, column: string][] = [
  ['action_items', 'author_id'],
  ['action_items', 'owner_id'],
  ['item_steps', 'person_id'],
  ['ledger_entries', 'person_id'],
  ['item_ratings', 'person_id'],
  ['round_lessons', 'author_id'],
]
