import { sql, type RawBuilder } from 'kysely'
import { envelopeStateOf, type EnvelopeProgress, type EnvelopeView, type TellerSeat } from '#core/votes'
import type { Database, Transaction } from '#server/platform/db/index'
import type { VoteRow } from './repository'

type Reader = Database | Transaction

/** An envelope with how far it has come: never what is in it. */
export interface Envelope extends EnvelopeProgress {
  voterId: string
  number: number
  name: string
  receivedById: string
  receivedAt: Date
  settledAt: Date | null
}

/** Its voter cast online, which has precedence: asked of `e`, an envelope. Index: ballots_standing. */
const CAST_ONLINE = sql`exists (select 1 from ballots b where b.community_id = e.community_id
  and b.vote_id = e.vote_id and b.voter_id = e.voter_id and b.channel = 'online' and b.replaced_at is null)`

const ofVote = ({ community_id: communityId, vote_id: voteId }: VoteRow) =>
  sql`e.community_id = ${communityId} and e.vote_id = ${voteId}`

async function listWhere(
  db: Reader,
  row: VoteRow,
  which: RawBuilder<unknown>,
  limit?: number,
): Promise<Envelope[]> {
  const { rows } = await sql<Omit<Envelope, 'settled'>>`
    select e.voter_id as "voterId", e.number, v.name, e.received_by as "receivedById",
      e.received_at as "receivedAt", e.settled_at as "settledAt", ${CAST_ONLINE} as "castOnline",
      array(select k.seat::integer from vote_envelope_entries k where k.community_id = e.community_id
        and k.vote_id = e.vote_id and k.voter_id = e.voter_id order by k.seat) as "keyedSeats"
    from vote_envelopes e join vote_voters v on v.community_id = ${row.community_id} and v.vote_id = e.vote_id
      and v.voter_id = e.voter_id
    where ${ofVote(row)} and ${which}
    order by e.number ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows.map((one) => ({ ...one, settled: one.settledAt !== null }))
}

/** One page of what came in, by number. One query. */
export function listEnvelopesAfter(
  db: Reader,
  row: VoteRow,
  after: number,
  limit: number,
): Promise<Envelope[]> {
  return listWhere(db, row, sql`e.number > ${after}`, limit)
}

/** All that is not settled, by number: what core says waits is taken from these. One query. */
export function listUnsettled(db: Reader, row: VoteRow): Promise<Envelope[]> {
  return listWhere(db, row, sql`e.settled_at is null`)
}

/** The envelope of one on the roll. One query. */
export async function findEnvelope(db: Reader, row: VoteRow, voterId: string): Promise<Envelope | undefined> {
  return (await listWhere(db, row, sql`e.voter_id = ${voterId}`))[0]
}

/** How many came in, how many of them are yet to be opened and keyed in, and how many were void. One query. */
export async function countEnvelopes(
  db: Reader,
  row: VoteRow,
): Promise<{ received: number; left: number; voided: number }> {
  const { rows } = await sql<{ received: string; left: string; voided: string }>`
    select count(*) as received, count(*) filter (where e.settled_at is null and not ${CAST_ONLINE}) as left,
      (select count(*) from ballots b where b.community_id = ${row.community_id} and b.vote_id = ${row.vote_id}
        and b.void_reason is not null) as voided
    from vote_envelopes e where ${ofVote(row)}`.execute(db)
  const [found] = rows
  return {
    received: Number(found?.received ?? 0),
    left: Number(found?.left ?? 0),
    voided: Number(found?.voided ?? 0),
  }
}

/** Of some on a roll those whose envelope came in. One query. */
export async function listReceived(
  db: Reader,
  communityId: string,
  voteId: string,
  voterIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ voterId: string }>`
    select voter_id as "voterId" from vote_envelopes where community_id = ${communityId} and vote_id = ${voteId}
      and voter_id = any (${[...voterIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ voterId }) => voterId))
}

/** What is keyed in of some envelopes, sealed. One query. */
export async function listEntries(
  db: Reader,
  row: VoteRow,
  voterId?: string,
): Promise<{ voterId: string; seat: TellerSeat; sealed: Buffer }[]> {
  const { rows } = await sql<{ voterId: string; seat: TellerSeat; sealed: Buffer }>`
    select voter_id as "voterId", seat, read_sealed as sealed from vote_envelope_entries
    where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      ${voterId === undefined ? sql`` : sql`and voter_id = ${voterId}`}`.execute(db)
  return rows
}

/** An envelope as those who take and count them see it. */
export function presentEnvelope(envelope: Envelope, personId: string): EnvelopeView {
  return {
    voterId: envelope.voterId,
    number: envelope.number,
    name: envelope.name,
    receivedAt: envelope.receivedAt.toISOString(),
    mine: envelope.receivedById === personId,
    state: envelopeStateOf(envelope),
  }
}
