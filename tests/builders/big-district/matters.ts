import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, isOpen, oneOfSix, SOMEBODY, spread, type Size } from './size'

const TITLES = sql`(array['三楼的灯不亮', '下水道返味', '单元门关不上', '电梯有异响', '楼道里堆了杂物', '墙皮掉了一块',
  '垃圾没有清走', '车位被占了', '路灯一闪一闪', '水管漏水', '狗叫得睡不着', '健身器材松了'])[1 + n % 12]`

/** Matters with their places, the first step of their timeline and who joined some; nearly all of them are over. */
export async function fillMatters(db: Database, size: Size): Promise<void> {
  await sql`insert into matters (community_id, matter_id, place_id, place_name, jurisdiction, grid_id, reporter_id, channel,
      service_code, title, state, visibility, words_state, level, first_level, lead_kind, lead_place_id, lead_name, outcome,
      closed_by, submitted_at, changed_at, resolved_at, closed_at, revision)
    select id(3, c), id(9, n), id(4, c * 10000 + b), '楼', array[id(1, 1), id(2, c % 10), id(3, c), id(4, c * 10000 + b)],
      id(4, c * 10000 + 94 + b % 2), ${SOMEBODY}, 'resident', 'stair_lamp', ${TITLES}, state, 'public', 'shown',
      first_level, first_level,
      case when state in ('submitted', 'acknowledged', 'declined') then null else 'grid' end,
      case when state in ('submitted', 'acknowledged', 'declined') then null else id(4, c * 10000 + 94) end, '网格',
      case when state in ('resolved', 'closed') then 'fixed' end, case when state = 'closed' then 'confirm' end,
      ${FILLED_AT} - interval '1 year', ${FILLED_AT}, case when state in ('resolved', 'closed') then ${FILLED_AT} end,
      case when state = 'closed' then ${FILLED_AT} end, 1
    from ${spread(size.matters)} s,
      lateral (select 2 + n / 3 % 8 as b, case n % 2 when 0 then 'grid' else 'community' end as first_level, case when ${isOpen(size)}
        then (array['submitted', 'acknowledged', 'assigned', 'in_progress', 'resolved', 'declined'])[${oneOfSix(size)}]
        else 'closed' end as state) given`.execute(db)
  await sql`insert into matter_places (community_id, place_id, matter_id) select m.community_id, unnest(p.path), m.matter_id
    from matters m join places p on p.community_id = m.community_id and p.place_id = m.place_id`.execute(db)
  await sql`insert into matter_events (community_id, matter_id, seq, act, at, to_state)
    select community_id, matter_id, 1, 'submit', submitted_at, 'submitted' from matters`.execute(db)
  await sql`insert into matter_joiners (community_id, matter_id, person_id, home_id, joined_at)
    select id(3, c), id(9, n), id(5, c * 100 + 30 + (n / 10 + j) % 70), id(4, c * 10000 + 34 + (n / 10 + j) % 60), ${FILLED_AT}
    from ${spread(size.matters)} s, generate_series(0, 1) j where n % 10 in (2, 3)`.execute(db)
}
