import { dateOf } from '#core/calendar'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database } from '#server/platform/db/index'

/** How long an entry is kept, in days: six months at least [Cybersecurity Law 23], and no longer. */
const KEEP_DAYS = 184
const DAY_MS = 86_400_000
/** How many entries a process remembers to have written; a busier day only writes some of them once more in vain. */
const REMEMBERED = 20_000

/** One call of somebody signed in. */
export interface Access {
  personId: string
  sessionId: string
  address: string
  at: Date
}

/** 访问日志 (domain.md 10): person and address, sealed, apart from everything else. Nothing in the product reads it. */
export interface AccessLog {
  /** Keeps one entry a day for each session and address: the first call. */
  note(access: Access): Promise<void>
}

/** The log in this database. */
export function createAccessLog(db: Database, box: ContactBox): AccessLog {
  const written = new Set<string>()
  return {
    note: async (access) => {
      const day = dateOf(access.at)
      const entry = `${day} ${access.sessionId} ${access.address}`
      if (written.has(entry)) return
      await save(db, box, access, day)
      if (written.size >= REMEMBERED) written.clear()
      written.add(entry)
    },
  }
}

async function save(
  db: Database,
  box: ContactBox,
  { personId, sessionId, address, at }: Access,
  day: string,
): Promise<void> {
  const words = JSON.stringify({ personId, sessionId, address, at: at.toISOString() })
  await db
    .insertInto('access_log')
    .values({
      entry_hash: box.blindIndex('access', day, sessionId, address),
      day,
      sealed: box.seal(words, 'access log'),
    })
    .onConflict((conflict) => conflict.column('entry_hash').doNothing())
    .execute()
}

/** Erases what is older than it has to be. */
export async function forgetOldAccess(db: Database, now: Date): Promise<void> {
  const oldest = dateOf(new Date(now.getTime() - KEEP_DAYS * DAY_MS))
  await db.deleteFrom('access_log').where('day', '<', oldest).execute()
}
