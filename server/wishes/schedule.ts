import {
  clockDueAt,
  CONTACT_DAYS,
  DELIVERY_DAYS,
  NO_STANDING,
  remindAt,
  WISH_DEEDS,
  type WishAct,
} from '#core/wishes'
import type { Transaction } from '#server/platform/db/index'
import { enqueue } from '#server/platform/jobs/index'
import { wishOf, type StoredWish } from './repository'

/**
 * Puts on the clock's list what may come due of a wish as it stands now. Each job names the instant it stands for, so
 * that one that was overtaken does nothing.
 */
export async function scheduleClock(tx: Transaction, row: StoredWish): Promise<void> {
  const wish = wishOf(row, NO_STANDING)
  for (const act of WISH_DEEDS) {
    const dueAt = clockDueAt(wish, act)
    if (!dueAt) continue
    await enqueue(
      tx,
      'wish_clock',
      { communityId: row.community_id, wishId: row.wish_id, act, dueAt: dueAt.toISOString() },
      { runAt: dueAt, key: `wish_${act}:${row.wish_id}` },
    )
  }
}

/** Two reminders for a new helper: shortly before the days to get in touch are over, and before those to help. */
export async function scheduleReminders(tx: Transaction, row: StoredWish, act: WishAct): Promise<void> {
  if (!row.claimed_at || (act !== 'accept_offer' && act !== 'take_over' && act !== 'not_yet')) return
  for (const days of [CONTACT_DAYS, DELIVERY_DAYS]) {
    await enqueue(
      tx,
      'wish_remind',
      { communityId: row.community_id, wishId: row.wish_id, claimedAt: row.claimed_at.toISOString(), days },
      { runAt: remindAt(row.claimed_at, days), key: `wish_remind_${days}:${row.wish_id}` },
    )
  }
}
