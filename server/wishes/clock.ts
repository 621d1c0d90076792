import { clockDueAt, CONTACT_DAYS, decideWishClock, NO_STANDING } from '#core/wishes'
import { DomainError } from '#core/errors'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { actUnasked } from './act-unasked'
import { findWaitingOffer, setOffer } from './offers'
import { lockWish, wishOf } from './repository'
import { tellOfWish } from './tell'

/**
 * One deed of the clock. Overtaken by an act it does nothing; too early (by this server's clock, which may be behind the
 * database's) it fails, so that the job stays in line.
 */
export async function wishClock(db: Database, job: Jobs['wish_clock'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWish(tx, job.communityId, job.wishId)
    const wish = row && wishOf(row, NO_STANDING)
    if (!row || !wish || clockDueAt(wish, job.act)?.toISOString() !== job.dueAt) return
    const decision = decideWishClock(wish, job.act, now)
    if (!decision.allowed) throw new DomainError(decision.code)
    await actUnasked(tx, row, { act: job.act, at: now })
  })
}

/** Silence: the offer lapses, and who made it is told. */
export async function wishOfferLapses(
  db: Database,
  job: Jobs['wish_offer_lapses'],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWish(tx, job.communityId, job.wishId)
    const offer = row && (await findWaitingOffer(tx, row, { offerId: job.offerId }))
    if (!row || !offer) return
    if (now < offer.lapses_at) throw new DomainError('ACT_NOT_POSSIBLE')
    await setOffer(tx, offer, 'lapsed')
    await tellOfWish(tx, row, 'wish_offer_lapsed', [offer.person_id], { byPersonId: null, at: now })
    await actUnasked(tx, row, { act: 'offer_lapsed', at: now })
  })
}

/** The days to get in touch, or to help, are nearly over: the helper is reminded. */
export async function wishRemind(db: Database, job: Jobs['wish_remind'], now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await lockWish(tx, job.communityId, job.wishId)
    if (!row || row.state !== 'claimed' || row.claimed_at?.toISOString() !== job.claimedAt) return
    const over = job.days === CONTACT_DAYS && row.contacted_at !== null
    if (over || !row.helper_id || row.member_left_at) return
    await tellOfWish(tx, row, 'wish_remind', [row.helper_id], { byPersonId: null, at: now })
  })
}
