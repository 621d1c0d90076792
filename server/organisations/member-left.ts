import type { Transaction } from '#server/platform/db/index'

/** Somebody who is not in an organisation any more: left, taken out, or the organisation ended. */
export interface LeftMember {
  communityId: string
  organisationId: string
  personId: string
  at: Date
}

/**
 * Called for each in the transaction that ends it, once the row says so: what the organisation holds through this person
 * (a claimed wish, domain.md 4) is somebody else's from then on. The areas that hang something on it hand theirs in at the
 * composition root (server/routes.ts).
 */
export type MemberLeft = (tx: Transaction, left: LeftMember) => Promise<void>

/** Everybody who wants to know. */
export type MemberLeftListeners = readonly MemberLeft[]

/** Tells them one after the other: they write in one transaction. */
export async function tellLeft(
  tx: Transaction,
  listeners: MemberLeftListeners,
  left: readonly LeftMember[],
): Promise<void> {
  for (const one of left) for (const listener of listeners) await listener(tx, one)
}
