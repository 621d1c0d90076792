import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Votes on paper: who counts them, which envelopes came in, what each teller read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  // Who was named at notice, as they sign: frozen with the settings, whoever takes over later.
  await sql`alter table votes add column paper_tellers text[]
    check (paper_tellers is null or cardinality(paper_tellers) = 3)`.execute(db)
  await sql`alter table ballots add column void_reason text
    check (void_reason in ('blank', 'unreadable', 'marked', 'too_many', 'differ'))`.execute(db)
  await sql`alter table ballots add constraint ballots_void_on_paper
    check (void_reason is null or channel = 'paper')`.execute(db)
  await sql`create index ballots_void on ballots (community_id, vote_id) where void_reason is not null`.execute(
    db,
  )
  await tellers(db)
  await envelopes(db)
  await entries(db)
  await foreignKeys(db)
}

/** 计票人. One row each time somebody is named for a seat; of each seat one stands. */
async function tellers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_tellers (
      community_id uuid not null,
      vote_id uuid not null,
      person_id uuid not null,
      seat smallint not null check (seat between 1 and 3),
      name text not null,
      role text not null,
      named_at timestamptz not null,
      replaced_at timestamptz,
      primary key (community_id, vote_id, person_id)
    )`.execute(db)
  await sql`create unique index vote_tellers_standing on vote_tellers (community_id, vote_id, seat)
    where replaced_at is null`.execute(db)
  await sql`create index vote_tellers_of_person on vote_tellers (community_id, person_id)`.execute(db)
  await placeTable(db, 'vote_tellers', 'community')
}

/** 收到的信封: only whose. `number` is the voter's place on the roll, from 1, as it is printed on the ballot. */
async function envelopes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_envelopes (
      community_id uuid not null,
      vote_id uuid not null,
      voter_id uuid not null,
      number integer not null check (number > 0),
      received_by uuid not null,
      received_at timestamptz not null,
      settled_at timestamptz,
      primary key (community_id, vote_id, voter_id),
      unique (community_id, vote_id, number)
    )`.execute(db)
  await sql`create index vote_envelopes_unsettled on vote_envelopes (community_id, vote_id, number)
    where settled_at is null`.execute(db)
  await sql`create index vote_envelopes_of_person on vote_envelopes (community_id, received_by)`.execute(db)
  await placeTable(db, 'vote_envelopes', 'community')
}

/** 录入. Sealed like a ballot, each for itself: nobody reads one before the count. */
async function entries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_envelope_entries (
      community_id uuid not null,
      vote_id uuid not null,
      voter_id uuid not null,
      seat smallint not null check (seat between 1 and 3),
      person_id uuid not null,
      read_sealed bytea not null,
      keyed_at timestamptz not null,
      primary key (community_id, vote_id, voter_id, seat)
    )`.execute(db)
  await sql`create index vote_envelope_entries_of_person on vote_envelope_entries (community_id, person_id)`.execute(
    db,
  )
  await placeTable(db, 'vote_envelope_entries', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vote_tellers add constraint vote_tellers_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_tellers add constraint vote_tellers_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
  await sql`alter table vote_envelopes add constraint vote_envelopes_voter_fk
    foreign key (community_id, vote_id, voter_id) references vote_voters (community_id, vote_id, voter_id)`.execute(
    db,
  )
  await sql`alter table vote_envelopes add constraint vote_envelopes_person_fk
    foreign key (received_by) references people (person_id)`.execute(db)
  await sql`alter table vote_envelope_entries add constraint vote_envelope_entries_envelope_fk
    foreign key (community_id, vote_id, voter_id)
    references vote_envelopes (community_id, vote_id, voter_id)`.execute(db)
  await sql`alter table vote_envelope_entries add constraint vote_envelope_entries_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
}
