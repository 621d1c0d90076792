import type { Selectable } from 'kysely'
import type { ImportState, Problem } from '#core/imports'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import { sql } from 'kysely'

type Reader = Database | Transaction

/** An import with how far it is. */
export type ImportRow = Selectable<Tables['imports']> & {
  rows_done: number | null
  rows_total: number | null
}

/** One import of a community. */
export interface ImportKey {
  communityId: string
  importId: string
}

/** Where the file of an import lies in the store, sealed. */
export const fileKeyOf = ({ communityId, importId }: ImportKey) => `${communityId}/imports/${importId}.sealed`
/** What its file is sealed for. */
export const aboutFile = ({ importId }: ImportKey) => `import ${importId}`

const withProgress = (db: Reader, communityId: string) =>
  db
    .selectFrom('imports as i')
    .leftJoin('import_progress as p', (join) =>
      join.onRef('p.community_id', '=', 'i.community_id').onRef('p.import_id', '=', 'i.import_id'),
    )
    .selectAll('i')
    .select(['p.rows_done', 'p.rows_total'])
    .where('i.community_id', '=', communityId)

export function findImport(db: Reader, { communityId, importId }: ImportKey): Promise<ImportRow | undefined> {
  return withProgress(db, communityId).where('i.import_id', '=', importId).executeTakeFirst()
}

/** One page, newest first. */
export function listImportRows(
  db: Reader,
  communityId: string,
  after: string | undefined,
  limit: number,
): Promise<ImportRow[]> {
  const query = withProgress(db, communityId).orderBy('i.import_id', 'desc').limit(limit)
  return (after ? query.where('i.import_id', '<', after) : query).execute()
}

/** Locks the import, in one of these states; undefined when it is in another, or somebody works on it just now. */
export function lockImport(
  tx: Transaction,
  { communityId, importId }: ImportKey,
  states: readonly ImportState[],
): Promise<Selectable<Tables['imports']> | undefined> {
  return tx
    .selectFrom('imports')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('import_id', '=', importId)
    .where('state', 'in', states)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

type Changed = Partial<{
  state: ImportState
  counts: string
  problem_count: number
  file_kept: boolean
  applied_at: Date
  preview_changed: boolean
  sheets: Tables['imports']['sheets']
}>

/** Changes an import as long as it is in one of these states; false when it no longer is. */
export async function moveImport(
  db: Reader,
  { communityId, importId }: ImportKey,
  from: readonly ImportState[],
  changed: Changed,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set(changed)
    .where('community_id', '=', communityId)
    .where('import_id', '=', importId)
    .where('state', 'in', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Somebody asked for it: nothing is done yet, and nobody was lost over it. */
export async function beginProgress(db: Reader, key: ImportKey, at: Date): Promise<void> {
  await saveProgress(db, key, { rows_done: 0, rows_total: 0, beat_at: at, taken_up: 0 })
}

/** Counts that it is taken up once more, and gives who does it some minutes. */
export async function takeUpAgain(db: Reader, { communityId, importId }: ImportKey, at: Date): Promise<void> {
  await db
    .updateTable('import_progress')
    .set((eb) => ({ beat_at: at, taken_up: eb('taken_up', '+', 1) }))
    .where('community_id', '=', communityId)
    .where('import_id', '=', importId)
    .execute()
}

/** How far it is, for whoever looks on: outside of the transaction that does the work. */
export async function beat(
  db: Reader,
  key: ImportKey,
  { done, total, at }: { done: number; total: number; at: Date },
): Promise<void> {
  await saveProgress(db, key, { rows_done: done, rows_total: total, beat_at: at })
}

async function saveProgress(
  db: Reader,
  { communityId, importId }: ImportKey,
  progress: { rows_done: number; rows_total: number; beat_at: Date; taken_up?: number },
): Promise<void> {
  await db
    .insertInto('import_progress')
    .values({ community_id: communityId, import_id: importId, ...progress })
    .onConflict((conflict) => conflict.columns(['community_id', 'import_id']).doUpdateSet(progress))
    .execute()
}

const AT_ONCE = 5_000

/** Puts down what is wrong, instead of what was put down before. */
export async function saveProblems(
  tx: Transaction,
  { communityId, importId }: ImportKey,
  problems: readonly Problem[],
): Promise<void> {
  await forgetProblems(tx, communityId, [importId])
  for (let from = 0; from < problems.length; from += AT_ONCE) {
    const some = problems.slice(from, from + AT_ONCE)
    await sql`
      insert into import_problems (community_id, import_id, position, sheet, row_number, column_heading, words)
      select ${communityId}::uuid, ${importId}::uuid, g.*
      from unnest(${some.map((_, index) => from + index + 1)}::integer[], ${some.map(({ sheet }) => sheet)}::text[],
        ${some.map(({ row }) => row)}::integer[], ${some.map(({ column }) => column)}::text[],
        ${some.map(({ words }) => words)}::text[]) as g`.execute(tx)
  }
}

export async function forgetProblems(
  db: Reader,
  communityId: string,
  importIds: readonly string[],
): Promise<void> {
  if (importIds.length === 0) return
  await db
    .deleteFrom('import_problems')
    .where('community_id', '=', communityId)
    .where('import_id', 'in', importIds)
    .execute()
}
