import { sql } from 'kysely'
import { actionGate, evaluationGate, type GateLine } from '#core/rounds'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'

type Reader = Database | Transaction

/** What 采取行动 still lacks. What a moderator hid holds nobody up: who convenes can't even see it. One query. */
export async function actionGateOf(db: Reader, row: RoundRow): Promise<GateLine[]> {
  const { rows } = await sql<{ items: string; open: string }>`
    select count(*) as items, count(*) filter (where state = 'open') as open from action_items
    where community_id = ${row.community_id} and round_id = ${row.round_id}
      and words_state in ('shown', 'waiting')`.execute(db)
  return actionGate({ items: Number(rows[0]?.items ?? 0), open: Number(rows[0]?.open ?? 0) })
}

/** What 效果评估 still lacks: items and lessons that neighbours can't read count for nothing. Two queries. */
export async function evaluationGateOf(db: Reader, row: RoundRow): Promise<GateLine[]> {
  const { rows } = await sql<{ items: string; unrated: string }>`
    select count(*) as items, count(*) filter (where not exists (select 1 from item_ratings r
      where r.community_id = ${row.community_id} and r.item_id = i.item_id)) as unrated
    from action_items i where i.community_id = ${row.community_id} and i.round_id = ${row.round_id}
      and i.words_state = 'shown'`.execute(db)
  const { rows: lessons } = await sql<{ lessons: string }>`
    select count(*) as lessons from round_lessons where community_id = ${row.community_id}
      and round_id = ${row.round_id} and words_state = 'shown'`.execute(db)
  return evaluationGate({
    items: Number(rows[0]?.items ?? 0),
    unrated: Number(rows[0]?.unrated ?? 0),
    lessons: Number(lessons[0]?.lessons ?? 0),
  })
}
