import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Bylaws that count silence, and proofs that a ballot was delivered: both are what `imputed_majority` needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await bylaws(db)
  await votesByThem(db)
  await deliveries(db)
  await kindsOfThings(db)
}

/** One is in force at a place, or waits for the second official: an index says so. */
async function bylaws(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table bylaws (
      community_id uuid not null,
      bylaw_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      jurisdiction uuid[] not null,
      title text not null,
      clause text not null,
      adopted_on date not null,
      state text not null check (state in ('recorded', 'in_force', 'refused', 'ended')),
      recorded_by uuid not null,
      recorded_name text not null,
      recorded_at timestamptz not null,
      decided_by uuid,
      decided_name text,
      decided_at timestamptz,
      ended_by uuid,
      ended_name text,
      ended_at timestamptz,
      reason text,
      primary key (community_id, bylaw_id),
      check ((state = 'recorded') = (decided_at is null)),
      check ((state = 'ended') = (ended_at is not null)),
      check (state not in ('refused', 'ended') or reason is not null)
    )`.execute(db)
  await sql`create unique index bylaws_standing on bylaws (community_id, place_id, state)
    where state in ('recorded', 'in_force')`.execute(db)
  await sql`create index bylaws_of_recorder on bylaws (community_id, recorded_by)`.execute(db)
  await placeTable(db, 'bylaws', 'community')
  await sql`alter table bylaws add constraint bylaws_recorder_fk
    foreign key (recorded_by) references people (person_id)`.execute(db)
}

/** The clause as it stood at notice is frozen with the vote: what becomes of the bylaws later changes nothing. */
async function votesByThem(db: Kysely<unknown>): Promise<void> {
  await sql`alter table votes
    add column bylaw_id uuid,
    add column bylaw_title text,
    add column bylaw_clause text,
    add column bylaw_adopted_on text,
    add constraint votes_bylaw_whole check ((bylaw_id is null) = (bylaw_title is null)
      and (bylaw_id is null) = (bylaw_clause is null) and (bylaw_id is null) = (bylaw_adopted_on is null))`.execute(
    db,
  )
  await sql`alter table vote_voters add column delivered boolean not null default false`.execute(db)
}

/**
 * 送达. One proof stands for a voter at a time. `voter_id` is no foreign key: a roll may be made anew during notice, and the proof for one who is
 * no longer on it stays on record.
 */
async function deliveries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_deliveries (
      community_id uuid not null,
      vote_id uuid not null,
      delivery_id uuid not null,
      voter_id uuid not null,
      how text not null check (how in ('handed', 'posted', 'acknowledged')),
      note text,
      at timestamptz not null,
      by_person uuid not null,
      by_name text,
      ended_at timestamptz,
      ended_by uuid,
      ended_name text,
      end_reason text,
      primary key (community_id, delivery_id),
      check ((ended_at is null) = (end_reason is null))
    )`.execute(db)
  await sql`create unique index vote_deliveries_standing on vote_deliveries (community_id, vote_id, voter_id)
    where ended_at is null`.execute(db)
  await sql`create index vote_deliveries_of_person on vote_deliveries (community_id, by_person)`.execute(db)
  await placeTable(db, 'vote_deliveries', 'community')
  await sql`alter table vote_deliveries add constraint vote_deliveries_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_deliveries add constraint vote_deliveries_person_fk
    foreign key (by_person) references people (person_id)`.execute(db)
}

async function kindsOfThings(db: Kysely<unknown>): Promise<void> {
  await sql`alter table photos drop constraint photos_subject_kind_check`.execute(db)
  await sql`alter table photos add constraint photos_subject_kind_check
    check (subject_kind in ('matter', 'post', 'notice', 'wish', 'proxy', 'bylaw', 'delivery'))`.execute(db)
  await sql`alter table inbox_items drop constraint inbox_items_subject_kind_check`.execute(db)
  await sql`alter table inbox_items add constraint inbox_items_subject_kind_check check (subject_kind in ('matter',
    'membership', 'grant', 'notice', 'case', 'post', 'wish', 'vote', 'organisation', 'volunteer_request', 'archive',
    'bylaw', 'demand'))`.execute(db)
}
