import { isShownState, NO_STANDING, wishChanges } from '#core/wishes'
import { forgetTitle } from '#server/inbox/index'
import { indexForSearch, removeFromSearch } from '#server/search/index'
import type { Transaction } from '#server/platform/db/index'
import { saveWishEvent } from './events'
import { columnsOf, saveWish, wishOf, type StoredWish, type WishRow } from './repository'
import { scheduleClock } from './schedule'

/** Its words may be read: neighbours see it from now on. */
export async function publishWish(tx: Transaction, row: WishRow, { at }: { at: Date }): Promise<WishRow> {
  const changes = wishChanges('publish', wishOf(row, NO_STANDING), { personId: row.author_id, now: at })
  const published = await saveWish(tx, row, {
    ...columnsOf(changes),
    words_state: 'shown',
    declined_reason: null,
    changed_at: at,
  })
  await saveWishEvent(tx, published, { act: 'publish', at })
  await indexWish(tx, published)
  await scheduleClock(tx, published)
  return published
}

/** Makes a wish findable by its words as long as neighbours may know of it; else it is found no more. */
export async function indexWish(tx: Transaction, row: StoredWish): Promise<void> {
  if (row.words_state !== 'shown' || !isShownState(row.state)) {
    await removeFromSearch(tx, { communityId: row.community_id, entryId: row.wish_id })
    return
  }
  await indexForSearch(tx, {
    communityId: row.community_id,
    kind: 'wish',
    entryId: row.wish_id,
    subject: { kind: 'wish', id: row.wish_id },
    placePath: row.jurisdiction,
    audience: 'neighbours',
    words: [row.title, row.text ?? '', row.when_suits ?? '', row.meet_at ?? '', row.place_name],
  })
}

/** Its words aren't for neighbours any more: it is found no more, and what was told of it names it no more. */
export async function stopShowing(tx: Transaction, row: StoredWish): Promise<void> {
  await removeFromSearch(tx, { communityId: row.community_id, entryId: row.wish_id })
  await forgetTitle(tx, {
    communityId: row.community_id,
    subject: { kind: 'wish', id: row.wish_id },
    exceptPersonId: row.author_id,
  })
}
