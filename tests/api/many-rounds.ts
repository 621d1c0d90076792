import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>
type Place = Pick<Neighbourhood, 'community' | 'districtId' | 'subdistrictId'>

/** Rounds of the building. Answers their ids, oldest first. */
export async function manyRounds(
  { db, clock }: Server,
  { community, districtId, subdistrictId }: Place,
  count: number,
  more: Partial<Insertable<Tables['rounds']>> & { convener_id: string },
): Promise<string[]> {
  const { communityId, estateId, buildingId } = community
  const rows = Array.from({ length: count }, (): Insertable<Tables['rounds']> => ({
    community_id: communityId,
    round_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    place_kind: 'building',
    jurisdiction: [districtId, subdistrictId, communityId, estateId, buildingId],
    chosen: false,
    homes: 2,
    question: '楼前那块空地，怎么用才好',
    words_state: 'shown',
    state: 'agenda',
    convener_role: 'building_head',
    convener_name: '赵大爷（楼栋长）',
    meets_at: new Date(clock.now.getTime() + 3 * 86_400_000),
    touched_at: clock.now,
    created_at: clock.now,
    revision: 1,
    ...more,
  }))
  await db.insertInto('rounds').values(rows).execute()
  return rows.map((row) => row.round_id)
}
