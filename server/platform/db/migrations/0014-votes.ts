import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Votes: what is decided, who is on the roll, ballots, objections. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await votes(db)
  await items(db)
  await roll(db)
  await ballots(db)
  await eventsAndObjections(db)
  await foreignKeys(db)
  await kindsOfThings(db)
}

async function votes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table votes (
      community_id uuid not null,
      vote_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      place_kind text not null,
      jurisdiction uuid[] not null,
      has_committee boolean not null,
      electorate text not null check (electorate in ('homes', 'owners', 'residents')),
      title text not null,
      text text not null,
      rules text[] not null,
      binding text not null check (binding in ('binding', 'advisory')),
      disclosure text not null check (disclosure in ('totals', 'by_unit')),
      parking_counts boolean not null,
      vacant_home_ids uuid[] not null,
      expected_area_centi_m2 bigint check (expected_area_centi_m2 > 0),
      convener_id uuid not null,
      convener_role text not null,
      convener_name text not null,
      state text not null
        check (state in ('draft', 'notice', 'open', 'counting', 'closed', 'certified', 'withdrawn', 'void')),
      opens_at timestamptz not null,
      closes_at timestamptz not null,
      notice_at timestamptz,
      closed_at timestamptz,
      certified_at timestamptz,
      certified_by text,
      text_sha256 text,
      notice_sha256 text,
      frozen_sha256 text,
      head text,
      roll_persons integer,
      roll_area_centi_m2 bigint,
      undecided_roll integer not null default 0,
      undecided_result integer not null default 0,
      upheld_result integer not null default 0,
      void_asked_by uuid,
      void_asked_name text,
      void_ground text check (void_ground in ('objection', 'order')),
      void_reason text,
      told_kind text,
      told_after uuid,
      created_at timestamptz not null,
      revision integer not null,
      primary key (community_id, vote_id),
      check (closes_at > opens_at),
      check ((void_asked_by is null) = (void_reason is null)),
      check (state in ('draft', 'withdrawn') or (notice_at is not null and notice_sha256 is not null)),
      check (state not in ('open', 'counting', 'closed', 'certified', 'void') or frozen_sha256 is not null),
      check (state not in ('closed', 'certified', 'void') or (head is not null and closed_at is not null))
    )`.execute(db)
  await votesIndexes(db)
  await placeTable(db, 'votes', 'community')
}

async function votesIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index votes_current on votes (community_id, place_id, vote_id)
    where state in ('notice', 'open', 'counting')`.execute(db)
  await sql`create index votes_over on votes (community_id, place_id, vote_id)
    where state in ('closed', 'certified', 'void', 'withdrawn')`.execute(db)
  await sql`create index votes_drafted on votes (community_id, convener_id, vote_id) where state = 'draft'`.execute(
    db,
  )
  await sql`create index votes_untold on votes (community_id, vote_id) where told_kind is not null`.execute(
    db,
  )
}

/** What is decided. `result` is written when it is counted, and never changed. */
async function items(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_items (
      community_id uuid not null,
      vote_id uuid not null,
      item_id text not null,
      position smallint not null,
      subject text not null,
      title text not null,
      rule text not null,
      options text[] not null,
      max_choices smallint,
      result jsonb,
      primary key (community_id, vote_id, item_id)
    )`.execute(db)
  await placeTable(db, 'vote_items', 'community')
}

/**
 * 名册, frozen at notice: a voter is a home, an owner or set of co-owners, or a resident. `token` stands for it in the
 * bulletin and means nothing elsewhere. `vote_voter_ways`: by which home, owner or person one comes to vote for it.
 */
async function roll(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_voters (
      community_id uuid not null,
      vote_id uuid not null,
      voter_id uuid not null,
      key text not null,
      token text not null,
      position integer not null,
      name text not null,
      units jsonb not null,
      owner_ids uuid[] not null,
      area_centi_m2 bigint not null,
      left_out text check (left_out in ('vacant', 'removed')),
      took_part boolean not null default false,
      primary key (community_id, vote_id, voter_id),
      unique (community_id, vote_id, key),
      unique (community_id, vote_id, position)
    )`.execute(db)
  await sql`create index vote_voters_missing on vote_voters (community_id, vote_id, position)
    where not took_part and left_out is null`.execute(db)
  await sql`create index vote_voters_took_part on vote_voters (community_id, vote_id) include (area_centi_m2)
    where took_part and left_out is null`.execute(db)
  await placeTable(db, 'vote_voters', 'community')
  await sql`
    create table vote_voter_ways (
      community_id uuid not null,
      vote_id uuid not null,
      way text not null check (way in ('home', 'owner', 'person')),
      way_id uuid not null,
      voter_id uuid not null,
      primary key (community_id, way_id, vote_id, way, voter_id)
    )`.execute(db)
  await sql`create index vote_voter_ways_of_vote on vote_voter_ways (community_id, vote_id)`.execute(db)
  await placeTable(db, 'vote_voter_ways', 'community')
  // A roll asks of every unit who owned it on a day and which homes it was: those that ended too.
  await sql`create index ownerships_of_unit on ownerships (community_id, unit_id)`.execute(db)
  await sql`create index unit_homes_of_unit on unit_homes (community_id, unit_id)`.execute(db)
}

/** 选票. What was chosen is sealed: until it is counted nobody reads it, and nothing but the count opens it. */
async function ballots(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ballots (
      community_id uuid not null,
      vote_id uuid not null,
      ballot_id uuid not null,
      voter_id uuid not null,
      caster_id uuid,
      channel text not null check (channel in ('online', 'paper', 'proxy')),
      choices_sealed bytea not null,
      receipt text not null,
      cast_at timestamptz not null,
      replaced_at timestamptz,
      primary key (community_id, vote_id, ballot_id),
      unique (community_id, vote_id, receipt),
      check ((caster_id is null) = (channel = 'paper'))
    )`.execute(db)
  await sql`create unique index ballots_standing on ballots
    (community_id, vote_id, voter_id, channel, caster_id) nulls not distinct where replaced_at is null`.execute(
    db,
  )
  await sql`create index ballots_of_caster on ballots (community_id, caster_id)`.execute(db)
  await placeTable(db, 'ballots', 'community')
}

async function eventsAndObjections(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_events (
      community_id uuid not null,
      vote_id uuid not null,
      seq integer not null,
      act text not null,
      at timestamptz not null,
      person_id uuid,
      by_name text,
      note text,
      primary key (community_id, vote_id, seq)
    )`.execute(db)
  await sql`create index vote_events_of_person on vote_events (community_id, person_id) where person_id is not null`.execute(
    db,
  )
  await placeTable(db, 'vote_events', 'community')
  await sql`
    create table vote_objections (
      community_id uuid not null,
      vote_id uuid not null,
      objection_id uuid not null,
      about text not null check (about in ('roll', 'result')),
      voter_id uuid,
      person_id uuid not null,
      by_name text not null,
      text text not null,
      at timestamptz not null,
      decision text check (decision in ('upheld', 'dismissed')),
      answer text,
      answered_by uuid,
      answered_name text,
      answered_at timestamptz,
      primary key (community_id, vote_id, objection_id),
      check ((decision is null) = (answered_at is null)),
      check ((decision is null) = (answer is null))
    )`.execute(db)
  await sql`create index vote_objections_of_person on vote_objections (community_id, person_id)`.execute(db)
  await placeTable(db, 'vote_objections', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table votes add constraint votes_convener_fk
    foreign key (convener_id) references people (person_id)`.execute(db)
  await sql`alter table vote_items add constraint vote_items_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_voters add constraint vote_voters_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_voter_ways add constraint vote_voter_ways_voter_fk
    foreign key (community_id, vote_id, voter_id) references vote_voters (community_id, vote_id, voter_id)`.execute(
    db,
  )
  await sql`alter table ballots add constraint ballots_voter_fk
    foreign key (community_id, vote_id, voter_id) references vote_voters (community_id, vote_id, voter_id)`.execute(
    db,
  )
  await sql`alter table ballots add constraint ballots_caster_fk
    foreign key (caster_id) references people (person_id)`.execute(db)
  await sql`alter table vote_events add constraint vote_events_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_events add constraint vote_events_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table vote_objections add constraint vote_objections_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_objections add constraint vote_objections_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
}

/** Columns that name a kind of thing, and what they may hold from now on. */
const KINDS: readonly [table: string, column: string, kinds: readonly string[]][] = [
  ['posts', 'subject_kind', ['matter', 'notice', 'wish', 'vote']],
  ['moderation_cases', 'subject_kind', ['matter', 'notice', 'wish', 'vote']],
  ['search_entries', 'kind', ['matter', 'post', 'notice', 'wish', 'vote']],
  ['search_entries', 'subject_kind', ['matter', 'notice', 'wish', 'vote']],
  [
    'inbox_items',
    'subject_kind',
    [
      'matter',
      'membership',
      'grant',
      'notice',
      'case',
      'post',
      'wish',
      'vote',
      'organisation',
      'volunteer_request',
      'archive',
    ],
  ],
]

async function kindsOfThings(db: Kysely<unknown>): Promise<void> {
  for (const [table, column, kinds] of KINDS) {
    const name = sql.id(`${table}_${column}_check`)
    await sql`alter table ${sql.id(table)} drop constraint ${name}`.execute(db)
    await sql`alter table ${sql.id(table)} add constraint ${name}
      check (${sql.id(column)} in (${sql.join(kinds.map((kind) => sql.lit(kind)))}))`.execute(db)
  }
}
