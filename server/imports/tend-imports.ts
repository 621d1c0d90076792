import { dateOf } from '#core/calendar'
import { IMPORT_PROBLEM_DAYS, IMPORT_WAIT_HOURS, ROLL_ERASED_AFTER_DAYS } from '#core/imports'
import { sql } from 'kysely'
import type { Database } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { forgetFile } from './check-import'
import { forgetProblems, lockImport, moveImport, takeUpAgain, type ImportKey } from './repository'
import type { ImportParts } from './upload-import'

const HOUR_MS = 3_600_000
/** An import that nobody was heard of for so long has lost who worked on it: the server was killed. */
const SILENT_MS = 2 * 60_000
/** A file that took its server with it so often will do so again: somebody has to look at it. */
const TAKEN_UP_AT_MOST = 2

/** Takes up imports whose server was killed, and clears away files that nobody came back for. */
export async function tendImports(db: Database, parts: ImportParts, now: Date): Promise<void> {
  await takeUp(db, now)
  await expire(db, parts, now)
}

async function takeUp(db: Database, now: Date): Promise<void> {
  const lost = await db
    .selectFrom('imports as i')
    .innerJoin('import_progress as p', (join) =>
      join.onRef('p.community_id', '=', 'i.community_id').onRef('p.import_id', '=', 'i.import_id'),
    )
    .select([
      'i.community_id as communityId',
      'i.import_id as importId',
      'i.state',
      'i.file_kept as fileKept',
      'p.taken_up as takenUp',
    ])
    .where('i.state', 'in', ['checking', 'applying'])
    .where('p.beat_at', '<', new Date(now.getTime() - SILENT_MS))
    .execute()
  for (const { state, fileKept, takenUp, ...key } of lost) {
    // A command's file lies with who gave it.
    if (!fileKept || takenUp >= TAKEN_UP_AT_MOST) await giveUp(db, key)
    else {
      const job = state === 'checking' ? 'check_import' : 'write_import'
      await takeUpAgain(db, key, now)
      // The job of who was killed stays locked for hours; under its key it makes room for this one.
      await enqueue(db, job, key, { runAt: now, key: `import ${key.importId}` })
    }
  }
}

/** Who is only silent holds its row, and is left alone. */
async function giveUp(db: Database, key: ImportKey): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, key, ['applying', 'checking'])
    if (row) await moveImport(tx, key, [row.state], { state: 'failed' })
  })
}

async function expire(db: Database, parts: ImportParts, now: Date): Promise<void> {
  const old = await db
    .selectFrom('imports')
    .select(['community_id as communityId', 'import_id as importId', 'state'])
    .where('file_kept', '=', true)
    .where('state', 'not in', ['checking', 'applying'])
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['bad', 'applied', 'expired']),
        eb('created_at', '<', new Date(now.getTime() - IMPORT_WAIT_HOURS * HOUR_MS)),
      ]),
    )
    .execute()
  for (const { state, ...key } of old) {
    if (state === 'ready' || state === 'failed') await moveImport(db, key, [state], { state: 'expired' })
    await forgetFile(db, parts, key)
  }
}

/** Once a day: the words about rows of old files, and who is off the residents' roll for a while. */
export async function forgetOldRolls(db: Database, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * HOUR_MS)
  const old = await db
    .selectFrom('imports')
    .select(['community_id as communityId', 'import_id as importId'])
    .where('problem_count', '>', 0)
    .where('created_at', '<', daysAgo(IMPORT_PROBLEM_DAYS))
    .where('created_at', '>', daysAgo(IMPORT_PROBLEM_DAYS + 30))
    .execute()
  for (const { communityId, importId } of old) await forgetProblems(db, communityId, [importId])
  await db
    .updateTable('roll_entries')
    .set({ name_sealed: null, phone_sealed: null, phone_index: null })
    .where('name_sealed', 'is not', null)
    .where('ends_on', '<=', sql<Date>`${dateOf(daysAgo(ROLL_ERASED_AFTER_DAYS + 1))}::date`)
    .execute()
}
