import type { Insertable } from 'kysely'
import { newId, type Tables } from '#server/platform/db/index'
import type { Neighbourhood } from '../builders/neighbourhood'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>
type Place = Pick<Neighbourhood, 'community' | 'districtId' | 'subdistrictId'>

/** Topics on the board of the building that enough homes second. Answers their ids, oldest first. */
export async function manyBoardTopics(
  { db, clock }: Server,
  { community, districtId, subdistrictId }: Place,
  count: number,
  more: Partial<Insertable<Tables['topics']>> & { author_id: string },
): Promise<string[]> {
  const { communityId, estateId, buildingId, gridId } = community
  const rows = Array.from({ length: count }, (): Insertable<Tables['topics']> => ({
    community_id: communityId,
    topic_id: newId(),
    place_id: buildingId,
    place_name: '湖光苑 3号楼',
    place_kind: 'building',
    jurisdiction: [districtId, subdistrictId, communityId, estateId, buildingId, gridId],
    shown_as: 'resident',
    title: '楼前加两张长椅',
    words_state: 'shown',
    state: 'open',
    on_board_at: clock.now,
    seconds: 1,
    seconds_needed: 1,
    met_at: clock.now,
    created_at: clock.now,
    revision: 1,
    ...more,
  }))
  await db.insertInto('topics').values(rows).execute()
  return rows.map((row) => row.topic_id)
}
