import { sql, type Kysely } from 'kysely'
import { beginMigration, placeTable } from '../place-table'

/** Threads with thanks, locks and blocks; reports of words and the cases moderators decide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await posts(db)
  await besidePosts(db)
  await cases(db)
  await foreignKeys(db)
}

/** `root_id` is the post itself or the one it answers: a thread in order is (root_id, post_id). */
async function posts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table posts (
      community_id uuid not null,
      post_id uuid not null,
      subject_kind text not null check (subject_kind in ('matter', 'notice')),
      subject_id uuid not null,
      root_id uuid not null,
      parent_post_id uuid,
      author_id uuid not null,
      shown_as text not null check (shown_as in ('nickname', 'resident')),
      official_role text,
      official_name text,
      unit_name text,
      kind text not null check (kind in ('reply', 'staff_note')),
      text text,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      first_shown_at timestamptz,
      answered_id uuid,
      mention_names text[] not null default '{}',
      untold_ids uuid[] not null default '{}',
      thanks_count integer not null default 0 check (thanks_count >= 0),
      at timestamptz not null,
      deleted_at timestamptz,
      primary key (community_id, post_id),
      check (root_id = coalesce(parent_post_id, post_id)),
      check ((deleted_at is null) = (text is not null)),
      check ((official_role is null) = (official_name is null)),
      check (kind = 'reply' or official_role is not null),
      check (words_state <> 'shown' or first_shown_at is not null)
    )`.execute(db)
  await sql`create index posts_of_thread on posts (community_id, subject_kind, subject_id, root_id, post_id)`.execute(
    db,
  )
  await placeTable(db, 'posts', 'community')
}

async function besidePosts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table post_thanks (
      community_id uuid not null,
      post_id uuid not null,
      person_id uuid not null,
      at timestamptz not null,
      primary key (community_id, post_id, person_id)
    )`.execute(db)
  await placeTable(db, 'post_thanks', 'community')
  await sql`
    create table thread_locks (
      community_id uuid not null,
      subject_kind text not null,
      subject_id uuid not null,
      locked_by uuid not null,
      by_name text not null,
      reason text not null,
      locked_at timestamptz not null,
      primary key (community_id, subject_kind, subject_id)
    )`.execute(db)
  await placeTable(db, 'thread_locks', 'community')
  await sql`
    create table person_blocks (
      community_id uuid not null,
      blocker_id uuid not null,
      block_id uuid not null,
      blocked_id uuid not null,
      shown_as text not null check (shown_as in ('nickname', 'resident')),
      at timestamptz not null,
      primary key (community_id, blocker_id, block_id),
      unique (community_id, blocker_id, blocked_id)
    )`.execute(db)
  await placeTable(db, 'person_blocks', 'community')
}

async function cases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table moderation_cases (
      community_id uuid not null,
      case_id uuid not null,
      source text not null check (source in ('check', 'report', 'appeal')),
      target_kind text not null check (target_kind in ('matter', 'post', 'notice')),
      target_id uuid not null,
      author_id uuid not null,
      about text not null,
      subject_kind text not null check (subject_kind in ('matter', 'notice')),
      subject_id uuid not null,
      original text not null,
      reasons text[] not null default '{}',
      report_count integer not null default 0,
      state text not null check (state in ('open', 'decided', 'dropped')),
      decision text check (decision in ('show', 'hide', 'keep')),
      reason text,
      decided_by uuid,
      decided_at timestamptz,
      in_force boolean not null default false,
      appealed_case_id uuid,
      hidden_by uuid,
      appeal_note text,
      target_gone boolean not null default false,
      opened_at timestamptz not null,
      primary key (community_id, case_id),
      unique (community_id, appealed_case_id),
      check ((state = 'decided') = (decision is not null)),
      check ((source = 'appeal') = (appealed_case_id is not null)),
      check (not in_force or decision = 'hide')
    )`.execute(db)
  await sql`create unique index moderation_cases_open on moderation_cases (community_id, target_kind, target_id)
    where state = 'open'`.execute(db)
  await sql`create index moderation_cases_queue on moderation_cases (community_id, case_id)
    where state = 'open'`.execute(db)
  await sql`create index moderation_cases_hidden on moderation_cases (community_id, author_id, case_id desc)
    where in_force`.execute(db)
  await sql`create index moderation_cases_of_target on moderation_cases (community_id, target_kind, target_id)`.execute(
    db,
  )
  await placeTable(db, 'moderation_cases', 'community')
  await sql`
    create table content_reports (
      community_id uuid not null,
      case_id uuid not null,
      target_kind text not null,
      target_id uuid not null,
      reporter_id uuid not null,
      category text not null,
      note text,
      at timestamptz not null,
      primary key (community_id, target_kind, target_id, reporter_id)
    )`.execute(db)
  await sql`create index content_reports_of_case on content_reports (community_id, case_id)`.execute(db)
  await placeTable(db, 'content_reports', 'community')
}

async function foreignKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table posts add constraint posts_author_fk
    foreign key (author_id) references people (person_id)`.execute(db)
  await sql`alter table posts add constraint posts_parent_fk
    foreign key (community_id, parent_post_id) references posts (community_id, post_id)`.execute(db)
  await sql`alter table post_thanks add constraint post_thanks_post_fk
    foreign key (community_id, post_id) references posts (community_id, post_id)`.execute(db)
  await sql`alter table person_blocks add constraint person_blocks_blocked_fk
    foreign key (blocked_id) references people (person_id)`.execute(db)
  await sql`alter table moderation_cases add constraint moderation_cases_appealed_fk
    foreign key (community_id, appealed_case_id) references moderation_cases (community_id, case_id)`.execute(
    db,
  )
  await sql`alter table content_reports add constraint content_reports_case_fk
    foreign key (community_id, case_id) references moderation_cases (community_id, case_id)`.execute(db)
}
