import { sealEntries } from '#server/audit/index'
import { deliverHeld } from '#server/inbox/index'
import { closeUnconfirmed, reinspect, reviewDue, teamEnded } from '#server/matters/index'
import { tellNotice, tellUntold } from '#server/notices/index'
import { sweepPhotos } from '#server/photos/index'
import { wishClock, wishOfferLapses, wishRemind } from '#server/wishes/index'
import type { Database } from '#server/platform/db/index'
import type { FileStore } from '#server/platform/files/index'
import { forgetOld } from '#server/platform/forget-old'
import { enqueue, type JobHandlers } from '#server/platform/jobs/index'

/** The audit log is sealed every 10 seconds (domain.md 10). */
const SEAL_EVERY_MS = 10_000

/** What each job does. Sealing puts itself on the list again, under one key, whoever of several servers did it. */
export function jobHandlers(db: Database, now: () => Date, photos: FileStore): JobHandlers {
  return {
    close_unconfirmed: (payload) => closeUnconfirmed(db, payload, now()),
    review_due: (payload) => reviewDue(db, payload, now()),
    reinspect: (payload) => reinspect(db, payload, now()),
    office_ended: (payload) => teamEnded(db, payload, now()),
    sweep_photos: () => sweepPhotos(db, photos, now()),
    forget_old: () => forgetOld(db, now()),
    deliver_held: () => deliverHeld(db, now()),
    tell_notice: (payload) => tellNotice(db, payload, now()),
    wish_clock: (payload) => wishClock(db, payload, now()),
    wish_offer_lapses: (payload) => wishOfferLapses(db, payload, now()),
    wish_remind: (payload) => wishRemind(db, payload, now()),
    tell_untold: () => tellUntold(db, now()),
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
