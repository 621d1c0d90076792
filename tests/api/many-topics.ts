import { sql, type Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>
type Place = Pick<Neighbourhood, 'community' | 'districtId' | 'subdistrictId'>

/** Topics of a round of the building. Answers their ids, oldest first. */
export async function manyTopics(
  { db, clock }: Server,
  { community, districtId, subdistrictId }: Place,
  count: number,
  more: Partial<Insertable<Tables['topics']>> & { author_id: string; round_id: string },
): Promise<string[]> {
  const { communityId, estateId, buildingId } = community
  const rows = Array.from({ length: count }, (): Insertable<Tables['topics']> => ({
    community_id: communityId,
    topic_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    place_kind: 'building',
    jurisdiction: [districtId, subdistrictId, communityId, estateId, buildingId],
    shown_as: 'resident',
    title: '加两张长椅',
    words_state: 'shown',
    state: 'open',
    seconds_needed: 1,
    created_at: clock.now,
    revision: 1,
    ...more,
  }))
  await db.insertInto('topics').values(rows).execute()
  return rows.map((row) => row.topic_id)
}

/** What those say who were left out of a round, each for another home. Answers their ids, oldest first. */
export async function manyRoundObjections(
  { db, clock }: Server,
  { communityId, roundId }: { communityId: string; roundId: string },
  count: number,
  more: Partial<Insertable<Tables['round_objections']>> & { author_id: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, (): Insertable<Tables['round_objections']> => ({
    community_id: communityId,
    round_id: roundId,
    objection_id: newId(),
    home_id: newId(),
    by_name: '湖光苑 3号楼的一位住户',
    text: '我家也想一起谈',
    words_state: 'shown',
    at: clock.now,
    ...more,
  }))
  await db.insertInto('round_objections').values(rows).execute()
  return rows.map((row) => row.objection_id)
}

/** The scope of a round is this one home from now on. */
export async function chooseHome(
  { db }: Pick<TestServer, 'db'>,
  { communityId, roundId, homeId }: { communityId: string; roundId: string; homeId: string },
): Promise<void> {
  const row = { community_id: communityId, round_id: roundId, home_id: homeId }
  await db.insertInto('round_homes').values(row).execute()
  await db.updateTable('rounds').set({ chosen: true, homes: 1 }).where('round_id', '=', roundId).execute()
}

/** More homes where the first one of the building is. Answers their ids in the order of their numbers. */
export async function manyHomes(
  { db }: Pick<TestServer, 'db'>,
  { communityId, homeId }: { communityId: string; homeId: string },
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  await sql`
    insert into places select (jsonb_populate_record(p, jsonb_build_object('place_id', n.id,
      'path', to_jsonb(p.path[1:cardinality(p.path) - 1] || n.id), 'number', null, 'name', p.name || '-' || n.at,
      'sort_key', p.sort_key || lpad(n.at::text, 6, '0')))).*
    from places p cross join unnest(${ids}::uuid[]) with ordinality as n (id, at)
    where p.community_id = ${communityId} and p.place_id = ${homeId}`.execute(db)
  return ids
}
