import { sealEntries } from '#server/audit/index'
import { closeUnconfirmed } from '#server/matters/index'
import type { Database } from '#server/platform/db/index'
import { forgetOld } from '#server/platform/forget-old'
import { enqueue, type JobHandlers } from '#server/platform/jobs/index'

/** The audit log is sealed every 10 seconds (domain.md 10). */
const SEAL_EVERY_MS = 10_000

/** What each job does. Sealing puts itself on the list again, under one key, whoever of several servers did it. */
export function jobHandlers(db: Database, now: () => Date): JobHandlers {
  return {
    close_unconfirmed: (payload) => closeUnconfirmed(db, payload, now()),
    forget_old: () => forgetOld(db, now()),
    seal_audit: async () => {
      await sealEntries(db)
      await scheduleSealing(db, new Date(Date.now() + SEAL_EVERY_MS))
    },
  }
}

/** Puts the next sealing on the list. */
export function scheduleSealing(db: Database, runAt: Date): Promise<void> {
  return enqueue(db, 'seal_audit', {}, { runAt, key: 'seal_audit' })
}
