import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** In the first community two hundred demands of years, twenty in each other; most were convened. Ten signatures on each. */
export async function fillDemands(db: Database): Promise<void> {
  await sql`insert into owners_demands (community_id, demand_id, place_id, place_name, place_kind, jurisdiction, title, text,
      author_id, by_name, words_state, state, persons_when_written, persons_of, persons_signed, created_at, ends_at, met_at, vote_id, revision)
    select id(3, c), id(87, c * 10000 + k), id(4, c * 10000 + 1), '湖光苑', 'estate',
      array[id(1, 1), id(2, c % 10), id(3, c), id(4, c * 10000 + 1)], '换不换物业', '电梯停了三回',
      id(5, c * 100 + 30 + k % 70), '湖光苑的一位业主', 'shown', state, 100, 100, 10, ${FILLED_AT}, ${FILLED_AT} + interval '60 days',
      case when state in ('met', 'convened') then ${FILLED_AT} end, case when state = 'convened' then id(90, c * 10000 + k) end, 1
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 200 else 20 end) k,
      lateral (select case when k <= 5 then 'open' when k <= 8 then 'met' else 'convened' end as state) one`.execute(
    db,
  )
  await sql`insert into demand_signatures (community_id, demand_id, signature_id, voter_key, voter_name, person_id, at)
    select community_id, demand_id, id(88, row_number() over ()), demand_id || '-' || n, '3号楼 501', author_id, ${FILLED_AT}
    from owners_demands, generate_series(1, 10) n`.execute(db)
}
