import { decideInRound, type Round } from '#core/rounds'
import type { Actor } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import { setRound, type RoundRow } from './repository'

/** A round counts as touched once in so long: who acts in it doesn't wait for its row. */
const TOUCHED_FOR_MS = 3_600_000

/** Columns of a round that nobody is asked to take over. */
export const NOBODY_ASKED = { next_convener_id: null, next_convener_name: null } as const

/**
 * Puts down that somebody does something in a round: it isn't idle. Where it is who convenes it, nobody is needed in their place any more.
 * Nothing is asked of the database where it was touched shortly before.
 */
export async function touchRound(
  tx: Transaction,
  row: Pick<RoundRow, 'community_id' | 'round_id' | 'touched_at' | 'idle_at' | 'next_convener_id'>,
  { actor, round, at }: { actor: Actor; round: Round; at: Date },
): Promise<void> {
  const goesOn = row.next_convener_id !== null && decideInRound(actor, round, 'convene').allowed
  const isFresh = row.idle_at === null && at.getTime() - row.touched_at.getTime() < TOUCHED_FOR_MS
  if (isFresh && !goesOn) return
  await setRound(tx, row, { touched_at: at, idle_at: null, ...(goesOn ? NOBODY_ASKED : {}) })
}
