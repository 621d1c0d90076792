import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { idOf } from '../builders/big-district'

/** Ids as `idOf` makes them, of kinds that no area of the big district has. */
const KIND = { round: 902, topic: 903, session: 904, statement: 905, item: 906 } as const
type BenchKind = keyof typeof KIND
export const roundThing = (kind: BenchKind, n: number): string =>
  `${KIND[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** One round in each phase in which many act at once; and how many of each thing there is to act on. */
export const PHASE = { agenda: 1, discussion: 2, evaluation: 3 } as const
export const COUNT = { topic: 40, session: 10, statement: 100, item: 8 } as const

const PLACE = sql`id(4, 10001), '湖光苑', 'estate', array[id(1, 1), id(2, 1), id(3, 1), id(4, 10001)]`
const COMMUNITY = sql`id(3, 1)`
const id = (kind: BenchKind, n = sql`n`) => sql`id(${sql.lit(KIND[kind])}, ${n})`
const inPhase = (phase: keyof typeof PHASE) => id('round', sql`${sql.lit(PHASE[phase])}`)
const upTo = (kind: keyof typeof COUNT) => sql`generate_series(1, ${sql.lit(COUNT[kind])}) n`

/** Opens three rounds of the whole estate of the first community, with what people act on: topics, sessions, statements, items. */
export async function openRounds(db: Database): Promise<void> {
  const head = idOf('person', 106)
  await sql`
    insert into rounds (community_id, round_id, place_id, place_name, place_kind, jurisdiction, chosen, homes, question,
      words_state, state, convener_id, convener_role, convener_name, meets_at, invited_at, touched_at, created_at, revision)
    select ${COMMUNITY}, ${id('round')}, ${PLACE}, false, 4060, '楼前那块空地怎么用', 'shown', state, ${head}, 'building_head',
      '赵大爷（楼栋长）', now() + interval '1 day', now(), now(), now(), 3
    from unnest(array['agenda', 'discussion', 'evaluation']) with ordinality as r (state, n)`.execute(db)
  await sql`
    insert into topics (community_id, topic_id, round_id, place_id, place_name, place_kind, jurisdiction, author_id, shown_as,
      title, words_state, state, seconds, seconds_needed, met_at, created_at, revision)
    select ${COMMUNITY}, ${id('topic')}, ${inPhase('agenda')}, ${PLACE}, ${head}, 'resident', '加两张长椅', 'shown', 'open', 0, 3,
      now(), now(), 1
    from ${upTo('topic')}`.execute(db)
  await sql`
    insert into round_sessions (community_id, session_id, round_id, topic_id, starts_at, place, state, notes, last_seq, created_at,
      revision)
    select ${COMMUNITY}, ${id('session')}, ${inPhase('discussion')}, ${id('topic', sql`1`)}, date_trunc('hour', now()), '第' || n || '桌',
      'open', 0, 0, now(), 1
    from ${upTo('session')}`.execute(db)
  await sql`
    insert into statements (community_id, statement_id, round_id, author_id, text, words_state, answers, created_at)
    select ${COMMUNITY}, ${id('statement')}, ${inPhase('discussion')}, ${head}, '走道留够一米二', 'shown', 0, now()
    from ${upTo('statement')}`.execute(db)
  await sql`
    insert into action_items (community_id, item_id, round_id, author_id, by_name, title, promise, words_state, state, due_on,
      owner_kind, is_project, ended_at, created_at, revision)
    select ${COMMUNITY}, ${id('item')}, ${inPhase('evaluation')}, ${head}, '赵大爷（楼栋长）', '装两张长椅', '够四个人坐', 'shown',
      'finished', '2026-11-19', 'resident', false, now(), now(), 1
    from ${upTo('item')}`.execute(db)
  // Only who took part rates.
  await sql`
    insert into round_participants (community_id, round_id, person_id, home_id, since)
    select distinct on (person_id) community_id, ${inPhase('evaluation')}, person_id, home_id, now() from memberships
    where community_id = ${COMMUNITY} and state = 'confirmed' order by person_id, membership_id`.execute(db)
}
