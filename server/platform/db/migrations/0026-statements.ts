import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Statements of a round, what people said to them (sealed, under keyed hashes), the picture of it; votes that come from a topic. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await statements(db)
  await opinions(db)
  await pictures(db)
  await sql`alter table votes add column topic_id uuid`.execute(db)
}

async function statements(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table statements (
      community_id uuid not null,
      statement_id uuid not null,
      round_id uuid not null,
      topic_id uuid,
      author_id uuid not null,
      text text not null,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      answers integer not null default 0 check (answers >= 0),
      created_at timestamptz not null,
      withdrawn_at timestamptz,
      primary key (community_id, statement_id)
    )`.execute(db)
  await sql`create index statements_of_round on statements (community_id, round_id, statement_id)`.execute(db)
  await sql`create index statements_of_author on statements (community_id, author_id, statement_id)`.execute(
    db,
  )
  await placeTable(db, 'statements', 'community')
  await sql`alter table statements add constraint statements_round_fk
    foreign key (community_id, round_id) references rounds (community_id, round_id)`.execute(db)
  await sql`alter table statements add constraint statements_topic_fk
    foreign key (community_id, topic_id) references topics (community_id, topic_id)`.execute(db)
  await sql`alter table statements add constraint statements_author_fk
    foreign key (author_id) references people (person_id)`.execute(db)
}

/** No person, no time, no order: one row for each who answered, found by a keyed hash, with all they said sealed in it. */
async function opinions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_opinions (
      community_id uuid not null,
      round_id uuid not null,
      participant_key bytea not null,
      answers_sealed bytea not null,
      unpictured boolean not null default true,
      primary key (community_id, round_id, participant_key)
    )`.execute(db)
  await sql`create index round_opinions_unpictured on round_opinions (community_id, round_id)
    where unpictured`.execute(db)
  await placeTable(db, 'round_opinions', 'community')
  await sql`alter table round_opinions add constraint round_opinions_round_fk
    foreign key (community_id, round_id) references rounds (community_id, round_id)`.execute(db)
}

async function pictures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table opinion_pictures (
      community_id uuid not null,
      round_id uuid not null,
      people integer not null default 0 check (people >= 0),
      picture jsonb,
      groups_sealed bytea,
      made_at timestamptz,
      primary key (community_id, round_id),
      check ((picture is null) = (made_at is null))
    )`.execute(db)
  await placeTable(db, 'opinion_pictures', 'community')
  await sql`alter table opinion_pictures add constraint opinion_pictures_round_fk
    foreign key (community_id, round_id) references rounds (community_id, round_id)`.execute(db)
}
