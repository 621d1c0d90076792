import { sql, type RawBuilder } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** 30,000 persons with their communities, 20,000 sessions and as many keys of writes. */
export async function fillPeople(db: Database): Promise<void> {
  await sql`insert into people (person_id, nickname, person_code, created_at)
    select id(5, n), '住户' || n, 'P' || n, ${FILLED_AT} from generate_series(100, 30100) n`.execute(db)
  await sql`insert into identities (provider, subject, person_id, created_at)
    select 'demo', 'person ' || n, id(5, n), ${FILLED_AT} from generate_series(100, 140) n`.execute(db)
  await sql`insert into person_communities (person_id, community_id)
    select id(5, n), id(3, least(n / 100, 200)) from generate_series(100, 30100) n`.execute(db)
  await sql`insert into sessions (token_hash, session_id, person_id, device, created_at, last_seen_at, expires_at)
    select sha256(n::text::bytea), id(12, n), id(5, 100 + n), '浏览器', ${FILLED_AT}, ${FILLED_AT},
      ${FILLED_AT} + n * interval '2 minutes' from generate_series(1, 20000) n`.execute(db)
  await sql`insert into idempotency_keys (key_hash, request_hash, answer, created_at)
    select sha256(n::text::bytea), sha256('r'), 'a', ${FILLED_AT} - n * interval '1 minute'
    from generate_series(1, 20000) n`.execute(db)
}

/** What is kept for a while: 20,000 lines of who called from where, codes that were sent, and how often. */
export async function fillKeptForAWhile(db: Database): Promise<void> {
  await sql`insert into access_log (entry_hash, day, sealed)
    select sha256(n::text::bytea), (${FILLED_AT})::date - n % 180, 'sealed' from generate_series(1, 20000) n`.execute(
    db,
  )
  await sql`insert into phone_codes (person_id, code_id, sealed, expires_at)
    select id(5, n), id(13, n), 'sealed', ${FILLED_AT} + n * interval '1 second' from generate_series(100, 5100) n`.execute(
    db,
  )
  await sql`insert into phone_code_counts (subject, count, last_at)
    select sha256(n::text::bytea), 1, ${FILLED_AT} + n * interval '1 second' from generate_series(1, 5000) n`.execute(
    db,
  )
}

/** Six offices a community and twenty more grid workers, and hundreds whose time is over. */
export async function fillGrants(db: Database): Promise<void> {
  await grant(
    db,
    'granted',
    sql`values (1, 'grid_chief', id(4, c * 10000 + 94)), (2, 'grid_worker', id(4, c * 10000 + 94)),
      (3, 'community_staff', id(3, c)), (4, 'community_secretary', id(3, c)), (5, 'property_staff', id(4, c * 10000 + 1)),
      (6, 'building_head', id(4, c * 10000 + 2)), (7, 'residents_committee', id(3, c))`,
  )
  const workers = (first: number, last: RawBuilder<unknown>) =>
    sql`select n, 'grid_worker', id(4, c * 10000 + 95) from generate_series(${sql.lit(first)}, ${last}) n`
  await grant(db, 'granted', workers(10, sql`30`))
  await grant(db, 'ended', workers(1000, sql`case c when 1 then 2000 else 1020 end`))
}

async function grant(db: Database, state: string, offices: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into role_grants (region_id, grant_id, person_id, role, place_id, place_name, jurisdiction, official_name, is_lead,
      starts_at, ends_at, evidence, state, proposed_by, proposed_as, created_at)
    select id(3, c), id(7, c * 10000 + o), id(5, c * 100 + o), role, place, '地方',
      array[id(1, 1), id(2, c % 10), id(3, c), place], '工作人员', false, ${FILLED_AT} - interval '1 year',
      ${FILLED_AT} + interval '1 year', '文件', ${state}, id(5, 100), 'administrator', ${FILLED_AT}
    from generate_series(1, 200) c, lateral (${offices}) as office (o, role, place)`.execute(db)
}

/** Sixty homes a community, and four thousand more of the first, with who lives there or asked to be bound. */
export async function fillMemberships(db: Database): Promise<void> {
  await sql`insert into memberships (community_id, membership_id, person_id, home_id, home_path, home_name, relation, is_adult, state,
      asked_at, confirmed_at)
    select p.community_id, id(8, row_number() over ()), id(5, c * 100 + 30 + n % 70), p.place_id, p.path, p.name, 'owner', true,
      case when n % 20 = 0 then 'asked' when n % 20 = 1 then 'refused' else 'confirmed' end, ${FILLED_AT}, ${FILLED_AT}
    from generate_series(1, 200) c cross join generate_series(34, 93) n
      join places p on p.community_id = id(3, c) and p.place_id = id(4, c * 10000 + n)`.execute(db)
  await sql`insert into memberships (community_id, membership_id, person_id, home_id, home_path, home_name, relation, is_adult, state,
      asked_at, confirmed_at)
    select p.community_id, id(8, 100000 + n * 10 + m), id(5, 20100 + n * 2 + m), p.place_id, p.path, p.name, 'owner', true,
      case when n % 10 = 0 then 'asked' when n % 10 = 1 then 'refused' else 'confirmed' end, ${FILLED_AT}, ${FILLED_AT}
    from generate_series(101, 4100) n cross join generate_series(0, 1) m
      join places p on p.community_id = id(3, 1) and p.place_id = id(4, 10000 + n)`.execute(db)
}
