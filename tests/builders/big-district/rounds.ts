import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { fillRoundPhases } from './round-phases'
import { FILLED_AT } from './size'

/**
 * Three thousand rounds in the first community for years, forty in each other, most of them over, at the estate and its buildings; with ten
 * who took part, three steps and three topics each; a tenth of them, and the first of those is in its agenda, has a scope of twenty chosen homes. The first is its head's, in its agenda, at the head's building; the second in its
 * discussion, the third in its action, the fourth in its evaluation.
 */
export async function fillRounds(db: Database): Promise<void> {
  await rounds(db)
  await sql`insert into round_homes (community_id, round_id, home_id)
    select r.community_id, r.round_id, h.place_id from rounds r cross join lateral (select place_id from places p
      where p.community_id = r.community_id and p.kind = 'home' order by place_id limit 20) h where r.chosen`.execute(
    db,
  )
  await sql`insert into round_participants (community_id, round_id, person_id, home_id, since)
    select r.community_id, r.round_id, m.person_id, m.home_id, ${FILLED_AT}
    from rounds r cross join lateral (select distinct on (person_id) person_id, home_id from memberships m
      where m.community_id = r.community_id order by person_id, membership_id limit 10) m`.execute(db)
  await sql`insert into round_events (community_id, round_id, seq, act, at, person_id, by_name)
    select community_id, round_id, n, case n when 1 then 'convene' else 'change' end, ${FILLED_AT}, convener_id, convener_name
    from rounds, generate_series(1, 3) n`.execute(db)
  await topics(db)
  await fillRoundPhases(db)
}

async function rounds(db: Database): Promise<void> {
  await sql`insert into rounds (community_id, round_id, place_id, place_name, place_kind, jurisdiction, chosen, homes, question,
      words_state, state, convener_id, convener_role, convener_name, meets_at, invited_at, touched_at, ended_at, created_at,
      revision)
    select id(3, c), id(60, c * 10000 + k), place, '3号楼', kind,
      array[id(1, 1), id(2, c % 10), id(3, c), id(4, c * 10000 + 1)] || case kind when 'estate' then '{}' else array[place] end,
      k % 10 = 0, 60, '楼前那块空地', 'shown', state, id(5, c * 100 + 6), 'building_head', '赵大爷（楼栋长）', ${FILLED_AT},
      ${FILLED_AT}, ${FILLED_AT}, case when state in ('closed', 'abandoned') then ${FILLED_AT} end, ${FILLED_AT}, 3
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 3000 else 40 end) k,
      lateral (select case when k <= 4 or k % 3 = 0 then id(4, c * 10000 + 2) when k % 3 = 1 then id(4, c * 10000 + 1)
          else id(4, c * 10000 + 3) end as place,
        case when k <= 4 or k % 3 <> 1 then 'building' else 'estate' end as kind,
        case k when 1 then 'agenda' when 2 then 'discussion' when 3 then 'action' when 4 then 'evaluation'
          else case when k <= 12 then 'agenda' when k % 9 = 0 then 'abandoned' else 'closed' end end as state) one`.execute(
    db,
  )
}

/** Of rounds three each; and on the standing board of the estate a thousand in the first community, twenty in each other. */
async function topics(db: Database): Promise<void> {
  await sql`insert into topics (community_id, topic_id, round_id, place_id, place_name, place_kind, jurisdiction, author_id,
      shown_as, title, words_state, state, seconds, seconds_needed, created_at, revision)
    select r.community_id, id(61, row_number() over (order by r.round_id, n)), r.round_id, r.place_id, r.place_name,
      r.place_kind, r.jurisdiction, m.person_id, 'resident', '加两张长椅', 'shown', 'open', 2, 3, ${FILLED_AT}, 1
    from rounds r cross join generate_series(1, 3) n cross join lateral (select person_id from memberships m
      where m.community_id = r.community_id order by membership_id limit 1) m`.execute(db)
  await sql`insert into topics (community_id, topic_id, place_id, place_name, place_kind, jurisdiction, author_id, shown_as,
      title, words_state, state, on_board_at, seconds, seconds_needed, created_at, revision)
    select id(3, c), id(62, c * 10000 + k), id(4, c * 10000 + 1), '湖光苑', 'estate',
      array[id(1, 1), id(2, c % 10), id(3, c), id(4, c * 10000 + 1)], id(5, c * 100 + 30 + k % 70), 'resident', '车棚太挤',
      'shown', case when k % 5 = 0 then 'withdrawn' else 'open' end, ${FILLED_AT}, 2, 3, ${FILLED_AT}, 1
    from generate_series(1, 200) c, generate_series(1, case c when 1 then 1000 else 20 end) k`.execute(db)
  await sql`insert into topic_seconds (community_id, topic_id, home_id, person_id, at)
    select t.community_id, t.topic_id, m.home_id, m.person_id, ${FILLED_AT}
    from topics t cross join lateral (select distinct on (home_id) home_id, person_id from memberships m
      where m.community_id = t.community_id order by home_id, membership_id limit 2) m`.execute(db)
}
