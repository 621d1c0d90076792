import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { FILLED_AT } from './size'

/** Two hundred rounds of the first community and fifteen of each of the next, with `c` and `k`. */
const SOME_ROUNDS = sql`generate_series(1, 40) c cross join generate_series(1, case c when 1 then 200 else 15 end) k
  join rounds r on r.community_id = id(3, c) and r.round_id = id(60, c * 10000 + k)`
/** SQL for one who lives in community `c`. */
const SOMEBODY = sql`id(5, c * 100 + 30 + (k + n) % 70)`

/**
 * What rounds go through, in some of them: three sessions with three people, four notes and a code each; five statements, three items, two
 * lessons, and words of ten homes that were left out. Somebody answered in the second round of each community, which is discussed.
 */
export async function fillRoundPhases(db: Database): Promise<void> {
  await objections(db)
  await sessions(db)
  await statements(db)
  await opinions(db)
  await items(db)
  await lessons(db)
}

async function objections(db: Database): Promise<void> {
  await sql`insert into round_objections (community_id, round_id, objection_id, home_id, author_id, by_name, text, words_state, at)
    select r.community_id, r.round_id, id(117, (c * 10000 + k) * 10 + n), id(4, c * 10000 + 54 + n), ${SOMEBODY}, '3号楼的一位住户',
      '我们家也用车棚', 'shown', ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(0, 9) n where r.chosen`.execute(db)
}

async function sessions(db: Database): Promise<void> {
  await sql`insert into round_sessions (community_id, session_id, round_id, topic_id, starts_at, place, state, notes, last_seq,
      created_at, revision)
    select r.community_id, id(110, (c * 10000 + k) * 10 + n), r.round_id, t.topic_id, ${FILLED_AT} + n * interval '1 hour', '楼前',
      'open', 4, 4, ${FILLED_AT}, 1
    from ${SOME_ROUNDS} cross join generate_series(1, 3) n cross join lateral (select topic_id from topics
      where community_id = r.community_id and round_id = r.round_id order by topic_id limit 1) t`.execute(db)
  await sql`insert into session_joins (community_id, round_id, starts_at, person_id, session_id, joined_at)
    select r.community_id, r.round_id, ${FILLED_AT} + s * interval '1 hour', ${SOMEBODY}, id(110, (c * 10000 + k) * 10 + s), ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(1, 3) s cross join generate_series(1, 3) n`.execute(db)
  await sql`insert into session_notes (community_id, note_id, session_id, seq, changed_seq, author_id, by_name, text, words_state, at)
    select r.community_id, id(111, ((c * 10000 + k) * 10 + s) * 10 + n), id(110, (c * 10000 + k) * 10 + s), n, n, ${SOMEBODY},
      '3号楼的一位住户', '长椅放在树下', 'shown', ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(1, 3) s cross join generate_series(1, 4) n`.execute(db)
  await sql`insert into session_codes (code, community_id, round_id, session_id, made_at)
    select replace(session_id::text, '-', ''), community_id, round_id, session_id, ${FILLED_AT} from round_sessions`.execute(
    db,
  )
}

async function statements(db: Database): Promise<void> {
  await sql`insert into statements (community_id, statement_id, round_id, author_id, text, words_state, answers, created_at)
    select r.community_id, id(112, (c * 10000 + k) * 10 + n), r.round_id, ${SOMEBODY}, '走道留够一米二', 'shown', 0, ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(1, 5) n`.execute(db)
}

/** What was said is kept while a round is discussed; the pictures stay. */
async function opinions(db: Database): Promise<void> {
  await sql`insert into round_opinions (community_id, round_id, participant_key, answers_sealed, unpictured)
    select community_id, round_id, sha256(n::text::bytea), 'sealed', false from rounds, generate_series(1, 40) n
    where state = 'discussion'`.execute(db)
  await sql`insert into opinion_pictures (community_id, round_id, people, picture, made_at)
    select r.community_id, r.round_id, 12, '{"groups":[],"meets":[]}', ${FILLED_AT} from ${SOME_ROUNDS}`.execute(
    db,
  )
}

/** The first of each round is somebody's, and a project with a ledger. */
async function items(db: Database): Promise<void> {
  await sql`insert into action_items (community_id, item_id, round_id, author_id, by_name, title, promise, words_state, state, due_on,
      owner_kind, owner_id, owner_name, accepted_at, is_project, ended_at, created_at, revision)
    select r.community_id, id(113, (c * 10000 + k) * 10 + n), r.round_id, r.convener_id, r.convener_name, '装两张长椅',
      '够四个人坐', 'shown', case when r.state = 'action' then 'open' else 'finished' end, '2026-11-19', 'resident',
      case n when 1 then ${SOMEBODY} end, case n when 1 then '3号楼的一位住户' end, case n when 1 then ${FILLED_AT} end, n = 1,
      case when r.state <> 'action' then ${FILLED_AT} end, ${FILLED_AT}, 1
    from ${SOME_ROUNDS} cross join generate_series(1, 3) n`.execute(db)
  await sql`insert into item_steps (community_id, item_id, seq, step_id, act, at, person_id, by_name, note, words_state)
    select community_id, item_id, n, id(114, row_number() over ()), case n when 1 then 'write' else 'report' end, ${FILLED_AT},
      author_id, by_name, '木料买好了', 'shown'
    from action_items, generate_series(1, 3) n`.execute(db)
  await sql`insert into ledger_entries (community_id, item_id, entry_id, kind, amount_fen, what, on_day, person_id, by_name, at)
    select community_id, item_id, id(115, row_number() over ()), case n when 1 then 'money_in' else 'money_out' end,
      case n when 1 then 50000 else -100 end, '木料', '2026-11-18', author_id, by_name, ${FILLED_AT}
    from action_items, generate_series(1, 5) n where is_project`.execute(db)
  await sql`insert into item_ratings (community_id, item_id, person_id, rating, at)
    select r.community_id, id(113, (c * 10000 + k) * 10 + i), ${SOMEBODY}, 'kept', ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(1, 3) i cross join generate_series(1, 3) n`.execute(db)
}

async function lessons(db: Database): Promise<void> {
  await sql`insert into round_lessons (community_id, round_id, lesson_id, author_id, by_name, text, words_state, at)
    select r.community_id, r.round_id, id(116, (c * 10000 + k) * 10 + n), ${SOMEBODY}, '3号楼的一位住户', '先量好尺寸再买', 'shown',
      ${FILLED_AT}
    from ${SOME_ROUNDS} cross join generate_series(1, 2) n`.execute(db)
}
