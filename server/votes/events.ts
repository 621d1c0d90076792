import type { Selectable } from 'kysely'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { VoteRow } from './repository'

export type VoteEventRow = Selectable<Tables['vote_events']>

/** Everything that happened to a vote, first to last; of ballots nothing. */
export function listVoteEvents(
  db: Database | Transaction,
  communityId: string,
  voteId: string,
): Promise<VoteEventRow[]> {
  return db
    .selectFrom('vote_events')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .orderBy('seq')
    .execute()
}

/** A step at the vote's present revision; what isn't named is nobody's and nothing. */
export type VoteStep = Pick<VoteEventRow, 'act' | 'at'> &
  Partial<Pick<VoteEventRow, 'person_id' | 'by_name' | 'note'>>

/** Adds one step to the timeline. */
export async function saveVoteEvent(tx: Transaction, row: VoteRow, step: VoteStep): Promise<void> {
  await tx
    .insertInto('vote_events')
    .values({
      community_id: row.community_id,
      vote_id: row.vote_id,
      seq: row.revision,
      person_id: null,
      by_name: null,
      note: null,
      ...step,
    })
    .execute()
}
