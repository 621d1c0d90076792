import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/**
 * Fifteen hundred bylaws in the first community and thirty in each other, most of them ended; in force are those of the
 * estate and of its buildings.
 */
export async function fillBylaws(db: Database): Promise<void> {
  await sql`insert into bylaws (community_id, bylaw_id, place_id, place_name, jurisdiction, title, clause, adopted_on, state,
      recorded_by, recorded_name, recorded_at, decided_by, decided_name, decided_at, ended_by, ended_name, ended_at, reason)
    select id(3, c), id(88, c * 10000 + n), place, '湖光苑', array[id(1, 1), id(2, c % 10), id(3, c), place],
      '湖光苑业主大会议事规则', '没交票的，算到多数人选的那一边', '2026-05-10', state,
      id(5, c * 100 + 30 + n % 70), '陈主任（居委会）', ${FILLED_AT},
      id(5, c * 100 + 4), '周书记（社区书记）', ${FILLED_AT},
      case when state = 'ended' then id(5, c * 100 + 4) end, case when state = 'ended' then '周书记（社区书记）' end,
      case when state = 'ended' then ${FILLED_AT} end, case when state <> 'in_force' then '换成了新的' end
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 1500 else 30 end) n,
      lateral (select case when n <= 9 then 'in_force' when n % 10 = 0 then 'refused' else 'ended' end as state,
        id(4, c * 10000 + case when n <= 9 then n else 1 + n % 9 end) as place) one`.execute(db)
}
