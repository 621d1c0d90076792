import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Places, people, roles and what signing in needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await regionsAndPeople(db)
  await roleGrants(db)
  await tokens(db)
  await places(db)
  await memberships(db)
  await foreignKeys(db)
}

async function regionsAndPeople(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table deployment (
      singleton boolean primary key default true check (singleton),
      district_id uuid not null,
      born_as text not null check (born_as in ('demo', 'plain')),
      ready_at timestamptz
    )`.execute(db)
  await placeTable(db, 'deployment', 'shared')
  await sql`
    create table regions (
      region_id uuid primary key,
      parent_id uuid,
      kind text not null check (kind in ('district', 'subdistrict', 'community')),
      name text not null,
      path uuid[] not null,
      created_at timestamptz not null,
      unique nulls not distinct (parent_id, name)
    )`.execute(db)
  await sql`create index regions_by_name on regions (kind, name, region_id)`.execute(db)
  await placeTable(db, 'regions', 'shared')
  await sql`
    create table people (
      person_id uuid primary key,
      nickname text,
      person_code text not null unique,
      created_at timestamptz not null
    )`.execute(db)
  await placeTable(db, 'people', 'shared')
  await sql`
    create table identities (
      provider text not null check (provider in ('wechat', 'demo', 'command')),
      subject text not null,
      person_id uuid not null,
      created_at timestamptz not null,
      primary key (provider, subject)
    )`.execute(db)
  await placeTable(db, 'identities', 'shared')
}

async function roleGrants(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table role_grants (
      region_id uuid not null,
      grant_id uuid not null,
      person_id uuid not null,
      role text not null,
      place_id uuid not null,
      place_name text not null,
      jurisdiction uuid[] not null,
      official_name text not null,
      is_lead boolean not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (ends_at > starts_at),
      evidence text not null,
      state text not null check (state in ('proposed', 'granted', 'refused', 'ended')),
      reason text,
      proposed_by uuid not null,
      proposed_as text not null,
      decided_by uuid,
      created_at timestamptz not null,
      primary key (region_id, grant_id)
    )`.execute(db)
  await sql`create unique index role_grants_once on role_grants (region_id, person_id, role, place_id)
    where state in ('proposed', 'granted')`.execute(db)
  await sql`create index role_grants_of_person on role_grants (person_id) where state = 'granted'`.execute(db)
  await sql`create index role_grants_at_place on role_grants (place_id, role) where state = 'granted'`.execute(
    db,
  )
  await placeTable(db, 'role_grants', 'shared')
}

async function tokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sessions (
      token_hash bytea primary key,
      session_id uuid not null,
      person_id uuid not null,
      device text not null,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index sessions_of_person on sessions (person_id, session_id)`.execute(db)
  await sql`create index sessions_expiry on sessions (expires_at)`.execute(db)
  await placeTable(db, 'sessions', 'token', 'token_hash')
  await sql`
    create table browser_sign_ins (
      code text primary key,
      secret_hash bytea not null unique,
      person_id uuid,
      expires_at timestamptz not null
    )`.execute(db)
  await placeTable(db, 'browser_sign_ins', 'shared')
  await sql`
    create table idempotency_keys (
      key_hash bytea primary key,
      request_hash bytea not null,
      answer bytea,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index idempotency_keys_age on idempotency_keys (created_at)`.execute(db)
  await placeTable(db, 'idempotency_keys', 'token', 'key_hash')
  await sql`
    create table door_codes (
      code text primary key check (length(code) <= 32),
      community_id uuid not null,
      place_id uuid not null,
      issued_at timestamptz not null,
      issued_by uuid not null,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index door_codes_of_place on door_codes (community_id, place_id, issued_at desc, code)`.execute(
    db,
  )
  await placeTable(db, 'door_codes', 'token', 'code')
  await sql`
    create table person_communities (
      person_id uuid not null,
      community_id uuid not null,
      primary key (person_id, community_id)
    )`.execute(db)
  await placeTable(db, 'person_communities', 'token', 'person_id')
}

async function places(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table places (
      community_id uuid not null,
      place_id uuid not null,
      parent_id uuid,
      kind text not null,
      name text not null,
      sort_key text not null,
      path uuid[] not null,
      path_names jsonb not null,
      purpose text,
      ends_at timestamptz,
      created_at timestamptz not null,
      primary key (community_id, place_id),
      unique nulls not distinct (community_id, parent_id, name)
    )`.execute(db)
  await sql`create index places_children on places (community_id, parent_id, sort_key, place_id)`.execute(db)
  await placeTable(db, 'places', 'community')
  await sql`
    create table grid_coverages (
      community_id uuid not null,
      coverage_id uuid not null,
      grid_id uuid not null,
      place_id uuid not null,
      kind text not null check (kind in ('grid', 'functional_grid')),
      starts_at timestamptz not null,
      ends_at timestamptz,
      primary key (community_id, coverage_id)
    )`.execute(db)
  await sql`create index grid_coverages_place on grid_coverages (community_id, place_id)`.execute(db)
  await sql`create index grid_coverages_grid on grid_coverages (community_id, grid_id)`.execute(db)
  await placeTable(db, 'grid_coverages', 'community')
}

async function memberships(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table memberships (
      community_id uuid not null,
      membership_id uuid not null,
      person_id uuid not null,
      home_id uuid not null,
      home_path uuid[] not null,
      home_name text not null,
      relation text not null check (relation in ('owner', 'family', 'tenant')),
      is_adult boolean not null,
      note text,
      state text not null check (state in ('asked', 'confirmed', 'refused', 'objected', 'withdrawn')),
      reason text,
      asked_at timestamptz not null,
      confirmed_at timestamptz,
      decided_by uuid,
      objector_id uuid,
      primary key (community_id, membership_id)
    )`.execute(db)
  await sql`create unique index memberships_once on memberships (community_id, home_id, person_id)
    where state in ('asked', 'confirmed', 'objected')`.execute(db)
  await sql`create index memberships_of_person on memberships (community_id, person_id, membership_id)`.execute(
    db,
  )
  await sql`create index memberships_of_home on memberships (community_id, home_id, membership_id)`.execute(
    db,
  )
  await sql`create index memberships_open on memberships (community_id, membership_id)
    where state in ('asked', 'objected')`.execute(db)
  await placeTable(db, 'memberships', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table regions add constraint regions_parent_fk
    foreign key (parent_id) references regions (region_id)`.execute(db)
  await sql`alter table identities add constraint identities_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table role_grants add constraint role_grants_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table role_grants add constraint role_grants_region_fk
    foreign key (region_id) references regions (region_id)`.execute(db)
  await sql`alter table places add constraint places_community_fk
    foreign key (community_id) references regions (region_id)`.execute(db)
  await sql`alter table places add constraint places_parent_fk
    foreign key (community_id, parent_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table grid_coverages add constraint grid_coverages_grid_fk
    foreign key (community_id, grid_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table grid_coverages add constraint grid_coverages_place_fk
    foreign key (community_id, place_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table memberships add constraint memberships_home_fk
    foreign key (community_id, home_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table memberships add constraint memberships_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
}
