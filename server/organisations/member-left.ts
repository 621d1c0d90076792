import type { Transaction } from '#server/platform/db/index'

/** Who is not in an organisation any more: left, taken out, or all of them, when it ended. */
export interface LeftMembers {
  communityId: string
  organisationId: string
  personIds: readonly string[]
  at: Date
}

/**
 * Called in the transaction that ends it, once the rows say so, for all of them at once: what the organisation holds through
 * these persons (a claimed wish, domain.md 4) is somebody else's from then on. The areas that hang something on it hand theirs in at the
 * composition root (server/routes.ts).
 */
export type MemberLeft = (tx: Transaction, left: LeftMembers) => Promise<void>

/** Everybody who wants to know. */
export type MemberLeftListeners = readonly MemberLeft[]

/** Tells them one after the other: they write in one transaction. */
export async function tellLeft(
  tx: Transaction,
  listeners: MemberLeftListeners,
  left: LeftMembers,
): Promise<void> {
  if (left.personIds.length === 0) return
  for (const listener of listeners) await listener(tx, left)
}
