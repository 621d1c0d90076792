import { sql } from 'kysely'
import type { MatterAct } from '#core/matters'
import type { Database } from '#server/platform/db/index'

/** Matters that are merged into one which is merged itself. */
export async function circlesOf(db: Database): Promise<{ matter_id: string }[]> {
  const { rows } = await sql<{ matter_id: string }>`select m.matter_id from matters m
    join matters t on t.matter_id = m.merged_into where t.state = 'merged'`.execute(db)
  return rows
}

/** Matters that count homes, and nobody joined them or what was merged into them. */
export async function homesOfNobody(db: Database): Promise<{ matter_id: string }[]> {
  const { rows } = await sql<{ matter_id: string }>`select m.matter_id from matters m
    where m.joined_homes > 0 and m.state <> 'merged'
      and not exists (select from matter_joiners j where j.matter_id = m.matter_id)
      and not exists (select from matters s where s.merged_into = m.matter_id)`.execute(db)
  return rows
}

/** How often each act is on the timelines. */
export async function timesOf<Act extends MatterAct>(
  db: Database,
  acts: Act[],
): Promise<Record<Act, number>> {
  const { rows } = await sql<{ act: Act; times: number }>`select a.act, count(e.act)::int as times
    from unnest(${acts}::text[]) a (act) left join matter_events e on e.act = a.act group by a.act`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ act, times }) => [act, times])) as Record<Act, number>
}
