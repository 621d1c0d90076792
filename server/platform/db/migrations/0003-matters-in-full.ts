import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Matters in full for grid and community: every act of the table, joiners, premises, who is complained about, saved filters. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await origins(db)
  await handling(db)
  await endings(db)
  await timeline(db)
  await joiners(db)
  await deskFilters(db)
  await indexes(db)
}

async function origins(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matters alter column reporter_id drop not null`.execute(db)
  await sql`alter table matters drop constraint matters_channel_check`.execute(db)
  await sql`alter table matters add constraint matters_channel_check
    check (channel in ('resident', 'door_code', 'patrol', 'visit', 'phone'))`.execute(db)
  await sql`alter table matters
    add column author_id uuid,
    add column recorder_id uuid,
    add column caller_phone bytea,
    add column visibility text not null default 'public'
      check (visibility in ('public', 'private', 'restricted')),
    add column first_level text not null default 'community' check (first_level in ('grid', 'community')),
    add column shown_as text not null default 'resident' check (shown_as in ('resident', 'nickname')),
    add column words_state text not null default 'staff_only'
      check (words_state in ('shown', 'waiting', 'hidden', 'staff_only')),
    add column complained_kind text check (complained_kind in ('grid', 'property', 'community')),
    add column complained_place_id uuid,
    add column complained_name text,
    add constraint matters_complained_check check ((complained_kind is null) = (complained_place_id is null)),
    add constraint matters_author_fk foreign key (author_id) references people (person_id),
    add constraint matters_origin_check check (coalesce(reporter_id, author_id, recorder_id) is not null)`.execute(
    db,
  )
  await sql`update matters set first_level = level`.execute(db)
  await sql`alter table matters alter column first_level drop default`.execute(db)
  await sql`alter table matters alter column visibility drop default`.execute(db)
}

async function handling(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matters drop constraint matters_state_check`.execute(db)
  await sql`alter table matters add constraint matters_state_check check (state in ('submitted', 'acknowledged',
    'assigned', 'in_progress', 'deferred', 'resolved', 'closed', 'declined', 'withdrawn', 'merged'))`.execute(
    db,
  )
  await sql`alter table matters
    add column supports jsonb not null default '[]',
    add column assignee_ids uuid[] not null default '{}',
    add column reviewed boolean not null default false,
    add column sent_down boolean not null default false,
    add column returns integer not null default 0,
    add column designated boolean not null default false,
    add column arbitration text check (arbitration in ('review', 'designation')),
    add column deferrals integer not null default 0,
    add column review_at timestamptz,
    add column asked_review_at timestamptz,
    add column merged_into uuid,
    add column merged_at timestamptz,
    add constraint matters_deferred_check check ((state = 'deferred') = (review_at is not null)),
    add constraint matters_merged_check check ((state = 'merged') = (merged_into is not null)),
    add constraint matters_merged_at_check check ((merged_into is null) = (merged_at is null)),
    add constraint matters_arbitrated_check check (arbitration is null or level = 'community')`.execute(db)
}

async function endings(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matters
    add column closed_at timestamptz,
    add column reopenings integer not null default 0,
    add column disputer_ids uuid[] not null default '{}',
    add column joined_homes integer not null default 0,
    add column above_told_at timestamptz,
    add column reinspect_at timestamptz`.execute(db)
  await sql`update matters set closed_at = changed_at where state = 'closed'`.execute(db)
  await sql`alter table matters add constraint matters_closed_at_check
    check ((state = 'closed') = (closed_at is not null))`.execute(db)
  await sql`alter table matters add constraint matters_reinspect_check
    check (reinspect_at is null or state = 'closed')`.execute(db)
}

async function timeline(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matter_events
    add column details jsonb not null default '{}',
    add column words_shown boolean not null default true`.execute(db)
}

async function joiners(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matter_joiners (
      community_id uuid not null,
      matter_id uuid not null,
      person_id uuid not null,
      home_id uuid not null,
      joined_at timestamptz not null,
      primary key (community_id, matter_id, person_id)
    )`.execute(db)
  await placeTable(db, 'matter_joiners', 'community')
  await sql`alter table matter_joiners add constraint matter_joiners_matter_fk
    foreign key (community_id, matter_id) references matters (community_id, matter_id)`.execute(db)
  await sql`alter table matter_joiners add constraint matter_joiners_home_fk
    foreign key (community_id, home_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table matters add constraint matters_merged_into_fk
    foreign key (community_id, merged_into) references matters (community_id, matter_id)`.execute(db)
}

async function deskFilters(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table desk_filters (
      community_id uuid not null,
      person_id uuid not null,
      filter_id uuid not null,
      name text not null,
      list text not null,
      service_code text,
      channel text,
      place_id uuid,
      primary key (community_id, person_id, filter_id)
    )`.execute(db)
  await placeTable(db, 'desk_filters', 'community')
  await sql`alter table desk_filters add constraint desk_filters_place_fk
    foreign key (community_id, place_id) references places (community_id, place_id)`.execute(db)
}

async function indexes(db: Kysely<unknown>): Promise<void> {
  await sql`drop index matters_in_hand`.execute(db)
  await sql`create index matters_in_hand on matters (community_id, matter_id)
    where state in ('assigned', 'in_progress', 'deferred')`.execute(db)
  await sql`create index matters_deferral_asked on matters (community_id, matter_id)
    where asked_review_at is not null`.execute(db)
  await sql`create index matters_to_reinspect on matters (community_id, matter_id)
    where reinspect_at is not null`.execute(db)
  await sql`create index matters_open on matters (community_id, matter_id)
    where state in ('submitted', 'acknowledged', 'assigned', 'in_progress', 'deferred', 'resolved')`.execute(
    db,
  )
  await sql`create index matters_merged on matters (community_id, merged_into) where merged_into is not null`.execute(
    db,
  )
}
