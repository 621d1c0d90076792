import { DomainError } from '#core/errors'
import { sameHash, type ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { StartupError } from '#server/platform/postgres/index'

/**
 * Before the server starts: the key it was given is the one that this database's phones and access log are sealed with.
 * As long as there is nothing sealed, another key takes its place. Throws a StartupError.
 */
export async function checkContactKey(db: Database, box: ContactBox): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const known = await findFingerprint(tx)
    if (known && sameHash(known, box.fingerprint)) return
    if (known && (await hasSealed(tx)))
      throw new StartupError(
        '存手机号和访问日志用的密钥和这个数据库的对不上：请把 CONTACT_KEY 设回原来的，或放回数据文件夹里原来的 keys/contact',
      )
    await tx
      .insertInto('contact_keys')
      .values({ fingerprint: box.fingerprint })
      .onConflict((conflict) => conflict.column('singleton').doUpdateSet({ fingerprint: box.fingerprint }))
      .execute()
  })
}

/** Before something is sealed: nobody has started on this database with another key meanwhile. */
export async function enforceContactKey(tx: Transaction, box: ContactBox): Promise<void> {
  const known = await findFingerprint(tx)
  if (known && !sameHash(known, box.fingerprint)) throw new DomainError('CONTACT_KEY_CHANGED')
}

async function findFingerprint(tx: Transaction): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('contact_keys').select('fingerprint').executeTakeFirst()
  return row?.fingerprint
}

/** One's own phone, that of a caller, which is sealed with the matter put down for them, rolls, or who called from where. */
async function hasSealed(tx: Transaction): Promise<boolean> {
  const own = await tx.selectFrom('phones').select('person_id').limit(1).executeTakeFirst()
  if (own) return true
  const callers = tx.selectFrom('matters').select('matter_id').where('caller_phone', 'is not', null)
  if (await callers.limit(1).executeTakeFirst()) return true
  if (await tx.selectFrom('owners').select('owner_id').limit(1).executeTakeFirst()) return true
  const onRoll = tx.selectFrom('roll_entries').select('entry_id').where('name_sealed', 'is not', null)
  if (await onRoll.limit(1).executeTakeFirst()) return true
  return (await tx.selectFrom('access_log').select('day').limit(1).executeTakeFirst()) !== undefined
}
