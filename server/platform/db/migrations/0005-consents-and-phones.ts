import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Consents, phones, who read a contact, and the access log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await consents(db)
  await phones(db)
  await contactReadings(db)
  await accessLog(db)
  await foreignKeys(db)
}

async function consents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consents (
      person_id uuid not null,
      consent_id uuid not null,
      document text not null check (document in ('privacy', 'public_words')),
      version text not null,
      age text not null check (age in ('over_14', 'guardian_agreed')),
      given_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (person_id, consent_id)
    )`.execute(db)
  await sql`create unique index consents_once on consents (person_id, document, version)
    where withdrawn_at is null`.execute(db)
  await placeTable(db, 'consents', 'token', 'person_id')
}

/** A phone serves one person: its index is unique over all of them, so the table is replicated like people. */
async function phones(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table phones (
      person_id uuid primary key,
      sealed bytea not null,
      blind_index bytea not null unique,
      method text not null check (method in ('wechat', 'sms')),
      verified_at timestamptz not null
    )`.execute(db)
  await placeTable(db, 'phones', 'shared')
  await sql`
    create table phone_codes (
      person_id uuid primary key,
      code_id uuid not null,
      sealed bytea not null,
      code_hash bytea,
      tries integer not null default 0,
      sent boolean not null default false,
      sends integer not null default 0,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index phone_codes_expiry on phone_codes (expires_at)`.execute(db)
  await placeTable(db, 'phone_codes', 'token', 'person_id')
  await sql`
    create table phone_code_counts (
      subject bytea primary key,
      count integer not null,
      last_at timestamptz not null
    )`.execute(db)
  await sql`create index phone_code_counts_age on phone_code_counts (last_at)`.execute(db)
  await placeTable(db, 'phone_code_counts', 'token', 'subject')
  await sql`
    create table contact_keys (
      singleton boolean primary key default true check (singleton),
      fingerprint bytea not null
    )`.execute(db)
  await placeTable(db, 'contact_keys', 'shared')
}

async function contactReadings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contact_readings (
      community_id uuid not null,
      owner_id uuid not null,
      reading_id uuid not null,
      reader_id uuid not null,
      reader_name text not null,
      reader_role text,
      subject_kind text not null check (subject_kind in ('matter')),
      subject_id uuid not null,
      about text not null,
      at timestamptz not null,
      primary key (community_id, owner_id, reading_id)
    )`.execute(db)
  await placeTable(db, 'contact_readings', 'community')
}

/** Person and address, sealed; found by nothing but a keyed hash and the day it is erased by (domain.md 10). */
async function accessLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_log (
      entry_hash bytea primary key,
      day date not null,
      sealed bytea not null
    )`.execute(db)
  await sql`create index access_log_day on access_log (day)`.execute(db)
  await placeTable(db, 'access_log', 'token', 'entry_hash')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table phones add constraint phones_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table contact_readings add constraint contact_readings_owner_fk
    foreign key (owner_id) references people (person_id)`.execute(db)
}
