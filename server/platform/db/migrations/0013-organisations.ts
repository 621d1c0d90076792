import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Organisations with members, and who asks to be a volunteer (docs/adr/0020). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await organisations(db)
  await organisationMembers(db)
  await volunteerRequests(db)
  await foreignKeys(db)
  await messages(db)
}

async function organisations(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisations (
      community_id uuid not null,
      organisation_id uuid not null,
      kind text not null check (kind in ('party_branch', 'volunteer_team', 'shop', 'institution', 'other')),
      name text not null,
      does text not null,
      state text not null check (state in ('in_force', 'ended')),
      created_by uuid not null,
      created_at timestamptz not null,
      ended_at timestamptz,
      ended_reason text,
      primary key (community_id, organisation_id),
      check ((state = 'ended') = (ended_at is not null)),
      check ((ended_at is null) = (ended_reason is null))
    )`.execute(db)
  await sql`create unique index organisations_name on organisations (community_id, name)
    where state = 'in_force'`.execute(db)
  await sql`create index organisations_in_force on organisations (community_id, organisation_id desc)
    where state = 'in_force'`.execute(db)
  await placeTable(db, 'organisations', 'community')
}

/** One row each time somebody asks; the latest of a person's rows is their standing. */
async function organisationMembers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation_members (
      community_id uuid not null,
      member_id uuid not null,
      organisation_id uuid not null,
      person_id uuid not null,
      state text not null
        check (state in ('asked', 'member', 'lead', 'refused', 'withdrawn', 'left', 'removed')),
      note text,
      reason text,
      asked_at timestamptz not null,
      decided_by uuid,
      primary key (community_id, member_id)
    )`.execute(db)
  await sql`create unique index organisation_members_current
    on organisation_members (community_id, organisation_id, person_id)
    where state in ('asked', 'member', 'lead')`.execute(db)
  await sql`create index organisation_members_inside
    on organisation_members (community_id, organisation_id, member_id desc)
    where state in ('member', 'lead')`.execute(db)
  await sql`create index organisation_members_asked
    on organisation_members (community_id, organisation_id, member_id desc) where state = 'asked'`.execute(db)
  await sql`create index organisation_members_leads on organisation_members (community_id, organisation_id)
    where state = 'lead'`.execute(db)
  await sql`create index organisation_members_of_person
    on organisation_members (community_id, person_id, organisation_id, member_id desc)`.execute(db)
  await placeTable(db, 'organisation_members', 'community')
}

/** `approved` stays when the role is over: what is in force is said by the grant alone. */
async function volunteerRequests(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table volunteer_requests (
      community_id uuid not null,
      request_id uuid not null,
      person_id uuid not null,
      state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
      note text,
      reason text,
      asked_at timestamptz not null,
      decided_by uuid,
      grant_id uuid,
      primary key (community_id, request_id),
      check ((state = 'approved') = (grant_id is not null))
    )`.execute(db)
  await sql`create unique index volunteer_requests_one on volunteer_requests (community_id, person_id)
    where state = 'asked'`.execute(db)
  await sql`create index volunteer_requests_asked on volunteer_requests (community_id, request_id desc)
    where state = 'asked'`.execute(db)
  await sql`create index volunteer_requests_of_person
    on volunteer_requests (community_id, person_id, request_id desc)`.execute(db)
  await placeTable(db, 'volunteer_requests', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation_members add constraint organisation_members_organisation_fk
    foreign key (community_id, organisation_id) references organisations (community_id, organisation_id)`.execute(
    db,
  )
  await sql`alter table organisation_members add constraint organisation_members_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table volunteer_requests add constraint volunteer_requests_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
}

/** What a message may be about. `wish` is there already where migration 0008 came before. */
async function messages(db: Kysely<unknown>): Promise<void> {
  await sql`alter table inbox_items drop constraint inbox_items_subject_kind_check`.execute(db)
  await sql`alter table inbox_items add constraint inbox_items_subject_kind_check check (subject_kind in ('matter',
    'membership', 'grant', 'notice', 'case', 'post', 'wish', 'organisation', 'volunteer_request'))`.execute(
    db,
  )
}
