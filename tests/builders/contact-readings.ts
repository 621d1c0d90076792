import { newId, type Database } from '#server/platform/db/index'

/** Somebody's phone, read so many times in a community; the ids in the order of making. */
export async function contactReadings(
  db: Database,
  count: number,
  { communityId, ownerId, readerId }: { communityId: string; ownerId: string; readerId: string },
): Promise<string[]> {
  const rows = Array.from({ length: count }, () => ({
    community_id: communityId,
    owner_id: ownerId,
    reading_id: newId(),
    reader_id: readerId,
    reader_name: '张师傅',
    reader_role: 'grid_worker' as const,
    subject_kind: 'matter' as const,
    subject_id: newId(),
    about: '楼道灯不亮',
    at: new Date('2026-11-18T02:00:00.000Z'),
  }))
  await db.insertInto('contact_readings').values(rows).execute()
  return rows.map(({ reading_id: readingId }) => readingId)
}
