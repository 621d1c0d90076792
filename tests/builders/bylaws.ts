import type { Insertable } from 'kysely'
import { newId, type Database, type Tables } from '#server/platform/db/index'

/** Where and when rows are made. */
interface Where {
  communityId: string
  at: Date
}

/** What of them differs. */
export type BylawWanted = Partial<Insertable<Tables['bylaws']>>

/** Bylaws of places of their own, that ended unless it is said otherwise; their ids in the order of making. */
export async function manyBylaws(
  db: Database,
  { communityId, at }: Where,
  count: number,
  more: BylawWanted & Pick<Insertable<Tables['bylaws']>, 'recorded_by'>,
): Promise<string[]> {
  const state = more.state ?? 'ended'
  const decided = state === 'recorded' ? null : at
  const ended = state === 'ended' ? at : null
  const rows = Array.from({ length: count }, (): Insertable<Tables['bylaws']> => ({
    community_id: communityId,
    bylaw_id: newId(),
    place_id: newId(),
    place_name: '湖光苑',
    jurisdiction: [communityId],
    title: '湖光苑业主大会议事规则',
    clause: '没交票的，算到多数人选的那一边。',
    adopted_on: '2026-05-10',
    recorded_name: '陈主任（居委会）',
    recorded_at: at,
    decided_by: decided && newId(),
    decided_name: decided && '周书记（社区书记）',
    decided_at: decided,
    ended_by: ended && newId(),
    ended_name: ended && '周书记（社区书记）',
    ended_at: ended,
    reason: state === 'ended' || state === 'refused' ? '换成了新的' : null,
    ...more,
    state,
  }))
  await db.insertInto('bylaws').values(rows).execute()
  return rows.map((row) => row.bylaw_id)
}

interface AtPlace {
  communityId: string
  placeId: string
  jurisdiction: readonly string[]
  personId: string
}

/** Bylaws as a row: in force unless said otherwise. Answers their id. */
export async function saveBylaw(
  db: Database,
  { communityId, placeId, jurisdiction, personId }: AtPlace,
  more: Partial<Insertable<Tables['bylaws']>> = {},
): Promise<string> {
  const bylawId = newId()
  const at = new Date('2026-11-10T02:00:00.000Z')
  await db
    .insertInto('bylaws')
    .values({
      community_id: communityId,
      bylaw_id: bylawId,
      place_id: placeId,
      place_name: '湖光苑',
      jurisdiction: [...jurisdiction],
      title: '湖光苑管理规约',
      clause: '送达后没有交票的，算作同意票多的一方。',
      adopted_on: '2025-06-01',
      state: 'in_force',
      recorded_by: personId,
      recorded_name: '王敏（社区工作人员）',
      recorded_at: at,
      decided_by: personId,
      decided_name: '周书记（社区书记）',
      decided_at: at,
      ...more,
    })
    .execute()
  return bylawId
}
