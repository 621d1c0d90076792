import { sql, type Kysely } from 'kysely'
import { allowKinds } from '../constraints'
import { beginMigration } from '../place-table'

/**
 * 举报 of demands: who sees their words, and cases that are about them; what stands was checked when it was written. And a
 * demand that waits anew because the vote that it led to is void. Bylaws that wait may be taken back by who recorded them,
 * and what voters say who got no ballot is found by whom it is about.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await sql`alter table owners_demands add column words_state text not null default 'shown'
    check (words_state in ('waiting', 'shown', 'hidden', 'staff_only'))`.execute(db)
  await sql`alter table owners_demands alter column words_state drop default`.execute(db)
  await sql`alter table owners_demands add column waits_since timestamptz, add column void_vote_id uuid,
    add constraint owners_demands_waits_anew check ((waits_since is null) = (void_vote_id is null))`.execute(
    db,
  )
  await sql`alter table bylaws drop constraint bylaws_state_check`.execute(db)
  await sql`alter table bylaws add constraint bylaws_state_check
    check (state in ('recorded', 'in_force', 'refused', 'taken_back', 'ended'))`.execute(db)
  await sql`create index vote_deliveries_contested on vote_deliveries (community_id, vote_id, voter_id, ended_at desc)
    where ended_by is not null and ended_name is null`.execute(db)
  for (const [column, kinds] of KINDS) await allowKinds(db, 'moderation_cases', column, kinds)
}

/** Columns that name a kind of thing, and what they may hold from now on. */
const KINDS: readonly [column: string, kinds: readonly string[]][] = [
  ['target_kind', ['matter', 'post', 'notice', 'wish', 'demand']],
  ['subject_kind', ['matter', 'notice', 'wish', 'vote', 'demand']],
]
