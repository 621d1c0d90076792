import { record } from '#server/audit/index'
import type { Role } from '#core/permissions'
import type { DemandClockAct, DEMAND_STEPS } from '#core/votes'
import type { Transaction } from '#server/platform/db/index'
import type { DemandRow } from './repository'

interface Deed {
  act: keyof typeof DEMAND_STEPS | DemandClockAct | 'write'
  at: Date
  /** Null: the clock. */
  personId: string | null
  role?: Role | null
  reason?: string | undefined
}

/** Puts on record what was done with a demand. */
export function recordDemand(
  tx: Transaction,
  { community_id, demand_id }: Pick<DemandRow, 'community_id' | 'demand_id'>,
  { act, at, personId, role, reason }: Deed,
): Promise<void> {
  return record(tx, {
    regionId: community_id,
    at,
    personId,
    role: role ?? null,
    reason,
    act: `demand.${act}`,
    subject: { kind: 'demand', id: demand_id },
  })
}
