import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Demands of the owners that a vote be convened, and who signed them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await demands(db)
  await signatures(db)
  await sql`alter table votes add column demand_id uuid`.execute(db)
}

/** `votes.demand_id` and `vote_id` here name one another without a foreign key: either may be written first. */
async function demands(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table owners_demands (
      community_id uuid not null,
      demand_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      place_kind text not null check (place_kind in ('estate', 'building', 'courtyard', 'entrance')),
      jurisdiction uuid[] not null,
      title text not null,
      text text not null,
      author_id uuid not null,
      by_name text not null,
      state text not null check (state in ('open', 'met', 'convened', 'expired', 'withdrawn')),
      persons_when_written integer not null,
      persons_of integer not null,
      persons_signed integer not null,
      created_at timestamptz not null,
      ends_at timestamptz not null,
      met_at timestamptz,
      silent_at timestamptz,
      vote_id uuid,
      answer text,
      answered_by uuid,
      answered_name text,
      answered_at timestamptz,
      revision integer not null,
      primary key (community_id, demand_id),
      check ((state in ('met', 'convened')) = (met_at is not null)),
      check ((state = 'convened') = (vote_id is not null)),
      check (silent_at is null or met_at is not null),
      check ((answer is null) = (answered_at is null))
    )`.execute(db)
  await sql`create index owners_demands_listed on owners_demands (community_id,
    (case state when 'open' then 2 when 'met' then 1 else 0 end) desc, demand_id desc)
    where state in ('open', 'met', 'convened')`.execute(db)
  await sql`create unique index owners_demands_open on owners_demands (community_id, author_id, place_id)
    where state = 'open'`.execute(db)
  await sql`create index owners_demands_of_author on owners_demands (community_id, author_id)`.execute(db)
  await placeTable(db, 'owners_demands', 'community')
  await sql`alter table owners_demands add constraint owners_demands_author_fk
    foreign key (author_id) references people (person_id)`.execute(db)
}

/** One stands at a time for a person in the sense of the counting rule, whoever of several co-owners gave it. */
async function signatures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table demand_signatures (
      community_id uuid not null,
      demand_id uuid not null,
      signature_id uuid not null,
      voter_key text not null,
      voter_name text not null,
      person_id uuid not null,
      home_id uuid,
      at timestamptz not null,
      ended_at timestamptz,
      primary key (community_id, demand_id, signature_id)
    )`.execute(db)
  await sql`create unique index demand_signatures_standing on demand_signatures (community_id, demand_id, voter_key)
    where ended_at is null`.execute(db)
  await sql`create index demand_signatures_of_person on demand_signatures (community_id, person_id)`.execute(
    db,
  )
  await placeTable(db, 'demand_signatures', 'community')
  await sql`alter table demand_signatures add constraint demand_signatures_demand_fk
    foreign key (community_id, demand_id) references owners_demands (community_id, demand_id)`.execute(db)
  await sql`alter table demand_signatures add constraint demand_signatures_person_fk
    foreign key (person_id) references people (person_id)`.execute(db)
}
