import { importPolicy, type ImportView } from '#core/imports'
import { DomainError } from '#core/errors'
import { record } from '#server/audit/index'
import { enforceContactKey } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Transaction } from '#server/platform/db/index'
import { FileStoreError, type FileStore } from '#server/platform/files/index'
import { enqueue } from '#server/platform/jobs/index'
import { signatureOf } from './office'
import { presentImport } from './present-import'
import { formatOf } from './read-file'
import { aboutFile, beginProgress, fileKeyOf, findImport, type ImportKey, type ImportRow } from './repository'

/** Where files wait, and what seals them. */
export interface ImportParts {
  files: FileStore
  contactBox: ContactBox
}

/**
 * 传表格. The file is kept sealed, a job checks it. Throws IMPORT_FILE_OLD or IMPORT_FILE_KIND for what is no table, and
 * IMPORT_STORE_AWAY.
 */
export async function uploadImport(context: Context, parts: ImportParts, file: Buffer): Promise<ImportView> {
  const { region, actor, now } = context
  if (!importPolicy.work(actor, { jurisdiction: region.path })) throw new DomainError('NOT_FOUND')
  const format = formatOf(file)
  if (format === 'old') throw new DomainError('IMPORT_FILE_OLD')
  if (!format) throw new DomainError('IMPORT_FILE_KIND')
  const key = { communityId: region.regionId, importId: newId() }
  await keepFile(parts, key, file)
  try {
    const view = await context.transact(async (tx) => {
      await enforceContactKey(tx, parts.contactBox)
      await saveImport(tx, context, key, format)
      await beginProgress(tx, key, now())
      await enqueue(tx, 'check_import', key, { runAt: now(), key: `import ${key.importId}` })
      await record(tx, {
        regionId: key.communityId,
        at: now(),
        personId: actor.personId,
        role: signatureOf(context).role,
        act: 'import.upload',
        subject: { kind: 'import', id: key.importId },
      })
      return presentImport((await findImport(tx, key)) as ImportRow, actor, { jurisdiction: region.path })
    })
    // The call was made before and got that answer again: what was kept now is one too many.
    if (view.importId !== key.importId) await dropFile(parts.files, key)
    return view
  } catch (error) {
    await dropFile(parts.files, key)
    throw error
  }
}

async function saveImport(
  tx: Transaction,
  context: Context,
  { communityId, importId }: ImportKey,
  format: 'xlsx' | 'csv',
): Promise<void> {
  const { actor, now } = context
  const { role, name } = signatureOf(context)
  await tx
    .insertInto('imports')
    .values({
      community_id: communityId,
      import_id: importId,
      person_id: actor.personId,
      by_name: name,
      role,
      sheets: [],
      format,
      state: 'checking',
      file_kept: true,
      created_at: now(),
    })
    .execute()
}

/** A table holds names and phones of hundreds: it waits sealed. */
async function keepFile({ files, contactBox }: ImportParts, key: ImportKey, file: Buffer): Promise<void> {
  try {
    await files.put(fileKeyOf(key), contactBox.seal(file.toString('base64'), aboutFile(key)))
  } catch (error) {
    if (error instanceof FileStoreError) throw new DomainError('IMPORT_STORE_AWAY', undefined, error)
    throw error
  }
}

/** The file again; undefined when it was cleared away. Throws what the store throws. */
export async function openFile(
  { files, contactBox }: ImportParts,
  key: ImportKey,
): Promise<Buffer | undefined> {
  const sealed = await files.get(fileKeyOf(key))
  return sealed && Buffer.from(contactBox.open(sealed, aboutFile(key)), 'base64')
}

/** What can't be removed now is removed with the next look at what is left. */
export async function dropFile(files: FileStore, key: ImportKey): Promise<boolean> {
  try {
    await files.remove([fileKeyOf(key)])
    return true
  } catch (error) {
    if (error instanceof FileStoreError) return false
    throw error
  }
}
