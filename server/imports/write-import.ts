import { isDeepStrictEqual } from 'node:util'
import { record } from '#server/audit/index'
import { enforceContactKey } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { allowedSheets, beatingReader, checkRead, forgetFile, type Checked } from './check-import'
import { readFile, type FileRead } from './read-file'
import {
  beat,
  findImport,
  lockImport,
  moveImport,
  saveProblems,
  type ImportKey,
  type ImportRow,
} from './repository'
import { openFile, type ImportParts } from './upload-import'
import { rowsIn, writeChanges } from './write-changes'

/**
 * The job behind 导入: all of it in one transaction, or nothing. Killed in the middle it leaves nothing, and is taken up
 * again. What is not good any more against what stands now makes it `bad`, what would do something else than was looked
 * at makes it `ready` once more; what else goes wrong makes it `failed`.
 */
export async function writeImport(
  db: Database,
  parts: ImportParts,
  key: ImportKey,
  now: () => Date,
): Promise<void> {
  const row = await findImport(db, key)
  if (row?.state !== 'applying') return
  try {
    const file = await openFile(parts, key)
    if (!file) {
      await moveImport(db, key, ['applying'], { state: 'expired', file_kept: false })
      return
    }
    const read = await readFile(file, row.format, beatingReader(db, key, now))
    const checked = await writeRead(db, parts, key, { read, now })
    // Who came second leaves the file to who writes, and who is to look again needs it.
    if (checked && checked.ending !== 'ready') await forgetFile(db, parts, key)
  } catch (error) {
    await moveImport(db, key, ['applying'], { state: 'failed' })
    throw error
  }
}

/** How it ended. `ready`: something changed meanwhile, and nothing was written. */
type Written = Checked & { ending: 'applied' | 'bad' | 'ready' }

/** Writes what was read, and says how it ended; undefined when another process is at it. */
export function writeRead(
  db: Database,
  { contactBox: box }: Pick<ImportParts, 'contactBox'>,
  key: ImportKey,
  { read, now }: { read: FileRead; now: () => Date },
): Promise<Written | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await lockImport(tx, key, ['applying'])
    if (!row) return undefined
    await enforceContactKey(tx, box)
    const allowed = await allowedSheets(tx, key.communityId, row.applied_by ?? row.person_id, now())
    const checked = await checkRead(tx, box, key.communityId, { read, allowed, now: now() })
    if (checked.problems.length > 0) {
      await saveProblems(tx, key, checked.problems)
      await moveImport(tx, key, ['applying'], { state: 'bad', problem_count: checked.problems.length })
      return { ...checked, ending: 'bad' }
    }
    if (!isAsSeen(row, checked)) {
      const counts = JSON.stringify(checked.counts)
      await moveImport(tx, key, ['applying'], { state: 'ready', counts, preview_changed: true })
      return { ...checked, ending: 'ready' }
    }
    const total = rowsIn(checked.changes)
    const { places: standing, changes } = checked
    await writeChanges({ tx, communityId: key.communityId, now: now() }, { box, standing, changes }, (done) =>
      beat(db, key, { done, total, at: now() }),
    )
    await moveImport(tx, key, ['applying'], {
      state: 'applied',
      applied_at: now(),
      sheets: checked.sheets,
      counts: JSON.stringify(checked.counts),
    })
    await recordWriting(tx, key, row, now())
    return { ...checked, ending: 'applied' }
  })
}

/** Whether it does what was shown before 导入. A command shows nothing before. */
const isAsSeen = (
  { person_id: personId, counts }: Pick<ImportRow, 'person_id' | 'counts'>,
  checked: Checked,
) => personId === null || isDeepStrictEqual(counts, checked.counts)

function recordWriting(
  tx: Transaction,
  { communityId, importId }: ImportKey,
  { applied_by: personId, applied_role: role }: Pick<ImportRow, 'applied_by' | 'applied_role'>,
  at: Date,
): Promise<void> {
  const subject = { kind: 'import', id: importId }
  return record(tx, { regionId: communityId, at, personId, role, act: 'import.write', subject })
}
