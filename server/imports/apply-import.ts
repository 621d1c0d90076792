import { importPolicy, type ImportView } from '#core/imports'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { signatureOf } from './office'
import { mayApply, presentImport } from './present-import'
import { beginProgress, findImport, type ImportKey, type ImportRow } from './repository'

/** 导入: a job writes it, after it was held against what stands once more. Of a community one at a time. */
export async function applyImport(context: Context, importId: string): Promise<ImportView> {
  const { region, actor, now } = context
  const here = { jurisdiction: region.path }
  if (!importPolicy.work(actor, here)) throw new DomainError('NOT_FOUND')
  const key = { communityId: region.regionId, importId }
  return context.transact(async (tx) => {
    const row = await findImport(tx, key)
    if (!row) throw new DomainError('NOT_FOUND')
    if (row.state !== 'ready' && row.state !== 'failed') throw new DomainError('STATE_CHANGED')
    if (!mayApply(row, actor, here)) throw new DomainError('NOT_ALLOWED')
    await beginApplying(tx, context, key)
    await beginProgress(tx, key, now())
    await enqueue(tx, 'write_import', key, { runAt: now(), key: `import ${importId}` })
    await record(tx, {
      regionId: key.communityId,
      at: now(),
      personId: actor.personId,
      role: signatureOf(context).role,
      act: 'import.apply',
      subject: { kind: 'import', id: importId },
    })
    return presentImport((await findImport(tx, key)) as ImportRow, actor, here)
  })
}

/** Throws IMPORT_UNDER_WAY while another import of the community is being written; the unique index is the judge. */
async function beginApplying(
  tx: Transaction,
  context: Context,
  { communityId, importId }: ImportKey,
): Promise<void> {
  const applied = { applied_by: context.actor.personId, applied_role: signatureOf(context).role }
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ state: 'applying', preview_changed: false, ...applied })
    .where('community_id', '=', communityId)
    .where('import_id', '=', importId)
    .where('state', 'in', ['ready', 'failed'])
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw isUnderWay(error) ? new DomainError('IMPORT_UNDER_WAY') : error
    })
  if (numUpdatedRows !== 1n) throw new DomainError('STATE_CHANGED')
}

/** Whether the database refused because the community has an import that is being written. */
export function isUnderWay(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string }
  return code === '23505' && constraint === 'imports_one_applying'
}
