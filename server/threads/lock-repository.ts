import type { Selectable } from 'kysely'
import type { SubjectKind } from '#core/threads'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

export type StoredLock = Selectable<Tables['thread_locks']>

/** The lock on a thread; undefined while people may go on. */
export function findLock(
  db: Database | Transaction,
  communityId: string,
  subject: { kind: SubjectKind; id: string },
): Promise<StoredLock | undefined> {
  return db
    .selectFrom('thread_locks')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .executeTakeFirst()
}

/** Locks a thread, or gives its lock another reason. */
export async function saveLock(tx: Transaction, lock: StoredLock): Promise<void> {
  const { locked_by, by_name, reason, locked_at } = lock
  await tx
    .insertInto('thread_locks')
    .values(lock)
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'subject_kind', 'subject_id'])
        .doUpdateSet({ locked_by, by_name, reason, locked_at }),
    )
    .execute()
}

/** Takes the lock off; nothing happens where there is none. */
export async function removeLock(
  tx: Transaction,
  communityId: string,
  subject: { kind: SubjectKind; id: string },
): Promise<void> {
  await tx
    .deleteFrom('thread_locks')
    .where('community_id', '=', communityId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}
