import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** One district, ten subdistricts, 200 communities. */
export async function fillRegions(db: Database): Promise<void> {
  await sql`insert into deployment (district_id, born_as, ready_at) values (id(1, 1), 'demo', ${FILLED_AT})`.execute(
    db,
  )
  const columns = sql`(region_id, parent_id, kind, name, path, created_at)`
  await sql`insert into regions ${columns} select id(1, 1), null, 'district', '区', array[id(1, 1)], ${FILLED_AT}`.execute(
    db,
  )
  await sql`insert into regions ${columns}
    select id(2, n), id(1, 1), 'subdistrict', '街道' || n, array[id(1, 1), id(2, n)], ${FILLED_AT}
    from generate_series(0, 9) n`.execute(db)
  await sql`insert into regions ${columns}
    select id(3, n), id(2, n % 10), 'community', '社区' || n, array[id(1, 1), id(2, n % 10), id(3, n)], ${FILLED_AT}
    from generate_series(1, 200) n`.execute(db)
}

/** 24,000 places, a sixth of them in the first community, with grids over their buildings and door codes. */
export async function fillPlaces(db: Database): Promise<void> {
  await sql`insert into places (community_id, place_id, parent_id, kind, name, sort_key, path, path_names, created_at)
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
      jsonb_build_array(jsonb_build_object('placeId', id(4, c * 10000 + 1), 'kind', 'estate', 'name', '湖光苑'))
        || case when n between 2 and 33 or n > 100 or n between 34 and 93
          then jsonb_build_array(jsonb_build_object('placeId', id(4, c * 10000 + building), 'kind', 'building', 'name', '3号楼'))
          else '[]' end
        || case when n >= 10 then jsonb_build_array(
          jsonb_build_object('placeId', id(4, c * 10000 + 10 + n % 24), 'kind', 'entrance', 'name', '1单元'),
          jsonb_build_object('placeId', id(4, c * 10000 + n), 'kind', 'home', 'name', n::text)) else '[]' end,
      ${FILLED_AT}
    from generate_series(1, 200) c, generate_series(1, 100 + case c when 1 then 4000 else 0 end) n,
      lateral (select case when n <= 9 then n when n <= 33 then 2 + (n - 10) / 3 else 2 + n % 24 / 3 end as building) b`.execute(
    db,
  )
  await sql`insert into grid_coverages (community_id, coverage_id, grid_id, place_id, kind, starts_at)
    select id(3, c), id(6, c * 100 + b), id(4, c * 10000 + 94 + b % 2), id(4, c * 10000 + b), 'grid', ${FILLED_AT} - interval '1 year'
    from generate_series(1, 200) c, generate_series(2, 9) b`.execute(db)
  await sql`insert into door_codes (code, community_id, place_id, issued_at, issued_by)
    select lpad(c || 'X' || n, 26, '0'), id(3, c), id(4, c * 10000 + 10 + n % 3), ${FILLED_AT} - n * interval '1 hour', id(5, 100)
    from generate_series(1, 200) c, generate_series(1, 60) n`.execute(db)
}
