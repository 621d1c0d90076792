import { mayImport, type ImportView } from '#core/imports'
import type { Actor, Located } from '#core/permissions'
import type { ImportRow } from './repository'

/** An import as who works with imports sees it. */
export function presentImport(row: ImportRow, actor: Actor, here: Located): ImportView {
  return {
    importId: row.import_id,
    communityId: row.community_id,
    format: row.format,
    state: row.state,
    byName: row.by_name,
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    rowsDone: row.rows_done ?? 0,
    rowsTotal: row.rows_total ?? 0,
    counts: row.counts,
    problemCount: row.problem_count,
    mayApply: mayApply(row, actor, here),
    previewChanged: row.preview_changed,
  }
}

/** Ready, or failed for a reason outside the file that is still here; and every sheet of it is theirs. */
export function mayApply(
  { state, file_kept: fileKept, sheets }: Pick<ImportRow, 'state' | 'file_kept' | 'sheets'>,
  actor: Actor,
  here: Located,
): boolean {
  const waits = state === 'ready' || state === 'failed'
  return waits && fileKept && sheets.length > 0 && sheets.every((sheet) => mayImport(actor, here, sheet))
}
