import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'

/** Columns whose ids are of things and places. A new name is not among them: whoever adds one says what it is. */
const OF_THINGS = [
  ...[
    'community_id',
    'region_id',
    'district_id',
    'parent_id',
    'place_id',
    'home_id',
    'grid_id',
    'coverage_id',
  ],
  ...['path', 'home_path', 'place_path', 'jurisdiction', 'inside', 'lead_place_id', 'complained_place_id'],
  ...[
    'membership_id',
    'grant_id',
    'session_id',
    'consent_id',
    'code_id',
    'reading_id',
    'archive_id',
    'entry_id',
  ],
  ...['matter_id', 'merged_into', 'filter_id', 'post_id', 'root_id', 'parent_post_id', 'block_id', 'case_id'],
  ...[
    'appealed_case_id',
    'target_id',
    'subject_id',
    'item_id',
    'last_item_id',
    'notice_id',
    'photo_id',
    'told_after',
  ],
  ...['wish_id', 'from_wish_id', 'offer_id', 'scope_place_id', 'proposal_id', 'merged_id'],
  ...['organisation_id', 'helper_organisation_id', 'member_id', 'request_id'],
  ...[
    'vote_id',
    'ballot_id',
    'voter_id',
    'objection_id',
    'proxy_id',
    'delivery_id',
    'bylaw_id',
    'vacant_home_ids',
  ],
  ...['demand_id', 'signature_id', 'void_vote_id'],
  ...['round_id', 'topic_id', 'follows_id', 'origin_id', 'proposal_into'],
  ...['note_id', 'replaces', 'statement_id'],
  ...['item_id', 'step_id', 'lesson_id', 'link_id', 'corrects'],
  ...['unit_id', 'unit_home_id', 'ownership_id', 'import_id', 'successor_id', 'came_from'],
]

/** Columns that may name a person, as `table.column`. */
export async function columnsOfPersons(db: Database): Promise<string[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    where c.table_schema = 'public' and c.table_name not like 'kysely_%' and c.udt_name in ('uuid', '_uuid')
      and not (c.column_name = any (${OF_THINGS})) order by 1, 2`.execute(db)
  return rows.map(({ table, column }) => `${table}.${column}`)
}

/** All columns of a table. */
export async function columnsOf(db: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`select column_name as column from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by 1`.execute(db)
  return rows.map(({ column }) => column)
}

/** Every table, as text, as far as a person's words or keys could stand in it. */
export async function wholeText(db: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ table: string }>`select relname as table from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(db)
  const texts = new Map<string, string>()
  for (const { table } of rows) {
    const all = await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t`.execute(db)
    texts.set(table, all.rows.map(({ line }) => line).join('\n'))
  }
  return texts
}
