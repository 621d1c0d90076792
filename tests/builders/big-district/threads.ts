import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT, SOMEBODY, spread, type Size } from './size'

/** Open cases of a community don't grow with its years. */
const OPEN_CASES = 80

/** A post for each matter (in the first community forty a thread), thanks for every third, a decided case for every tenth, and a few open ones. */
export async function fillThreads(db: Database, { matters }: Size): Promise<void> {
  await sql`insert into posts (community_id, post_id, subject_kind, subject_id, root_id, author_id, shown_as, kind, text,
      words_state, first_shown_at, at)
    select id(3, c), id(30, n), 'matter', case when n % 2 = 0 then id(9, greatest(n - n % 80, 2)) else id(9, n) end, id(30, n), ${SOMEBODY}, 'resident', 'reply', '我家也是', 'shown',
      ${FILLED_AT}, ${FILLED_AT}
    from ${spread(matters)} s`.execute(db)
  await sql`insert into post_thanks (community_id, post_id, person_id, at)
    select id(3, c), id(30, n), id(5, c * 100 + 31), ${FILLED_AT} from ${spread(matters)} s where n % 3 = 0`.execute(
    db,
  )
  await sql`insert into moderation_cases (community_id, case_id, source, target_kind, target_id, author_id, about, subject_kind,
      subject_id, original, state, decision, reason, decided_by, decided_at, in_force, opened_at)
    select id(3, c), id(31, n), 'report', 'post', id(30, n), ${SOMEBODY}, '灯不亮', 'matter', id(9, n), '我家也是', 'decided',
      case when n % 100 = 0 then 'hide' else 'keep' end, '说明', id(5, c * 100 + 3), ${FILLED_AT}, n % 100 = 0, ${FILLED_AT}
    from ${spread(matters)} s where n % 10 in (0, 1)`.execute(db)
  await sql`insert into moderation_cases (community_id, case_id, source, target_kind, target_id, author_id, about, subject_kind,
      subject_id, original, state, opened_at)
    select id(3, c), id(32, n), 'report', 'post', id(33, n), ${SOMEBODY}, '灯不亮', 'matter', id(9, n), '我家也是', 'open',
      ${FILLED_AT}
    from ${spread(OPEN_CASES)} s`.execute(db)
  await sql`insert into content_reports (community_id, case_id, target_kind, target_id, reporter_id, category, at)
    select community_id, case_id, target_kind, target_id, author_id, 'other', opened_at from moderation_cases`.execute(
    db,
  )
  await sql`insert into person_blocks (community_id, blocker_id, block_id, blocked_id, shown_as, at)
    select id(3, c), id(5, c * 100 + 30 + n / 7 % 70), id(34, n), id(5, c * 100 + 30 + n % 70), 'resident', ${FILLED_AT}
    from ${spread(Math.round(matters / 10))} s on conflict do nothing`.execute(db)
  await sql`insert into thread_locks (community_id, subject_kind, subject_id, locked_by, by_name, reason, locked_at)
    select id(3, c), 'matter', id(9, n), id(5, c * 100 + 3), '工作人员', '修好了', ${FILLED_AT}
    from ${spread(matters)} s where n % 20 = 5`.execute(db)
}
