import { sql, type Kysely } from 'kysely'
import { addKeysToPeople, addKeysWithin, allowKinds, type KeyWithin } from '../constraints'
import { beginMigration, placeTable } from '../place-table'

/** Open-space rounds with the homes of their scope, who took part, their timeline, and topics with seconds (domain.md 6). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await beginMigration(db)
  await rounds(db)
  await scopes(db)
  await participants(db)
  await events(db)
  await topics(db)
  await seconds(db)
  await addKeysWithin(db, KEYS)
  await addKeysToPeople(db, PEOPLE)
  for (const [table, column, kinds] of KINDS) await allowKinds(db, table, column, kinds)
}

async function rounds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rounds (
      community_id uuid not null,
      round_id uuid not null,
      place_id uuid not null,
      place_name text not null,
      place_kind text not null check (place_kind in ('building', 'entrance', 'courtyard', 'estate')),
      jurisdiction uuid[] not null,
      chosen boolean not null,
      homes integer not null check (homes > 0),
      question text not null,
      text text,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      state text not null check (state in ('agenda', 'discussion', 'action', 'evaluation', 'closed', 'abandoned',
        'withdrawn')),
      convener_id uuid not null,
      convener_role text,
      convener_name text not null,
      meets_at timestamptz,
      meets_where text,
      invited_at timestamptz,
      telling text[] not null default '{}',
      told_after uuid,
      next_convener_id uuid,
      next_convener_name text,
      follows_id uuid,
      touched_at timestamptz not null,
      idle_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null,
      revision integer not null check (revision > 0),
      primary key (community_id, round_id),
      check ((state in ('closed', 'abandoned', 'withdrawn')) = (ended_at is not null)),
      check ((next_convener_id is null) = (next_convener_name is null))
    )`.execute(db)
  await sql`create index rounds_current on rounds (community_id, place_id, round_id desc)
    where state in ('agenda', 'discussion', 'action', 'evaluation')`.execute(db)
  await sql`create index rounds_over on rounds (community_id, place_id, round_id desc)
    where state in ('closed', 'abandoned', 'withdrawn')`.execute(db)
  await sql`create index rounds_current_all on rounds (community_id, round_id desc)
    where state in ('agenda', 'discussion', 'action', 'evaluation')`.execute(db)
  await sql`create index rounds_over_all on rounds (community_id, round_id desc)
    where state in ('closed', 'abandoned', 'withdrawn')`.execute(db)
  await sql`create index rounds_of_convener on rounds (community_id, convener_id)`.execute(db)
  await sql`create index rounds_following on rounds (community_id, follows_id) where follows_id is not null`.execute(
    db,
  )
  await sql`create index rounds_untold on rounds (community_id, round_id) where telling <> '{}'`.execute(db)
  await placeTable(db, 'rounds', 'community')
}

/** Homes of a scope that was chosen home by home; a scope that is the whole place has none here. */
async function scopes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_homes (
      community_id uuid not null,
      round_id uuid not null,
      home_id uuid not null,
      primary key (community_id, round_id, home_id)
    )`.execute(db)
  await sql`create index round_homes_of_home on round_homes (community_id, home_id)`.execute(db)
  await placeTable(db, 'round_homes', 'community')
}

/** Who did something in it, and from which home; null: in office. Who left that home took part all the same. */
async function participants(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_participants (
      community_id uuid not null,
      round_id uuid not null,
      person_id uuid not null,
      home_id uuid,
      since timestamptz not null,
      left_at timestamptz,
      primary key (community_id, round_id, person_id)
    )`.execute(db)
  await sql`create index round_participants_homes on round_participants (community_id, round_id, home_id)
    where home_id is not null`.execute(db)
  await sql`create index round_participants_of_person on round_participants (community_id, person_id)`.execute(
    db,
  )
  await placeTable(db, 'round_participants', 'community')
}

async function events(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_events (
      community_id uuid not null,
      round_id uuid not null,
      seq integer not null,
      act text not null,
      at timestamptz not null,
      person_id uuid,
      by_name text,
      other_name text,
      note text,
      primary key (community_id, round_id, seq)
    )`.execute(db)
  await sql`create index round_events_of_person on round_events (community_id, person_id)
    where person_id is not null`.execute(db)
  await placeTable(db, 'round_events', 'community')
}

/** 议题: of a round, or, as long as `round_id` is null, of the standing board of its place. */
async function topics(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table topics (
      community_id uuid not null,
      topic_id uuid not null,
      round_id uuid,
      place_id uuid not null,
      place_name text not null,
      place_kind text not null check (place_kind in ('building', 'entrance', 'courtyard', 'estate')),
      jurisdiction uuid[] not null,
      author_id uuid not null,
      home_id uuid,
      shown_as text not null check (shown_as in ('nickname', 'resident')),
      title text not null,
      text text,
      words_state text not null check (words_state in ('waiting', 'shown', 'hidden', 'staff_only')),
      state text not null check (state in ('open', 'declined', 'merged', 'withdrawn')),
      origin_kind text check (origin_kind in ('wish', 'matter', 'post', 'topic')),
      origin_id uuid,
      on_board_at timestamptz,
      seconds integer not null default 0 check (seconds >= 0),
      seconds_needed integer not null check (seconds_needed > 0),
      met_at timestamptz,
      silent_at timestamptz,
      declined_reason text,
      declined_name text,
      declined_at timestamptz,
      merged_into uuid,
      proposal_into uuid,
      proposal_by uuid,
      proposal_by_name text,
      proposal_reason text,
      outcome text check (outcome in ('consensus', 'no_consensus', 'vote')),
      outcome_text text,
      outcome_at timestamptz,
      vote_id uuid,
      created_at timestamptz not null,
      revision integer not null check (revision > 0),
      primary key (community_id, topic_id),
      check ((origin_kind is null) = (origin_id is null)),
      check (round_id is not null or on_board_at is not null),
      check ((state = 'merged') = (merged_into is not null)),
      check ((state = 'declined') = (declined_at is not null)),
      check (num_nulls(proposal_into, proposal_by, proposal_by_name, proposal_reason) in (0, 4)),
      check ((outcome is null) = (outcome_at is null)), check (outcome is null or outcome_text is not null)
    )`.execute(db)
  await topicIndexes(db)
  await placeTable(db, 'topics', 'community')
}

async function topicIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create index topics_of_round on topics (community_id, round_id, topic_id)
    where round_id is not null`.execute(db)
  await sql`create index topics_on_board on topics (community_id, place_id, topic_id desc)
    where round_id is null and state = 'open'`.execute(db)
  await sql`create index topics_off_board on topics (community_id, place_id, topic_id desc)
    where on_board_at is not null and (round_id is not null or state <> 'open')`.execute(db)
  await sql`create index topics_of_author on topics (community_id, author_id, topic_id desc)`.execute(db)
  await sql`create index topics_of_origin on topics (community_id, origin_kind, origin_id)
    where origin_id is not null`.execute(db)
  await sql`create index topics_merged_into on topics (community_id, merged_into)
    where merged_into is not null`.execute(db)
  await sql`create index topics_of_vote on topics (community_id, vote_id) where vote_id is not null`.execute(
    db,
  )
}

/** 附议, once per home. */
async function seconds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table topic_seconds (
      community_id uuid not null,
      topic_id uuid not null,
      home_id uuid not null,
      person_id uuid not null,
      at timestamptz not null,
      primary key (community_id, topic_id, home_id)
    )`.execute(db)
  await sql`create index topic_seconds_of_person on topic_seconds (community_id, person_id, topic_id)`.execute(
    db,
  )
  await sql`create index topic_seconds_of_home on topic_seconds (community_id, home_id)`.execute(db)
  await placeTable(db, 'topic_seconds', 'community')
}

const KEYS: readonly KeyWithin[] = [
  ['round_homes', 'round_id', 'rounds'],
  ['round_participants', 'round_id', 'rounds'],
  ['round_events', 'round_id', 'rounds'],
  ['topics', 'round_id', 'rounds'],
  ['topic_seconds', 'topic_id', 'topics'],
]
const PEOPLE: readonly [table: string, column: string][] = [
  ['rounds', 'convener_id'],
  ['round_participants', 'person_id'],
  ['round_events', 'person_id'],
  ['topics', 'author_id'],
  ['topic_seconds', 'person_id'],
]

const THINGS = ['matter', 'notice', 'wish', 'vote', 'demand', 'round', 'topic']
/** Columns that name a kind of thing, and what they may hold from now on. */
const KINDS: readonly [table: string, column: string, kinds: readonly string[]][] = [
  ['posts', 'subject_kind', THINGS],
  ['moderation_cases', 'subject_kind', THINGS],
  ['search_entries', 'subject_kind', THINGS],
  ['search_entries', 'kind', [...THINGS, 'post']],
  [
    'moderation_cases',
    'target_kind',
    [...THINGS, 'post', 'session_note', 'statement', 'action_item', 'item_step', 'lesson', 'objection'],
  ],
  [
    'photos',
    'subject_kind',
    ['matter', 'post', 'notice', 'wish', 'proxy', 'bylaw', 'delivery', 'item_step', 'ledger_entry'],
  ],
  [
    'inbox_items',
    'subject_kind',
    [
      ...THINGS,
      'membership',
      'grant',
      'case',
      'post',
      'organisation',
      'volunteer_request',
      'archive',
      'bylaw',
      'action_item',
    ],
  ],
]
