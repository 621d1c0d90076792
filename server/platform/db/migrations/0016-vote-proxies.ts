import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Proxies: who votes for another on the roll, by a written authority that was photographed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`alter table votes add column principals_per_proxy smallint not null default 1
    check (principals_per_proxy between 0 and 3)`.execute(db)
  await proxies(db)
  await sql`alter table vote_proxies add constraint vote_proxies_vote_fk
    foreign key (community_id, vote_id) references votes (community_id, vote_id)`.execute(db)
  await sql`alter table vote_proxies add constraint vote_proxies_agent_fk
    foreign key (agent_id) references people (person_id)`.execute(db)
  await sql`alter table photos drop constraint photos_subject_kind_check`.execute(db)
  await sql`alter table photos add constraint photos_subject_kind_check
    check (subject_kind in ('matter', 'post', 'notice', 'wish', 'proxy'))`.execute(db)
}

/**
 * One live proxy for a voter is a key. `voter_id` is no foreign key: a roll may be made anew during notice, and what was
 * given for somebody who is no longer on it stays on record under the name it had.
 */
async function proxies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_proxies (
      community_id uuid not null,
      vote_id uuid not null,
      proxy_id uuid not null,
      voter_id uuid not null,
      voter_name text not null,
      principal_name text not null,
      agent_id uuid not null,
      agent_name text not null,
      state text not null
        check (state in ('asked', 'accepted', 'refused', 'withdrawn', 'revoked', 'ended')),
      asked_at timestamptz not null,
      decided_at timestamptz,
      decided_by uuid,
      decided_name text,
      reason text,
      primary key (community_id, proxy_id),
      check ((state = 'asked') = (decided_at is null)),
      check (state <> 'refused' or reason is not null)
    )`.execute(db)
  await sql`create unique index vote_proxies_live on vote_proxies (community_id, vote_id, voter_id)
    where state in ('asked', 'accepted')`.execute(db)
  await sql`create index vote_proxies_of_vote on vote_proxies (community_id, vote_id, proxy_id)`.execute(db)
  await sql`create index vote_proxies_of_agent on vote_proxies (community_id, agent_id, vote_id)`.execute(db)
  await placeTable(db, 'vote_proxies', 'community')
}
