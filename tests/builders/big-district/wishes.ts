import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, SOMEBODY, spread } from './size'

/** Wishes don't grow with matters: some hundreds a year in the first community for years; a tenth still wait. */
const WISHES = 40_000

/** Said to buildings, the estate and the community; seconded by some homes, offered for by somebody. */
export async function fillWishes(db: Database): Promise<void> {
  await sql`insert into wishes (community_id, wish_id, author_id, place_id, place_name, jurisdiction, scope, scope_place_id,
      scope_name, kind, title, shown_as, words_state, state, helper_id, claimed_at, published_at, stands_until, seconds_needed,
      submitted_at, changed_at, revision)
    select id(3, c), id(80, n), ${SOMEBODY}, building, '3号楼', array[id(1, 1), id(2, c % 10), id(3, c), estate, building],
      (array['building', 'estate', 'community'])[1 + n % 3], (array[building, estate, id(3, c)])[1 + n % 3], '湖光苑',
      (array['lend', 'teach', 'repair'])[1 + n / 3 % 3], '借一架梯子', 'resident', 'shown', state,
      case when helped then id(5, c * 100 + 30 + n / 11 % 70) end, case when helped then ${FILLED_AT} - n * interval '1 minute' end,
      ${FILLED_AT}, ${FILLED_AT} + n * interval '1 minute', 5, ${FILLED_AT}, ${FILLED_AT} - n * interval '1 minute', 3
    from ${spread(WISHES)} s,
      lateral (select id(4, c * 10000 + 1) as estate, id(4, c * 10000 + 2 + n / 2 % 8) as building,
        case n / 2 % 9 when 0 then 'published' when 1 then 'claimed' when 2 then 'expired' else 'fulfilled' end as state) one,
      lateral (select state in ('claimed', 'fulfilled') as helped) two`.execute(db)
  await sql`insert into wish_offers (community_id, wish_id, offer_id, person_id, name, offered_at, lapses_at, state)
    select community_id, wish_id, id(81, (row_number() over ())), coalesce(helper_id, id(5, 3050)), '小周', ${FILLED_AT},
      ${FILLED_AT} + interval '2 days', case state when 'published' then 'waiting' else 'ended' end
    from wishes`.execute(db)
  await sql`insert into wish_events (community_id, wish_id, seq, act, at, words_shown, to_state)
    select community_id, wish_id, s, 'submit', ${FILLED_AT}, true, state from wishes, generate_series(1, 3) s`.execute(
    db,
  )
  await sql`insert into wish_seconds (community_id, wish_id, home_id, person_id, at)
    select community_id, wish_id, id(4, 10034 + h), id(5, 130 + h), ${FILLED_AT} from wishes, generate_series(0, 2) h`.execute(
    db,
  )
}
