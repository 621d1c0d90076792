import { record } from '#server/audit/index'
import type { Role } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import type { ItemRow } from './repository'

interface Deed {
  /** What was done, after `item.`: write, accept, rate, … */
  act: string
  at: Date
  /** Null: the clock. */
  personId: string | null
  role?: Role | null
  reason?: string | undefined
}

/** Puts on record what was done with an item. */
export function recordItem(
  tx: Transaction,
  { community_id, item_id }: Pick<ItemRow, 'community_id' | 'item_id'>,
  { act, at, personId, role, reason }: Deed,
): Promise<void> {
  return record(tx, {
    regionId: community_id,
    at,
    personId,
    role: role ?? null,
    reason,
    act: `item.${act}`,
    subject: { kind: 'action_item', id: item_id },
  })
}
