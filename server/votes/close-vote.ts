import { sql } from 'kysely'
import { voteStateAfter } from '#core/votes'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Transaction } from '#server/platform/db/index'
import { makePaperBallots } from './count-paper'
import { makeRecord } from './record-of-vote'
import { saveVote, type VoteRow } from './repository'

/**
 * 公布结果: makes ballots of the envelopes that were keyed in, counts, keeps each item's result, and publishes the head of the
 * ballots' chain. Throws VOTE_RECORD_BROKEN, and nothing is kept: the job is tried again ever later, this vote alone waits.
 */
export async function closeVote(tx: Transaction, box: ContactBox, row: VoteRow, now: Date): Promise<VoteRow> {
  await makePaperBallots(tx, box, row)
  const { result, head } = await makeRecord(tx, box, row)
  await sql`
    update vote_items i set result = r.value from jsonb_each(${JSON.stringify(result)}::jsonb) as r (key, value)
    where i.community_id = ${row.community_id} and i.vote_id = ${row.vote_id} and i.item_id = r.key`.execute(
    tx,
  )
  return saveVote(tx, row, { state: voteStateAfter('close', row.state), closed_at: now, head })
}
