import type { Selectable } from 'kysely'
import type { WishAct } from '#core/wishes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { WishRow } from './repository'

export type StoredWishEvent = Selectable<Tables['wish_events']>

/** Everything that happened to a wish, first to last. */
export function listWishEvents(
  db: Database | Transaction,
  communityId: string,
  wishId: string,
): Promise<StoredWishEvent[]> {
  return db
    .selectFrom('wish_events')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('wish_id', '=', wishId)
    .orderBy('seq')
    .execute()
}

/** A step of a wish at its present revision; what isn't named is nobody's and nothing. */
export type WishStep = { act: WishAct | 'submit'; at: Date } & Partial<
  Pick<StoredWishEvent, 'person_id' | 'by_name' | 'helper_name' | 'note' | 'words_shown'>
>

/** Adds one step to the timeline. */
export async function saveWishEvent(tx: Transaction, row: WishRow, step: WishStep): Promise<void> {
  await tx
    .insertInto('wish_events')
    .values({
      community_id: row.community_id,
      wish_id: row.wish_id,
      seq: row.revision,
      person_id: null,
      by_name: null,
      helper_name: row.helper_name,
      note: null,
      words_shown: true,
      to_state: row.state,
      ...step,
    })
    .execute()
}
