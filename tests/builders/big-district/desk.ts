import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { COMMUNITIES } from './size'

/** Four filters of everybody with an office. */
export async function fillDesk(db: Database): Promise<void> {
  await sql`insert into desk_filters (community_id, person_id, filter_id, name, list, service_code)
    select id(3, c), id(5, c * 100 + p), id(60, c * 1000 + p * 10 + n), '楼道灯', 'mine', 'stair_lamp'
    from generate_series(1, ${sql.lit(COMMUNITIES)}) c, generate_series(1, 6) p, generate_series(0, 3) n`.execute(
    db,
  )
}
