import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Wishes with offers, seconds and timeline (docs/adr/0015), and everything that names the kind of a thing learns of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await wishes(db)
  await wishIndexes(db)
  await offers(db)
  await events(db)
  await seconds(db)
  await mattersOfWishes(db)
  await foreignKeys(db)
  await kindsOfThings(db)
}

async function wishes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wishes (
      community_id uuid not null,
      wish_id uuid not null,
      author_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      jurisdiction uuid[] not null,
      scope text not null check (scope in ('building', 'estate', 'community')),
      scope_place_id uuid not null,
      scope_name text not null,
      kind text not null,
      title text not null, text text,
      when_suits text,
      meet_at text,
      wanted_by text check (wanted_by ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      shown_as text not null check (shown_as in ('nickname', 'resident')),
      other_name bytea,
      other_phone bytea,
      consent_way text check (consent_way in ('in_person', 'by_phone', 'in_writing')),
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      state text not null check (state in ('submitted', 'published', 'claimed', 'delivered', 'fulfilled', 'declined',
        'withdrawn', 'expired', 'merged')),
      declined_reason text,
      helper_id uuid,
      helper_organisation_id uuid,
      helper_name text,
      published_at timestamptz,
      stands_until timestamptz,
      claimed_at timestamptz,
      contacted_at timestamptz,
      delivered_at timestamptz,
      asked_again_at timestamptz,
      member_left_at timestamptz,
      seconds integer not null default 0 check (seconds >= 0),
      seconds_needed integer not null check (seconds_needed > 0),
      many_told_at timestamptz,
      proposal_kind text check (proposal_kind in ('wish', 'matter')),
      proposal_id uuid,
      proposal_by uuid,
      proposal_by_name text,
      proposal_reason text,
      merged_kind text check (merged_kind in ('wish', 'matter')),
      merged_id uuid,
      thanks text,
      submitted_at timestamptz not null,
      changed_at timestamptz not null,
      revision integer not null check (revision > 0),
      primary key (community_id, wish_id),
      check ((state in ('claimed', 'delivered', 'fulfilled')) = (helper_id is not null)
        and (helper_id is null) = (claimed_at is null)),
      check (helper_organisation_id is null or helper_id is not null),
      check (state <> 'published' or (published_at is not null and stands_until is not null)),
      check ((state = 'merged') = (merged_id is not null) and (merged_id is null) = (merged_kind is null)),
      check (num_nulls(proposal_kind, proposal_by, proposal_by_name, proposal_reason) in (0, 4)),
      check (other_name is null or consent_way is not null), check (other_phone is null or other_name is not null)
    )`.execute(db)
}

/** What neighbours look through, by whom it was said to; what offices look through, in the community; what is one's own. */
async function wishIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index wishes_waiting on wishes (community_id, scope_place_id, stands_until, wish_id)
    where state = 'published' and words_state = 'shown'`.execute(db)
  await sql`create index wishes_helping on wishes (community_id, scope_place_id, changed_at desc, wish_id desc)
    where state in ('claimed', 'delivered') and words_state = 'shown'`.execute(db)
  await sql`create index wishes_fulfilled on wishes (community_id, scope_place_id, changed_at desc, wish_id desc)
    where state = 'fulfilled' and words_state = 'shown'`.execute(db)
  await sql`create index wishes_waiting_all on wishes (community_id, stands_until, wish_id)
    where state = 'published' and words_state = 'shown'`.execute(db)
  await sql`create index wishes_helping_all on wishes (community_id, changed_at desc, wish_id desc)
    where state in ('claimed', 'delivered') and words_state = 'shown'`.execute(db)
  await sql`create index wishes_fulfilled_all on wishes (community_id, changed_at desc, wish_id desc)
    where state = 'fulfilled' and words_state = 'shown'`.execute(db)
  await sql`create index wishes_of_author on wishes (community_id, author_id, wish_id desc)`.execute(db)
  await sql`create index wishes_open_of_author on wishes (community_id, author_id, place_id, wish_id)
    where state in ('submitted', 'published', 'claimed', 'expired')`.execute(db)
  await sql`create index wishes_of_others on wishes (community_id, changed_at)
    where other_name is not null`.execute(db)
  await sql`create index wishes_of_organisation on wishes (community_id, helper_organisation_id, wish_id desc)
    where helper_organisation_id is not null`.execute(db)
  await sql`create index wishes_merged_into on wishes (community_id, merged_id)
    where merged_id is not null`.execute(db)
  await placeTable(db, 'wishes', 'community')
}

async function offers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wish_offers (
      community_id uuid not null,
      wish_id uuid not null,
      offer_id uuid not null,
      person_id uuid not null,
      organisation_id uuid,
      shown_name text,
      name text not null,
      note text,
      offered_at timestamptz not null,
      lapses_at timestamptz not null,
      state text not null check (state in ('waiting', 'accepted', 'ended', 'taken_back', 'declined', 'lapsed')),
      primary key (community_id, wish_id, offer_id)
    )`.execute(db)
  await sql`create unique index wish_offers_once on wish_offers (community_id, wish_id, person_id)
    where state = 'waiting'`.execute(db)
  await sql`create index wish_offers_of_person on wish_offers (community_id, person_id, wish_id desc)`.execute(
    db,
  )
  await placeTable(db, 'wish_offers', 'community')
}

async function events(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wish_events (
      community_id uuid not null,
      wish_id uuid not null,
      seq integer not null,
      act text not null,
      at timestamptz not null,
      person_id uuid,
      by_name text,
      helper_name text,
      note text,
      words_shown boolean not null,
      to_state text not null,
      primary key (community_id, wish_id, seq)
    )`.execute(db)
  await placeTable(db, 'wish_events', 'community')
}

/** 我也想要, once per home. */
async function seconds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wish_seconds (
      community_id uuid not null,
      wish_id uuid not null,
      home_id uuid not null,
      person_id uuid not null,
      at timestamptz not null,
      primary key (community_id, wish_id, home_id)
    )`.execute(db)
  await sql`create index wish_seconds_of_home on wish_seconds (community_id, home_id, person_id, wish_id)`.execute(
    db,
  )
  await placeTable(db, 'wish_seconds', 'community')
}

/** A matter that came of a wish leads back to it. */
async function mattersOfWishes(db: Kysely<unknown>): Promise<void> {
  await sql`alter table matters add column from_wish_id uuid`.execute(db)
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table wishes add constraint wishes_place_fk
    foreign key (community_id, place_id) references places (community_id, place_id)`.execute(db)
  await sql`alter table wishes add constraint wishes_author_fk
    foreign key (author_id) references people (person_id)`.execute(db)
  for (const table of ['wish_offers', 'wish_events', 'wish_seconds']) {
    await sql`alter table ${sql.id(table)} add constraint ${sql.id(`${table}_wish_fk`)}
      foreign key (community_id, wish_id) references wishes (community_id, wish_id)`.execute(db)
  }
}

/** Columns that name a kind of thing, and what they may hold from now on. */
const KINDS: readonly [table: string, column: string, kinds: readonly string[]][] = [
  ['photos', 'subject_kind', ['matter', 'post', 'notice', 'wish']],
  ['contact_readings', 'subject_kind', ['matter', 'wish']],
  ['posts', 'subject_kind', ['matter', 'notice', 'wish']],
  ['moderation_cases', 'target_kind', ['matter', 'post', 'notice', 'wish']],
  ['moderation_cases', 'subject_kind', ['matter', 'notice', 'wish']],
  [
    'inbox_items',
    'subject_kind',
    ['matter', 'membership', 'grant', 'notice', 'case', 'post', 'wish', 'organisation', 'volunteer_request'],
  ],
  ['search_entries', 'kind', ['matter', 'post', 'notice', 'wish']],
  ['search_entries', 'subject_kind', ['matter', 'notice', 'wish']],
]

async function kindsOfThings(db: Kysely<unknown>): Promise<void> {
  for (const [table, column, kinds] of KINDS) {
    const name = sql.id(`${table}_${column}_check`)
    await sql`alter table ${sql.id(table)} drop constraint ${name}`.execute(db)
    await sql`alter table ${sql.id(table)} add constraint ${name}
      check (${sql.id(column)} in (${sql.join(kinds.map((kind) => sql.lit(kind)))}))`.execute(db)
  }
}
