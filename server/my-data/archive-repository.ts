import type { Selectable } from 'kysely'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type ArchiveRow = Selectable<Tables['data_archives']>

/** Which archive, and whose. */
export interface ArchiveKey {
  personId: string
  archiveId: string
}

/** The archive somebody asked for last, if it isn't over. */
export function findArchive(db: Reader, personId: string, now: Date): Promise<ArchiveRow | undefined> {
  return db
    .selectFrom('data_archives')
    .selectAll()
    .where('person_id', '=', personId)
    .where('state', '<>', 'removing')
    .where('ends_at', '>', now)
    .executeTakeFirst()
}

/** One of them, ready to be taken. */
export function findReadyArchive(
  db: Reader,
  { personId, archiveId }: ArchiveKey,
  now: Date,
): Promise<ArchiveRow | undefined> {
  return db
    .selectFrom('data_archives')
    .selectAll()
    .where('person_id', '=', personId)
    .where('archive_id', '=', archiveId)
    .where('state', '=', 'ready')
    .where('ends_at', '>', now)
    .executeTakeFirst()
}

/** Changes one that is being made; false if it isn't any more. */
export async function saveMaking(
  db: Reader,
  { personId, archiveId }: ArchiveKey,
  changes: Partial<Pick<ArchiveRow, 'state' | 'ready_at' | 'ends_at' | 'pieces'> & { bytes: number }>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('data_archives')
    .set(changes)
    .where('person_id', '=', personId)
    .where('archive_id', '=', archiveId)
    .where('state', '=', 'making')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
