import { sql } from 'kysely'
import { settleEnvelope, type KeyedBySeat } from '#core/votes'
import type { ContactBox } from '#server/platform/crypto/index'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { openRead, sealChoices } from './ballots'
import { newReceipt } from './cast-ballot'
import { countEnvelopes, listEntries } from './envelopes'
import { listVoteItems, type VoteRow } from './repository'

type Reader = Database | Transaction

/** What the tellers read, by voter and seat; of one envelope, or of all. Leaves the server only as a count. */
export async function readEntries(
  db: Reader,
  box: ContactBox,
  row: VoteRow,
  voterId?: string,
): Promise<Map<string, KeyedBySeat>> {
  const read = new Map<string, KeyedBySeat>()
  for (const { voterId: id, seat, sealed } of await listEntries(db, row, voterId)) {
    const keyed = openRead(box, { voteId: row.vote_id, voterId: id, seat }, sealed)
    read.set(id, { ...read.get(id), [seat]: keyed })
  }
  return read
}

/** Whether envelopes are yet to be opened and keyed in. No query where nothing is on paper. */
export async function hasEnvelopesLeft(db: Reader, row: VoteRow): Promise<boolean> {
  return row.paper_tellers !== null && (await countEnvelopes(db, row)).left > 0
}

/**
 * 纸质票: each envelope that was settled becomes one ballot of its voter as such, handed in when it was received. Only at the
 * close, in its transaction: before that there is nothing but what the tellers keyed in, sealed. One statement.
 */
export async function makePaperBallots(tx: Transaction, box: ContactBox, row: VoteRow): Promise<void> {
  if (row.paper_tellers === null) return
  const settled = await tx
    .selectFrom('vote_envelopes')
    .select(['voter_id', 'received_at'])
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .where('settled_at', 'is not', null)
    .execute()
  if (settled.length === 0) return
  const items = await listVoteItems(tx, row.community_id, [row.vote_id])
  const itemIds = items.map(({ item_id: id }) => id)
  const entries = await readEntries(tx, box, row)
  const ballots = settled.map(({ voter_id: voterId, received_at: at }) => {
    const read = settleEnvelope(entries.get(voterId) ?? {}, itemIds)
    // Settled is what agreed when it was keyed in, and nothing is changed after.
    if (!read) throw new Error('An envelope is settled without two who agree')
    const ballotId = newId()
    return {
      ballot_id: ballotId,
      voter_id: voterId,
      choices_sealed: sealChoices(box, { ballotId, items, choices: read.choices }).toString('hex'),
      receipt: newReceipt(),
      cast_at: at,
      void_reason: read.voidReason,
    }
  })
  await sql`
    insert into ballots (community_id, vote_id, ballot_id, voter_id, caster_id, channel, choices_sealed, receipt,
      cast_at, void_reason)
    select ${row.community_id}::uuid, ${row.vote_id}::uuid, r.ballot_id, r.voter_id, null, 'paper',
      decode(r.choices_sealed, 'hex'), r.receipt, r.cast_at, r.void_reason
    from jsonb_to_recordset(${JSON.stringify(ballots)}::jsonb) as r (ballot_id uuid, voter_id uuid,
      choices_sealed text, receipt text, cast_at timestamptz, void_reason text)`.execute(tx)
}
