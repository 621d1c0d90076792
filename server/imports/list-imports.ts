import { z } from 'zod/mini'
import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { importPolicy, type ImportView } from '#core/imports'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { presentImport } from './present-import'
import { findImport, listImportRows, type ImportRow } from './repository'

function hereFor({ actor, region }: Context): { jurisdiction: string[] } {
  const here = { jurisdiction: region.path }
  if (!importPolicy.work(actor, here)) throw new DomainError('NOT_FOUND')
  return here
}

/** 导入过的表格, newest first. */
export async function listImports(context: Context, cursor: string | undefined) {
  const here = hereFor(context)
  const { db, region, actor } = context
  const after = decodeCursor(cursor, idCursor)?.[0]
  const rows = await listImportRows(db, region.regionId, after, PAGE_SIZE + 1)
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.import_id],
    (row) => presentImport(row, actor, here),
  )
}

async function findHere(context: Context, importId: string): Promise<ImportRow> {
  const row = await findImport(context.db, { communityId: context.region.regionId, importId })
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** One import: what the screen asks for again while it waits. One query. */
export async function readImport(context: Context, importId: string): Promise<ImportView> {
  const here = hereFor(context)
  return presentImport(await findHere(context, importId), context.actor, here)
}

const positionCursor = z.tuple([z.string().check(z.regex(/^\d{1,9}$/))])

/** What is wrong with its rows, in the order of the file. */
export async function listImportProblems(context: Context, importId: string, cursor: string | undefined) {
  hereFor(context)
  await findHere(context, importId)
  const after = decodeCursor(cursor, positionCursor)?.[0]
  let query = context.db
    .selectFrom('import_problems')
    .select(['position', 'sheet', 'row_number as row', 'column_heading as column', 'words'])
    .where('community_id', '=', context.region.regionId)
    .where('import_id', '=', importId)
  if (after) query = query.where('position', '>', Number(after))
  const rows = await query
    .orderBy('position')
    .limit(PAGE_SIZE + 1)
    .execute()
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [String(row.position)],
    (row) => row,
  )
}
