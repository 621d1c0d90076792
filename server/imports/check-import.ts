import { dateOf } from '#core/calendar'
import {
  FILE_WORDS,
  FORM,
  IMPORT_PROBLEMS,
  importPolicy,
  mayImport,
  noRows,
  NOT_YOUR_SHEET,
  planImport,
  SHEETS,
  type Counts,
  type FileRows,
  type Plan,
  type Problem,
  type Sheet,
  type SheetCountsView,
} from '#core/imports'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { findCallerIn } from '#server/platform/http/caller'
import { readFile, type FileRead } from './read-file'
import { beat, findImport, lockImport, moveImport, saveProblems, type ImportKey } from './repository'
import { readStanding } from './standing'
import { dropFile, openFile, type ImportParts } from './upload-import'
import type { StandingPlace } from '#core/imports'

/** A file held against what stands, with the places it was held against. */
export interface Checked extends Omit<Plan, 'counts'> {
  /** Of the sheets that are its maker's to bring in. */
  counts: SheetCountsView[]
  sheets: Sheet[]
  rowCount: number
  places: StandingPlace[]
}

/**
 * Holds what was read against what stands now. Sheets that are not its maker's to bring in are problems, and are held
 * against nothing: what a row does would tell who is on the roll.
 */
export async function checkRead(
  db: Database | Transaction,
  box: ContactBox,
  communityId: string,
  { read, allowed, now }: { read: FileRead; allowed: readonly Sheet[]; now: Date },
): Promise<Checked> {
  const { sheets, rowCount, problems } = read
  const theirs = sheets.filter((sheet) => allowed.includes(sheet))
  const standing = await readStanding(db, box, communityId, theirs)
  const plan = planImport({ rows: rowsOf(read.rows, theirs), standing, today: dateOf(now), newId })
  const notTheirs = sheets
    .filter((sheet) => !allowed.includes(sheet))
    .map((sheet): Problem => ({
      sheet: FORM[sheet].title,
      row: null,
      column: null,
      words: NOT_YOUR_SHEET[sheet],
    }))
  return {
    changes: plan.changes,
    counts: countsView(plan.counts, theirs),
    sheets,
    rowCount,
    places: standing.places,
    problems: [...notTheirs, ...firstOf(inReadingOrder([...problems, ...plan.problems]))],
  }
}

function rowsOf(rows: FileRows, sheets: readonly Sheet[]): FileRows {
  const all = noRows()
  return sheets.reduce((some, sheet) => ({ ...some, [sheet]: rows[sheet] }), all)
}

/** As one goes through the file to put it right. */
function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const titles = SHEETS.map((sheet): string => FORM[sheet].title)
  const sheetOf = ({ sheet }: Problem) => (sheet === null ? -1 : titles.indexOf(sheet))
  return [...problems].sort(
    (one, other) => sheetOf(one) - sheetOf(other) || (one.row ?? 0) - (other.row ?? 0),
  )
}

/** As many as somebody puts right at a time, and that there are more. */
function firstOf(problems: readonly Problem[]): Problem[] {
  const more = { sheet: null, row: null, column: null, words: FILE_WORDS.moreProblems }
  const known = problems.filter(({ words }) => words !== more.words)
  const some = known.slice(0, IMPORT_PROBLEMS)
  return some.length === problems.length ? some : [...some, more]
}

/** The sheets that somebody may bring in at this moment; a command on the server (null) may all. */
export async function allowedSheets(
  db: Database | Transaction,
  communityId: string,
  personId: string | null,
  now: Date,
): Promise<Sheet[]> {
  if (personId === null) return [...SHEETS]
  const scope = await findCallerIn(db as Database, { personId, sessionId: personId }, communityId, now)
  const here = { jurisdiction: scope?.region.path ?? [] }
  if (!scope || !importPolicy.work(scope.actor, here)) return []
  return SHEETS.filter((sheet) => mayImport(scope.actor, here, sheet))
}

/** What an import does, sheet by sheet. */
function countsView(counts: Counts, sheets: readonly Sheet[]): SheetCountsView[] {
  return SHEETS.filter((sheet) => sheets.includes(sheet)).map((sheet) => ({ sheet, ...counts[sheet] }))
}

/** Tells how far reading is. Beats that can't be written don't stop the work. */
export function beatingReader(db: Database, key: ImportKey, now: () => Date) {
  return (rows: number) => void beat(db, key, { done: rows, total: 0, at: now() }).catch(() => undefined)
}

/**
 * 核对表格: reads the whole file and says what it would do, or which rows are not good. Writes nothing else. What else goes
 * wrong makes it `failed`: nobody waits for a check that is over.
 */
export async function checkImport(
  db: Database,
  parts: ImportParts,
  key: ImportKey,
  now: () => Date,
): Promise<void> {
  try {
    await checkFile(db, parts, key, now)
  } catch (error) {
    await moveImport(db, key, ['checking'], { state: 'failed' })
    throw error
  }
}

async function checkFile(db: Database, parts: ImportParts, key: ImportKey, now: () => Date): Promise<void> {
  const row = await findImport(db, key)
  if (row?.state !== 'checking') return
  const file = await openFile(parts, key)
  if (!file) {
    await moveImport(db, key, ['checking'], { state: 'expired', file_kept: false })
    return
  }
  const read = await readFile(file, row.format, beatingReader(db, key, now))
  const allowed = await allowedSheets(db, key.communityId, row.person_id, now())
  const checked = await checkRead(db, parts.contactBox, key.communityId, { read, allowed, now: now() })
  const bad = checked.problems.length > 0
  const saved = await db.transaction().execute(async (tx) => {
    if (!(await lockImport(tx, key, ['checking']))) return false
    await saveProblems(tx, key, checked.problems)
    await beat(tx, key, { done: checked.rowCount, total: checked.rowCount, at: now() })
    return moveImport(tx, key, ['checking'], {
      state: bad ? 'bad' : 'ready',
      sheets: checked.sheets,
      counts: JSON.stringify(checked.counts),
      problem_count: checked.problems.length,
    })
  })
  if (saved && bad) await forgetFile(db, parts, key)
}

/** Removes the file of an import that needs it no more. */
export async function forgetFile(db: Database, { files }: ImportParts, key: ImportKey): Promise<void> {
  if (!(await dropFile(files, key))) return
  await db
    .updateTable('imports')
    .set({ file_kept: false })
    .where('community_id', '=', key.communityId)
    .where('import_id', '=', key.importId)
    .execute()
}
