import { outcomesGate, type GateLine } from '#core/rounds'
import type { Database, Transaction } from '#server/platform/db/index'
import type { RoundRow } from '../repository'
import { countOutcomes } from './outcome-rows'

/** What the discussion still lacks as to its topics. One query. */
export async function outcomesGateOf(db: Database | Transaction, row: RoundRow): Promise<GateLine[]> {
  return outcomesGate(await countOutcomes(db, row))
}
