import type { Selectable } from 'kysely'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { RoundRow } from './repository'

export type RoundEventRow = Selectable<Tables['round_events']>

/** Everything that happened to a round, first to last. */
export function listRoundEvents(
  db: Database | Transaction,
  { community_id, round_id }: Pick<RoundRow, 'community_id' | 'round_id'>,
): Promise<RoundEventRow[]> {
  return db
    .selectFrom('round_events')
    .selectAll()
    .where('community_id', '=', community_id)
    .where('round_id', '=', round_id)
    .orderBy('seq')
    .execute()
}

/** A step at the round's present revision; what isn't named is nobody's and nothing. */
export type RoundStep = Pick<RoundEventRow, 'act' | 'at'> &
  Partial<Pick<RoundEventRow, 'person_id' | 'by_name' | 'other_name' | 'note'>>

/** Adds one step to the timeline. */
export async function saveRoundEvent(tx: Transaction, row: RoundRow, step: RoundStep): Promise<void> {
  await tx
    .insertInto('round_events')
    .values({
      community_id: row.community_id,
      round_id: row.round_id,
      seq: row.revision,
      person_id: null,
      by_name: null,
      other_name: null,
      note: null,
      ...step,
    })
    .execute()
}
