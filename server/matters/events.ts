import type { Selectable } from 'kysely'
import type { MatterAct, MatterState } from '#core/matters'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { MatterRow } from './repository'

type Reader = Database | Transaction
export type StoredEvent = Selectable<Tables['matter_events']>
export type EventDetails = StoredEvent['details']

/** Everything that happened to a matter, first to last. */
export function listEvents(db: Reader, communityId: string, matterId: string): Promise<StoredEvent[]> {
  return db
    .selectFrom('matter_events')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('matter_id', '=', matterId)
    .orderBy('seq')
    .execute()
}

/** Adds one step to the timeline. */
export async function saveEvent(tx: Transaction, event: StoredEvent): Promise<void> {
  await tx
    .insertInto('matter_events')
    .values({ ...event, details: JSON.stringify(event.details) })
    .execute()
}

/** A step of a matter at its present revision; what isn't named is nobody's and nothing. */
export function stepOf(
  row: MatterRow,
  step: { act: MatterAct | 'submit'; at: Date; state?: MatterState } & Partial<StoredEvent>,
): StoredEvent {
  const { state, ...named } = step
  return {
    community_id: row.community_id,
    matter_id: row.matter_id,
    seq: row.revision,
    person_id: null,
    role: null,
    by_name: null,
    unit_name: null,
    team_name: null,
    outcome: null,
    note: null,
    to_state: state ?? row.state,
    words_shown: true,
    details: {},
    ...named,
  }
}
