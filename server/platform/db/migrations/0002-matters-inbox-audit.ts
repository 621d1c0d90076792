import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Matters with their timeline, the inbox, and the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await matters(db)
  await partsOfMatters(db)
  await inbox(db)
  await audit(db)
  await foreignKeys(db)
}

async function matters(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matters (
      community_id uuid not null,
      matter_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      jurisdiction uuid[] not null,
      grid_id uuid,
      reporter_id uuid not null,
      channel text not null check (channel in ('resident', 'door_code')),
      service_code text not null,
      title text not null,
      text text,
      floor text,
      state text not null
        check (state in ('submitted', 'acknowledged', 'assigned', 'in_progress', 'resolved', 'closed', 'declined')),
      level text not null check (level in ('grid', 'community')),
      lead_kind text check (lead_kind in ('grid', 'property', 'community')),
      lead_place_id uuid,
      lead_name text,
      handler_ids uuid[] not null default '{}',
      outcome text check (outcome in ('fixed', 'explained', 'not_fixed')),
      closed_by text check (closed_by in ('confirm', 'verify_passed', 'close_unconfirmed')),
      answered boolean not null default false,
      submitted_at timestamptz not null,
      changed_at timestamptz not null,
      resolved_at timestamptz,
      revision integer not null default 1,
      primary key (community_id, matter_id),
      check ((lead_kind is null) = (lead_place_id is null)),
      check (level <> 'grid' or grid_id is not null),
      check ((state = 'closed') = (closed_by is not null)),
      check (state not in ('resolved', 'closed') or (outcome is not null and resolved_at is not null))
    )`.execute(db)
  await sql`create index matters_of_reporter on matters (community_id, reporter_id, matter_id desc)`.execute(
    db,
  )
  await sql`create index matters_unassigned on matters (community_id, matter_id)
    where state in ('submitted', 'acknowledged')`.execute(db)
  await sql`create index matters_in_hand on matters (community_id, matter_id)
    where state in ('assigned', 'in_progress')`.execute(db)
  await sql`create index matters_to_verify on matters (community_id, matter_id) where state = 'resolved'`.execute(
    db,
  )
  await placeTable(db, 'matters', 'community')
}

async function partsOfMatters(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table matter_places (
      community_id uuid not null,
      place_id uuid not null,
      matter_id uuid not null,
      primary key (community_id, place_id, matter_id)
    )`.execute(db)
  await placeTable(db, 'matter_places', 'community')
  await sql`
    create table matter_events (
      community_id uuid not null,
      matter_id uuid not null,
      seq integer not null,
      act text not null,
      at timestamptz not null,
      person_id uuid,
      role text,
      by_name text,
      unit_name text,
      team_name text,
      outcome text,
      note text,
      to_state text not null,
      primary key (community_id, matter_id, seq)
    )`.execute(db)
  await placeTable(db, 'matter_events', 'community')
}

async function inbox(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inbox_items (
      community_id uuid not null,
      person_id uuid not null,
      item_id uuid not null,
      kind text not null,
      about text not null,
      subject_kind text not null check (subject_kind in ('matter', 'membership', 'grant')),
      subject_id uuid not null,
      at timestamptz not null,
      read_at timestamptz,
      primary key (community_id, person_id, item_id)
    )`.execute(db)
  await sql`create index inbox_items_unread on inbox_items (community_id, person_id) where read_at is null`.execute(
    db,
  )
  await placeTable(db, 'inbox_items', 'community')
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entries (
      community_id uuid not null,
      entry_id uuid not null,
      at timestamptz not null,
      act text not null,
      role text,
      subject_kind text not null,
      subject_id uuid not null,
      person_id uuid,
      reason text,
      salt bytea,
      digest bytea not null,
      seq bigint,
      prev bytea,
      hash bytea,
      primary key (community_id, entry_id),
      unique (community_id, seq)
    )`.execute(db)
  await sql`create index audit_entries_unsealed on audit_entries (community_id, entry_id) where seq is null`.execute(
    db,
  )
  await placeTable(db, 'audit_entries', 'community')
  await sql`
    create table audit_chains (
      community_id uuid not null,
      seq bigint not null,
      head bytea not null,
      primary key (community_id)
    )`.execute(db)
  await placeTable(db, 'audit_chains', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matters add constraint matters_place_fk
    foreign key (community_id, place_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table matters add constraint matters_grid_fk
    foreign key (community_id, grid_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table matters add constraint matters_reporter_fk
    foreign key (reporter_id) references people (person_id)`.execute(db)
  await sql`alter table matter_places add constraint matter_places_matter_fk
    foreign key (community_id, matter_id) references matters (community_id, matter_id)`.execute(db)
  await sql`alter table matter_events add constraint matter_events_matter_fk
    foreign key (community_id, matter_id) references matters (community_id, matter_id)`.execute(db)
}
