import { record } from '#server/audit/index'
import type { Role } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import type { RoundRow } from './repository'

interface Deed {
  /** What was done, after `round.`: convene, publish_agenda, … */
  act: string
  at: Date
  /** Null: the clock. */
  personId: string | null
  /** The office in which it was done. */
  role?: Role | null
  reason?: string | undefined
}

/** Puts on record what was done with a round, or in it. */
export function recordRound(
  tx: Transaction,
  { community_id, round_id }: Pick<RoundRow, 'community_id' | 'round_id'>,
  { act, at, personId, role, reason }: Deed,
): Promise<void> {
  return record(tx, {
    regionId: community_id,
    at,
    personId,
    role: role ?? null,
    reason,
    act: `round.${act}`,
    subject: { kind: 'round', id: round_id },
  })
}
