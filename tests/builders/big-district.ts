import { sql } from 'kysely'
import { newToken } from '#server/platform/crypto/index'
import type { Database } from '#server/platform/db/index'
import { hashToken } from '#server/platform/http/caller'

/** Kinds of ids: `idOf` and the SQL function `id` make the same. */
const KIND = { district: 1, subdistrict: 2, community: 3, place: 4, person: 5 } as const
const PLACES_PER_COMMUNITY = 10_000

/** The id of the n-th thing of a kind. */
export function idOf(kind: keyof typeof KIND, n: number): string {
  return `${KIND[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** Place `n` of a community: 1 the estate, 2 to 9 buildings, 10 to 33 entrances, 34 to 93 homes, 94 and 95 grids, then functional grids. */
export function placeOf(community: number, n: number): string {
  return idOf('place', community * PLACES_PER_COMMUNITY + n)
}

/** Who holds which office in a community: their number among its people. */
const OFFICERS = {
  chief: 1,
  worker: 2,
  staff: 3,
  secretary: 4,
  property: 5,
  head: 6,
} as const
const PEOPLE_PER_COMMUNITY = 100

/** Someone in office in a community. */
export function officerOf(community: number, office: keyof typeof OFFICERS): string {
  return idOf('person', community * PEOPLE_PER_COMMUNITY + OFFICERS[office])
}

/** A resident who reported, and was told, more than anybody else in the community. */
export function busyResidentOf(community: number): string {
  return idOf('person', community * PEOPLE_PER_COMMUNITY + 50)
}

const NOW = sql`timestamptz '2026-11-18 02:00:00Z'`

/**
 * Fills an empty, migrated database by SQL: 200 communities, the first as big as the others together; 24,000 places,
 * 20,000 memberships, 60,000 matters, messages and entries on record. Then gathers statistics.
 */
export async function fillBigDistrict(big: Database): Promise<void> {
  await sql`create function id(kind int, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`.execute(
    big,
  )
  await big.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db) // foreign keys hold by construction
    await regionsAndPeople(db)
    await places(db)
    await grants(db)
    await memberships(db)
    await matters(db)
    await inboxAndAudit(db)
    await sql`reset session_replication_role`.execute(db)
    await sql`analyze`.execute(db)
  })
}

async function regionsAndPeople(db: Database): Promise<void> {
  await sql`insert into deployment (district_id, born_as, ready_at) values (id(1, 1), 'demo', ${NOW})`.execute(
    db,
  )
  await sql`insert into regions select id(1, 1), null, 'district', '区', array[id(1, 1)], ${NOW}`.execute(db)
  await sql`insert into regions select id(2, n), id(1, 1), 'subdistrict', '街道' || n, array[id(1, 1), id(2, n)], ${NOW}
    from generate_series(0, 9) n`.execute(db)
  await sql`insert into regions select id(3, n), id(2, n % 10), 'community', '社区' || n,
    array[id(1, 1), id(2, n % 10), id(3, n)], ${NOW} from generate_series(1, 200) n`.execute(db)
  await sql`insert into people select id(5, n), '住户' || n, 'P' || n, ${NOW} from generate_series(100, 30100) n`.execute(
    db,
  )
  await sql`insert into identities select 'demo', 'person ' || n, id(5, n), ${NOW} from generate_series(100, 140) n`.execute(
    db,
  )
  await sql`insert into person_communities select id(5, n), id(3, least(n / 100, 200)) from generate_series(100, 30100) n`.execute(
    db,
  )
  await sql`insert into sessions select sha256(n::text::bytea), id(12, n), id(5, 100 + n), '浏览器', ${NOW}, ${NOW},
    ${NOW} + n * interval '2 minutes' from generate_series(1, 20000) n`.execute(db)
  await sql`insert into idempotency_keys select sha256(n::text::bytea), sha256('r'), 'a', ${NOW} - n * interval '1 minute'
    from generate_series(1, 20000) n`.execute(db)
}

async function places(db: Database): Promise<void> {
  await sql`insert into places
    select id(3, c), id(4, c * 10000 + n), case when n between 2 and 9 then id(4, c * 10000 + 1)
        when n between 10 and 33 then id(4, c * 10000 + 2 + (n - 10) / 3)
        when n between 34 and 93 or n > 100 then id(4, c * 10000 + 10 + n % 24) end,
      case when n = 1 then 'estate' when n <= 9 then 'building' when n <= 33 then 'entrance' when n <= 93 or n > 100 then 'home'
        when n <= 95 then 'grid' else 'functional_grid' end,
      n::text, lpad(n::text, 8, '0'),
      array[id(3, c)] || case when n between 2 and 33 then array[id(4, c * 10000 + 1)] else '{}' end
        || case when n between 34 and 93 or n > 100
          then array[id(4, c * 10000 + 1), id(4, c * 10000 + 2 + n % 24 / 3), id(4, c * 10000 + 10 + n % 24)]
          when n between 10 and 33 then array[id(4, c * 10000 + 2 + (n - 10) / 3)] else '{}' end || id(4, c * 10000 + n),
      jsonb_build_array(jsonb_build_object('placeId', id(4, c * 10000 + 10), 'kind', 'entrance', 'name', '1单元'),
        jsonb_build_object('placeId', id(4, c * 10000 + n), 'kind', 'home', 'name', n::text)), null, null, ${NOW}
    from generate_series(1, 200) c, generate_series(1, 100 + case c when 1 then 4000 else 0 end) n`.execute(
    db,
  )
  await sql`insert into grid_coverages
    select id(3, c), id(6, c * 100 + b), id(4, c * 10000 + 94 + b % 2), id(4, c * 10000 + b), 'grid', ${NOW} - interval '1 year', null
    from generate_series(1, 200) c, generate_series(2, 9) b`.execute(db)
  await sql`insert into door_codes
    select lpad(c || 'X' || n, 26, '0'), id(3, c), id(4, c * 10000 + 10 + n % 3), ${NOW} - n * interval '1 hour', id(5, 100), null
    from generate_series(1, 200) c, generate_series(1, 60) n`.execute(db)
}

/** Six offices a community and twenty more grid workers, and hundreds whose time is over. */
async function grants(db: Database): Promise<void> {
  await grant(
    db,
    'granted',
    sql`values (1, 'grid_chief', id(4, c * 10000 + 94)), (2, 'grid_worker', id(4, c * 10000 + 94)),
      (3, 'community_staff', id(3, c)), (4, 'community_secretary', id(3, c)), (5, 'property_staff', id(4, c * 10000 + 1)),
      (6, 'building_head', id(4, c * 10000 + 2))`,
  )
  const workers = (
    first: number,
    last: ReturnType<typeof sql>,
  ) => sql`select n, 'grid_worker', id(4, c * 10000 + 95)
    from generate_series(${sql.lit(first)}, ${last}) n`
  await grant(db, 'granted', workers(10, sql`30`))
  await grant(db, 'ended', workers(1000, sql`case c when 1 then 2000 else 1020 end`))
}

async function grant(db: Database, state: string, offices: ReturnType<typeof sql>): Promise<void> {
  await sql`
    insert into role_grants (region_id, grant_id, person_id, role, place_id, place_name, jurisdiction, official_name, is_lead,
      starts_at, ends_at, evidence, state, proposed_by, proposed_as, created_at)
    select id(3, c), id(7, c * 10000 + o), id(5, c * 100 + o), role, place, '地方',
      array[id(1, 1), id(2, c % 10), id(3, c), place], '工作人员', false, ${NOW} - interval '1 year', ${NOW} + interval '1 year',
      '文件', ${state}, id(5, 100), 'administrator', ${NOW}
    from generate_series(1, 200) c, lateral (${offices}) as office (o, role, place)`.execute(db)
}

async function memberships(db: Database): Promise<void> {
  await sql`insert into memberships (community_id, membership_id, person_id, home_id, home_path, home_name, relation, is_adult, state,
      asked_at, confirmed_at)
    select p.community_id, id(8, row_number() over ()), id(5, c * 100 + 30 + n % 70), p.place_id, p.path, p.name, 'owner', true,
      case when n % 20 = 0 then 'asked' when n % 20 = 1 then 'refused' else 'confirmed' end, ${NOW}, ${NOW}
    from generate_series(1, 200) c cross join generate_series(34, 93) n
      join places p on p.community_id = id(3, c) and p.place_id = id(4, c * 10000 + n)`.execute(db)
  await sql`insert into memberships (community_id, membership_id, person_id, home_id, home_path, home_name, relation, is_adult, state,
      asked_at, confirmed_at)
    select p.community_id, id(8, 100000 + n * 10 + m), id(5, 20100 + n * 2 + m), p.place_id, p.path, p.name, 'owner', true,
      case when n % 10 = 0 then 'asked' when n % 10 = 1 then 'refused' else 'confirmed' end, ${NOW}, ${NOW}
    from generate_series(101, 4100) n cross join generate_series(0, 1) m
      join places p on p.community_id = id(3, 1) and p.place_id = id(4, 10000 + n)`.execute(db)
}

/** 30,000 in the first community and as many in the others, nearly all of them over. */
async function matters(db: Database): Promise<void> {
  await sql`insert into matters (community_id, matter_id, place_id, place_name, jurisdiction, grid_id, reporter_id, channel,
      service_code, title, state, level, lead_kind, lead_place_id, lead_name, outcome, closed_by, submitted_at,
      changed_at, resolved_at, revision)
    select id(3, c), id(9, n), id(4, c * 10000 + b), '楼', array[id(1, 1), id(2, c % 10), id(3, c), id(4, c * 10000 + b)],
      id(4, c * 10000 + 94 + b % 2), id(5, c * 100 + case when n % 10 = 0 then 50 else 30 + n / 7 % 70 end), 'resident',
      'stair_lamp', '灯不亮', state, case n % 2 when 0 then 'grid' else 'community' end,
      case when state in ('submitted', 'acknowledged', 'declined') then null else 'grid' end,
      case when state in ('submitted', 'acknowledged', 'declined') then null else id(4, c * 10000 + 94) end, '网格',
      case when state in ('resolved', 'closed') then 'fixed' end, case when state = 'closed' then 'confirm' end,
      ${NOW} - interval '1 year', ${NOW}, case when state in ('resolved', 'closed') then ${NOW} end, 1
    from (select n, case when n % 2 = 0 then 1 else 2 + n / 2 % 199 end as c, 2 + n / 3 % 8 as b,
        (array['submitted', 'acknowledged', 'assigned', 'in_progress', 'resolved', 'declined'])[
          case when n / 2 % 20 = 0 then 1 + n / 40 % 6 end] as rare from generate_series(1, 60000) n) s,
      lateral (select coalesce(rare, 'closed') as state) named`.execute(db)
  await sql`insert into matter_places select m.community_id, unnest(p.path), m.matter_id
    from matters m join places p on p.community_id = m.community_id and p.place_id = m.place_id`.execute(db)
  await sql`insert into matter_events (community_id, matter_id, seq, act, at, to_state)
    select community_id, matter_id, 1, 'submit', submitted_at, 'submitted' from matters`.execute(db)
}

async function inboxAndAudit(db: Database): Promise<void> {
  await sql`insert into inbox_items select id(3, c), id(5, c * 100 + case when n % 10 = 0 then 50 else 30 + n / 7 % 70 end), id(10, n),
      'matter_progress', '灯不亮', 'matter', id(9, n), ${NOW}, case when n / 2 % 10 = 0 then null else ${NOW} end
    from (select n, case when n % 2 = 0 then 1 else 2 + n / 2 % 199 end as c from generate_series(1, 60000) n) s`.execute(
    db,
  )
  await sql`insert into audit_entries (community_id, entry_id, at, act, subject_kind, subject_id, digest, seq, prev, hash)
    select id(3, c), id(11, n), ${NOW}, 'matter.submit', 'matter', id(9, n), 'd',
      case when n > 59800 then null else row_number() over (partition by c order by n) end, 'p', 'h'
    from (select n, case when n % 2 = 0 then 1 else 2 + n / 2 % 199 end as c from generate_series(1, 60000) n) s`.execute(
    db,
  )
  await sql`insert into audit_chains select community_id, max(seq), 'h' from audit_entries group by 1`.execute(
    db,
  )
}

/** Signs a person of the big district in. */
export async function signInTo(db: Database, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await db
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      session_id: personId,
      person_id: personId,
      device: '浏览器',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    })
    .execute()
  return token
}
