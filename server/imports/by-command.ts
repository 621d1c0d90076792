import { DomainError } from '#core/errors'
import {
  FORM,
  SHEETS,
  type ImportFormat,
  type Problem,
  type Sheet,
  type SheetCountsView,
} from '#core/imports'
import { record } from '#server/audit/index'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Database } from '#server/platform/db/index'
import { isUnderWay } from './apply-import'
import { checkRead, type Checked } from './check-import'
import { writeExport } from './export'
import { formatOf, readFile } from './read-file'
import { beginProgress, moveImport, type ImportKey } from './repository'
import { writeRead } from './write-import'

export interface ImportByCommand {
  communityId: string
  file: Buffer
  /** Looks only. */
  dryRun: boolean
  onRows?: (rows: number) => void
}

export interface ImportedByCommand {
  counts: SheetCountsView[]
  problems: Problem[]
}

/**
 * 导入 by whoever runs the server, every sheet at once: the same check, the same transaction. Throws NOT_FOUND,
 * IMPORT_FILE_KIND, IMPORT_FILE_OLD or IMPORT_UNDER_WAY.
 */
export async function importByCommand(
  db: Database,
  box: ContactBox,
  { communityId, file, dryRun, onRows }: ImportByCommand,
): Promise<ImportedByCommand> {
  const now = () => new Date()
  await enforceCommunity(db, communityId)
  const format = formatOf(file)
  if (format === 'old' || !format) throw new DomainError(format ? 'IMPORT_FILE_OLD' : 'IMPORT_FILE_KIND')
  const read = await readFile(file, format, onRows)
  if (dryRun) return resultOf(await checkRead(db, box, communityId, { read, allowed: SHEETS, now: now() }))
  const key = { communityId, importId: newId() }
  await begin(db, key, format)
  try {
    const checked = await writeRead(db, { contactBox: box }, key, { read, now })
    if (!checked) throw new DomainError('STATE_CHANGED')
    return resultOf(checked)
  } catch (error) {
    await moveImport(db, key, ['applying'], { state: 'failed' })
    throw error
  }
}

const resultOf = ({ counts, problems }: Checked): ImportedByCommand => ({ counts, problems })

async function enforceCommunity(db: Database, communityId: string): Promise<void> {
  const row = await db
    .selectFrom('regions')
    .select('region_id')
    .where('region_id', '=', communityId)
    .where('kind', '=', 'community')
    .executeTakeFirst()
  if (!row) throw new DomainError('NOT_FOUND')
}

async function begin(db: Database, key: ImportKey, format: ImportFormat): Promise<void> {
  const at = new Date()
  await db
    .transaction()
    .execute(async (tx) => {
      await tx
        .insertInto('imports')
        .values({
          community_id: key.communityId,
          import_id: key.importId,
          person_id: null,
          by_name: '服务器上的命令',
          role: null,
          sheets: [],
          format,
          state: 'applying',
          file_kept: false,
          created_at: at,
        })
        .execute()
      await beginProgress(tx, key, at)
    })
    .catch((error: unknown) => {
      throw isUnderWay(error) ? new DomainError('IMPORT_UNDER_WAY') : error
    })
}

/** 导出 by whoever runs the server, on the record like any other. */
export async function exportByCommand(
  db: Database,
  box: ContactBox,
  { communityId, sheets, format }: { communityId: string; sheets: readonly Sheet[]; format: ImportFormat },
): Promise<NodeJS.ReadableStream> {
  await enforceCommunity(db, communityId)
  if (format === 'csv' && sheets.length > 1) throw new DomainError('EXPORT_ONE_SHEET')
  const now = new Date()
  await db.transaction().execute((tx) =>
    record(tx, {
      regionId: communityId,
      at: now,
      personId: null,
      role: null,
      act: 'export.make',
      subject: { kind: 'community', id: communityId },
      reason: sheets.map((sheet) => FORM[sheet].title).join('、'),
    }),
  )
  return writeExport(db, box, communityId, { sheets: [...sheets], format, now })
}
