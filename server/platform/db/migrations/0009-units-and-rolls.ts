import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Units with their homes and owners, the residents' roll, and imports. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await placeNumbers(db)
  await units(db)
  await owners(db)
  await residentsRoll(db)
  await imports(db)
  await foreignKeys(db)
}

/** 编号: what the community itself calls a place by, so that a new name is a new name and no new place. */
async function placeNumbers(db: Kysely<unknown>): Promise<void> {
  await sql`alter table places add column number text`.execute(db)
  await sql`create unique index places_by_number on places (community_id, number) where number is not null`.execute(
    db,
  )
}

/** Days are dates in Asia/Shanghai; from `ends_on` on it is no more. Areas are in 0.01 m². */
async function units(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table units (
      community_id uuid not null,
      unit_id uuid not null,
      place_id uuid,
      name text not null,
      sort_key text not null,
      number text,
      kind text not null check (kind in ('dwelling', 'premises', 'parking', 'storage', 'other')),
      area_centi_m2 integer check (area_centi_m2 > 0),
      area_source text check (area_source in ('register', 'survey', 'contract')),
      delivery text not null check (delivery in ('delivered', 'unsold', 'undelivered')),
      ends_on date,
      created_at timestamptz not null,
      primary key (community_id, unit_id),
      unique nulls not distinct (community_id, place_id, name),
      check ((area_centi_m2 is null) = (area_source is null)),
      check (area_centi_m2 is not null or kind not in ('dwelling', 'premises'))
    )`.execute(db)
  await sql`create unique index units_by_number on units (community_id, number) where number is not null`.execute(
    db,
  )
  await placeTable(db, 'units', 'community')
  await sql`
    create table unit_homes (
      community_id uuid not null,
      unit_home_id uuid not null,
      unit_id uuid not null,
      home_id uuid not null,
      starts_on date not null,
      ends_on date,
      primary key (community_id, unit_home_id)
    )`.execute(db)
  await sql`create unique index unit_homes_now on unit_homes (community_id, unit_id, home_id) where ends_on is null`.execute(
    db,
  )
  await sql`create index unit_homes_of_home on unit_homes (community_id, home_id)`.execute(db)
  await placeTable(db, 'unit_homes', 'community')
}

/** Co-owners of a unit are the owners whose rows for it are in force. Names and phones are sealed. */
async function owners(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table owners (
      community_id uuid not null,
      owner_id uuid not null,
      kind text not null check (kind in ('person', 'organisation')),
      number text,
      name_sealed bytea not null,
      phone_sealed bytea,
      phone_index bytea,
      created_at timestamptz not null,
      primary key (community_id, owner_id),
      check ((phone_sealed is null) = (phone_index is null)),
      check (number is not null or phone_sealed is not null)
    )`.execute(db)
  await sql`create unique index owners_by_number on owners (community_id, number) where number is not null`.execute(
    db,
  )
  await sql`create index owners_by_phone on owners (community_id, phone_index) where phone_index is not null`.execute(
    db,
  )
  await placeTable(db, 'owners', 'community')
  await sql`
    create table ownerships (
      community_id uuid not null,
      ownership_id uuid not null,
      unit_id uuid not null,
      owner_id uuid not null,
      starts_on date,
      ends_on date,
      created_at timestamptz not null,
      primary key (community_id, ownership_id),
      check (ends_on >= starts_on)
    )`.execute(db)
  await sql`create unique index ownerships_now on ownerships (community_id, unit_id, owner_id) where ends_on is null`.execute(
    db,
  )
  await sql`create index ownerships_of_owner on ownerships (community_id, owner_id)`.execute(db)
  await placeTable(db, 'ownerships', 'community')
}

/** 住户名册. Once somebody is gone for a while, name and phone are erased and the bare row stays. */
async function residentsRoll(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table roll_entries (
      community_id uuid not null,
      entry_id uuid not null,
      home_id uuid not null,
      name_sealed bytea,
      relation text not null check (relation in ('owner', 'family', 'tenant')),
      is_adult boolean not null,
      phone_sealed bytea,
      phone_index bytea,
      ends_on date,
      created_at timestamptz not null,
      primary key (community_id, entry_id),
      check ((phone_sealed is null) = (phone_index is null)),
      check (name_sealed is not null or (ends_on is not null and phone_sealed is null))
    )`.execute(db)
  await sql`create index roll_entries_of_home on roll_entries (community_id, home_id)`.execute(db)
  await sql`create index roll_entries_by_phone on roll_entries (community_id, phone_index) where phone_index is not null`.execute(
    db,
  )
  await sql`create index roll_entries_to_erase on roll_entries (community_id, ends_on)
    where ends_on is not null and name_sealed is not null`.execute(db)
  await placeTable(db, 'roll_entries', 'community')
}

/**
 * Of a community one import is written at a time. How far it is stands in a table of its own: the transaction that writes
 * holds the import's row, and others are to see the progress.
 */
async function imports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table imports (
      community_id uuid not null,
      import_id uuid not null,
      person_id uuid,
      by_name text not null,
      role text,
      sheets text[] not null,
      format text not null check (format in ('xlsx', 'csv')),
      state text not null
        check (state in ('checking', 'bad', 'ready', 'applying', 'applied', 'failed', 'expired')),
      counts jsonb not null default '[]',
      problem_count integer not null default 0,
      file_kept boolean not null,
      created_at timestamptz not null,
      applied_at timestamptz,
      applied_by uuid,
      applied_role text,
      preview_changed boolean not null default false,
      primary key (community_id, import_id)
    )`.execute(db)
  await sql`create unique index imports_one_applying on imports (community_id) where state = 'applying'`.execute(
    db,
  )
  await sql`create index imports_under_way on imports (community_id, import_id)
    where state in ('checking', 'applying')`.execute(db)
  await sql`create index imports_with_file on imports (community_id, created_at) where file_kept`.execute(db)
  await placeTable(db, 'imports', 'community')
  await sql`
    create table import_progress (
      community_id uuid not null,
      import_id uuid not null,
      rows_done integer not null,
      rows_total integer not null,
      beat_at timestamptz not null,
      taken_up smallint not null default 0,
      primary key (community_id, import_id)
    )`.execute(db)
  await placeTable(db, 'import_progress', 'community')
  await sql`
    create table import_problems (
      community_id uuid not null,
      import_id uuid not null,
      position integer not null,
      sheet text,
      row_number integer,
      column_heading text,
      words text not null,
      primary key (community_id, import_id, position)
    )`.execute(db)
  await placeTable(db, 'import_problems', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table units add constraint units_place_fk
    foreign key (community_id, place_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table unit_homes add constraint unit_homes_unit_fk
    foreign key (community_id, unit_id) references units (community_id, unit_id)`.execute(db)
  await sql`alter table unit_homes add constraint unit_homes_home_fk
    foreign key (community_id, home_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table ownerships add constraint ownerships_unit_fk
    foreign key (community_id, unit_id) references units (community_id, unit_id)`.execute(db)
  await sql`alter table ownerships add constraint ownerships_owner_fk
    foreign key (community_id, owner_id) references owners (community_id, owner_id)`.execute(db)
  await sql`alter table roll_entries add constraint roll_entries_home_fk
    foreign key (community_id, home_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table imports add constraint imports_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table imports add constraint imports_applied_by_fk
    foreign key (applied_by) references people (person_id)`.execute(db)
  await sql`alter table import_progress add constraint import_progress_import_fk
    foreign key (community_id, import_id) references imports (community_id, import_id)`.execute(db)
  await sql`alter table import_problems add constraint import_problems_import_fk
    foreign key (community_id, import_id) references imports (community_id, import_id)`.execute(db)
}
