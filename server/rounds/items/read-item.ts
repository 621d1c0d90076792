import type { ItemPageView } from '#core/rounds'
import type { Context } from '#server/platform/context'
import { ledgerOf } from './list-ledger'
import { presentItem } from './present-item'

/** An item with the latest of its ledger, if it keeps one. Twelve queries at most. Throws NOT_FOUND. */
export async function readItem(context: Context, itemId: string): Promise<ItemPageView> {
  const shown = await presentItem(context.db, context, itemId)
  if (!shown.isProject) return shown
  const { communityId: community_id } = shown
  return { ...shown, ledger: await ledgerOf(context, { community_id, item_id: itemId }) }
}
