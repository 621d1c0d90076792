import { sql } from 'kysely'
import type { ArchiveParts } from './make-archive'
import { keysOfPieces } from './pieces'

/**
 * Removes archives whose time is over, and those that were given up: first nobody opens them any more, then their files
 * go, then the row that knows how many there are. Interrupted, it is taken up again. Throws when the store can't remove.
 */
export async function sweepArchives({
  db,
  store,
  now,
}: Pick<ArchiveParts, 'db' | 'store' | 'now'>): Promise<void> {
  const { rows } = await sql<{ personId: string; archiveId: string; pieces: number }>`
    update data_archives set state = 'removing' where state = 'removing' or ends_at <= ${now()}
    returning person_id as "personId", archive_id as "archiveId", pieces`.execute(db)
  for (const { personId, archiveId, pieces } of rows) {
    await store.remove(keysOfPieces(archiveId, pieces))
    await db
      .deleteFrom('data_archives')
      .where('person_id', '=', personId)
      .where('archive_id', '=', archiveId)
      .execute()
  }
}
