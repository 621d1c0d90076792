import { NO_STANDING, wishChanges, type WishAct } from '#core/wishes'
import type { Role } from '#core/permissions'
import { record } from '#server/audit/index'
import { dropCases } from '#server/moderation/index'
import type { Transaction } from '#server/platform/db/index'
import { saveWishEvent } from './events'
import { endOffers } from './offers'
import { indexWish } from './publish-wish'
import { columnsOf, saveWish, wishOf, type WishRow } from './repository'
import { scheduleClock } from './schedule'
import { tellOfWish, tellOfWishAct, type ToldOfWish } from './tell'

/** What comes of something else than being asked for: the clock, a home or an organisation that was left, an account closed. */
export interface Unasked {
  act: WishAct
  at: Date
  /** Whose act it is, and what they are called on the timeline; left out: the clock's. */
  personId?: string
  byName?: string | null
  /** Who brought it about, for the record; left out: nobody. */
  recorded?: { personId: string | null; role: Role | null }
}

/** An act on a locked wish that nobody pressed a button for: state, step, messages and record, like any other. */
export async function actUnasked(tx: Transaction, row: WishRow, unasked: Unasked): Promise<WishRow> {
  const { act, at, personId = null, byName = null, recorded } = unasked
  const changes = wishChanges(act, wishOf(row, NO_STANDING), { personId: personId ?? row.author_id, now: at })
  const changed = await saveWish(tx, row, {
    ...columnsOf(changes),
    ...(changes.state === row.state ? {} : { changed_at: at }),
  })
  const told = { byPersonId: personId, at }
  if (row.state === 'claimed' && changed.state === 'published') await endOffers(tx, row, 'accepted', 'ended')
  if (act === 'expire') {
    const waiting = await endOffers(tx, row, 'waiting', 'lapsed')
    await tellOfWish(tx, row, 'wish_offer_lapsed', waiting, told)
  }
  if (act === 'withdraw') await endWithdrawn(tx, row, told)
  await saveWishEvent(tx, changed, {
    act,
    at,
    person_id: personId,
    by_name: byName,
    helper_name: row.helper_name,
  })
  await tellOfWishAct(tx, { before: row, after: changed }, { act, ...told })
  await scheduleClock(tx, changed)
  await indexWish(tx, changed)
  await record(tx, {
    regionId: row.community_id,
    at,
    personId: recorded?.personId ?? null,
    role: recorded?.role ?? null,
    act: `wish.${act}`,
    subject: { kind: 'wish', id: row.wish_id },
  })
  return changed
}

/** 不用了: whoever offered is told; what the check still asked is dropped. */
export async function endWithdrawn(
  tx: Transaction,
  row: WishRow,
  told: Pick<ToldOfWish, 'byPersonId' | 'at'>,
): Promise<void> {
  const waiting = await endOffers(tx, row, 'waiting', 'declined')
  await endOffers(tx, row, 'accepted', 'ended')
  await tellOfWish(tx, row, 'wish_withdrawn', waiting, told)
  if (row.state === 'submitted') await dropCases(tx, row.community_id, { kind: 'wish', id: row.wish_id })
}
