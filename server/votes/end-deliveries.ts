import { sql, type RawBuilder } from 'kysely'
import { DELIVERY_ENDED_WORDS } from '#core/votes'
import { releasePhotosOf } from '#server/photos/index'
import type { Transaction } from '#server/platform/db/index'
import { markDelivered } from './delivery-repository'
import type { VoterRow, VoteRow } from './repository'

interface Ending {
  which: RawBuilder<unknown>
  words: string
  at: Date
}

/** Ends some that stand, with why; nobody in particular did it. */
async function endStanding(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: VoteRow,
  { which, words, at }: Ending,
): Promise<void> {
  await sql`update vote_deliveries set ended_at = ${at}, end_reason = ${words}
    where community_id = ${communityId} and vote_id = ${voteId} and ended_at is null and ${which}`.execute(tx)
}

/** Taken back to be changed, or given up: what was delivered was another text, or is for nothing. */
export async function endAllDeliveries(
  tx: Transaction,
  row: VoteRow,
  why: 'revised' | 'withdrawn',
  at: Date,
): Promise<void> {
  if (row.bylaw_id === null) return
  await endStanding(tx, row, { which: sql`true`, words: DELIVERY_ENDED_WORDS[why], at })
  await markDelivered(tx, row)
}

/** One is on the roll no longer. */
export async function endDeliveryOfVoter(
  tx: Transaction,
  row: VoteRow,
  voterId: string,
  at: Date,
): Promise<void> {
  if (row.bylaw_id === null) return
  await endStanding(tx, row, { which: sql`voter_id = ${voterId}`, words: DELIVERY_ENDED_WORDS.roll, at })
  await markDelivered(tx, row, sql`v.voter_id = ${voterId}`)
}

/** A roll that was made anew: of who is on it no longer no proof stands. Who stays kept their mark with their place on it. */
export async function endDeliveriesOffRoll(
  tx: Transaction,
  row: VoteRow,
  after: readonly VoterRow[],
  at: Date,
): Promise<void> {
  if (row.bylaw_id === null) return
  const counted = after.filter((voter) => voter.left_out === null).map((voter) => voter.voter_id)
  await endStanding(tx, row, {
    which: sql`not (voter_id = any (${counted}::uuid[]))`,
    words: DELIVERY_ENDED_WORDS.roll,
    at,
  })
}

/** It is over for good: the photos of signatures have served, and go. */
export async function dropDeliveryPhotos(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId, bylaw_id: bylawId }: VoteRow,
): Promise<void> {
  if (bylawId === null) return
  const rows = await tx
    .selectFrom('vote_deliveries')
    .select('delivery_id')
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
  await releasePhotosOf(
    tx,
    communityId,
    rows.map((row) => ({ kind: 'delivery', id: row.delivery_id })),
  )
}
