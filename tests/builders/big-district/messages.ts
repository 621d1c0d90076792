import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, spread, type Size } from './size'

/** Notices of a community don't grow with its matters: a few a week for years. */
const NOTICES = 20_000
/** Of them on top: every so many, three to a place. */
const PLACES_WITH_PINS = 33

/** Notices at the community, its estate, buildings and entrances; each was told to some, and half of those read it. */
export async function fillNotices(db: Database): Promise<void> {
  await sql`insert into notices (community_id, notice_id, place_id, place_name, jurisdiction, author_id, by_name, unit_name,
      role, title, text, words_state, published_at, told_at)
    select id(3, c), id(40, n), place, '3号楼', array[id(1, 1), id(2, c % 10), id(3, c), place], id(5, c * 100 + 3),
      '工作人员', '社区', 'community_staff', '停水通知', '周四停水', 'shown', ${FILLED_AT}, ${FILLED_AT}
    from ${spread(NOTICES)} s,
      lateral (select case when n / 2 % 34 = 0 then id(3, c) else id(4, c * 10000 + n / 2 % 34) end as place) at`.execute(
    db,
  )
  await sql`update notices n set pin_slot = 1 + p % 3, pinned_until = ${FILLED_AT} + interval '10 days'
    from (select community_id, notice_id, row_number() over (partition by community_id, place_id order by notice_id desc) as p
      from notices) newest
    where n.community_id = newest.community_id and n.notice_id = newest.notice_id and newest.p <= 3
      and n.place_id <> id(4, ${sql.lit(PLACES_WITH_PINS)})`.execute(db)
  await sql`insert into notice_readers (community_id, notice_id, person_id, read_at)
    select community_id, notice_id, id(5, 3000 + p * 7 % 70), case when p % 2 = 0 then ${FILLED_AT} end
    from notices, generate_series(0, 9) p`.execute(db)
}

/** An entry for each matter: words that all have, one that every tenth has, one of its own. */
export async function fillSearch(db: Database, { matters }: Size): Promise<void> {
  await sql`insert into search_entries (community_id, entry_id, kind, subject_kind, subject_id, place_path, audience, terms)
    select id(3, c), id(9, n), 'matter', 'matter', id(9, n), array[id(3, c), id(4, c * 10000 + 2 + n / 3 % 8)],
      case when n % 3 = 0 then 'staff' else 'neighbours' end,
      array[mark || '楼', mark || '道', mark || '灯', mark || '楼道', mark || '道灯', mark || 'x' || n % 10, mark || 'n' || n]
    from ${spread(matters)} s, lateral (select right(id(3, c)::text, 8) as mark) marked`.execute(db)
}
