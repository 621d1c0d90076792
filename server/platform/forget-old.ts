import { KEY_DAYS } from '#core/contract'
import { forgetOldAccess } from '#server/platform/access-log'
import type { Database } from '#server/platform/db/index'

const DAY_MS = 86_400_000
/** How long codes are counted, in days: a day's number, wherever the day ends. */
const COUNT_DAYS = 2

/** Removes ended sessions, codes nobody used, idempotency keys nobody repeats any more, and old accesses. */
export async function forgetOld(db: Database, now: Date): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('ended_sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('browser_sign_ins').where('expires_at', '<', now).execute()
  await db.deleteFrom('phone_codes').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('phone_code_counts')
    .where('last_at', '<', new Date(now.getTime() - COUNT_DAYS * DAY_MS))
    .execute()
  await forgetOldAccess(db, now)
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', new Date(now.getTime() - KEY_DAYS * DAY_MS))
    .execute()
}
