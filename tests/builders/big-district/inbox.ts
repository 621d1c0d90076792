import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, SOMEBODY, spread, type Size } from './size'

/** A message for each matter, its entry in the list (every tenth unread), some that wait for six, and who chose what. */
export async function fillInbox(db: Database, { matters, open }: Size): Promise<void> {
  await sql`insert into inbox_items (community_id, person_id, item_id, kind, about, subject_kind, subject_id, at, held_until)
    select id(3, c), ${SOMEBODY}, id(10, n), 'matter_progress', '灯不亮', 'matter', id(9, n), ${FILLED_AT},
      case when n <= ${sql.lit(open)} and n % 7 = 0 then ${FILLED_AT} end
    from ${spread(matters)} s`.execute(db)
  await sql`insert into inbox_groups (community_id, person_id, subject_kind, subject_id, kind, about, at, last_item_id, unread, count)
    select id(3, c), ${SOMEBODY}, 'matter', id(9, n), 'matter_progress', '灯不亮', ${FILLED_AT}, id(10, n),
      case when n / 2 % 10 = 0 then 1 else 0 end, 1
    from ${spread(matters)} s`.execute(db)
  await sql`insert into inbox_choices (community_id, person_id, topic, choice)
    select id(3, c), id(5, c * 100 + p), topic, 'daily'
    from generate_series(1, 200) c, generate_series(30, 99) p, unnest(array['talk', 'notices']) topic`.execute(
    db,
  )
}

const UNSEALED = 200

/** An entry on record for each matter; the newest are not sealed yet. */
export async function fillRecord(db: Database, { matters }: Size): Promise<void> {
  await sql`insert into audit_entries (community_id, entry_id, at, act, subject_kind, subject_id, digest, seq, prev, hash)
    select id(3, c), id(11, n), ${FILLED_AT}, 'matter.submit', 'matter', id(9, n), 'd',
      case when n > ${sql.lit(matters - UNSEALED)} then null else row_number() over (partition by c order by n) end, 'p', 'h'
    from ${spread(matters)} s`.execute(db)
  await sql`insert into audit_chains (community_id, seq, head) select community_id, max(seq), 'h' from audit_entries group by 1`.execute(
    db,
  )
}
