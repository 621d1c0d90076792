import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Delivery } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { OwnVoter } from './my-voters'
import type { VoterRow, VoteRow } from './repository'

type Reader = Database | Transaction
export type DeliveryRecord = Selectable<Tables['vote_deliveries']>
type Of = Pick<VoteRow, 'community_id' | 'vote_id'>

/** The row as the rules see it, for who votes for these. */
export function deliveryOf(
  row: Pick<DeliveryRecord, 'how' | 'by_person' | 'voter_id' | 'ended_at'>,
  own: readonly OwnVoter[],
): Delivery {
  return {
    how: row.how,
    byPersonId: row.by_person,
    isOwn: own.some(({ voterId }) => voterId === row.voter_id),
    hasEnded: row.ended_at !== null,
  }
}

/** What stands for these on the roll. One query. Index: vote_deliveries_standing. */
export async function listStanding(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Of,
  voterIds: readonly string[],
): Promise<DeliveryRecord[]> {
  if (voterIds.length === 0) return []
  return db
    .selectFrom('vote_deliveries')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where(sql<boolean>`voter_id = any (${[...voterIds]}::uuid[])`)
    .where('ended_at', 'is', null)
    .execute()
}

/** That nothing came, as those on the roll said the last time: nobody signs it. One query. Index: vote_deliveries_contested. */
export async function listContested(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Of,
  voterIds: readonly string[],
): Promise<{ voterId: string; at: Date; words: string }[]> {
  if (voterIds.length === 0) return []
  const { rows } = await sql<{ voterId: string; at: Date; words: string }>`
    select distinct on (voter_id) voter_id as "voterId", ended_at as at, end_reason as words from vote_deliveries
    where community_id = ${communityId} and vote_id = ${voteId} and voter_id = any (${[...voterIds]}::uuid[])
      and ended_by is not null and ended_name is null
    order by voter_id, ended_at desc`.execute(db)
  return rows
}

/** Of how many the ballot was delivered. One query. Index: vote_deliveries_standing. */
export async function countStanding(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Of,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from vote_deliveries
    where community_id = ${communityId} and vote_id = ${voteId} and ended_at is null`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

/** One proof of a community, ended ones too. */
export function findDelivery(
  db: Reader,
  communityId: string,
  deliveryId: string,
): Promise<DeliveryRecord | undefined> {
  return db
    .selectFrom('vote_deliveries')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst()
}

/** One who is on the roll and counted. */
export function findVoter(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Of,
  voterId: string,
): Promise<VoterRow | undefined> {
  return db
    .selectFrom('vote_voters')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where('voter_id', '=', voterId)
    .where('left_out', 'is', null)
    .executeTakeFirst()
}

/** One page of those on the roll who are counted, after a position; `missing`: only whom the ballot did not reach yet. */
export function listVotersToReach(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Of,
  { missing, after, limit }: { missing: boolean; after: number | undefined; limit: number },
): Promise<VoterRow[]> {
  return db
    .selectFrom('vote_voters')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where('left_out', 'is', null)
    .$if(missing, (query) => query.where('delivered', '=', false))
    .$if(after !== undefined, (query) => query.where('position', '>', after as number))
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** Keeps on the roll of some what stands: `delivered` follows the proofs, in the same transaction. */
export async function markDelivered(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: Of,
  which: RawBuilder<unknown> = sql`true`,
): Promise<void> {
  await sql`
    update vote_voters v set delivered = exists (select 1 from vote_deliveries d
        where d.community_id = v.community_id and d.vote_id = v.vote_id and d.voter_id = v.voter_id
          and d.ended_at is null)
    where v.community_id = ${communityId} and v.vote_id = ${voteId} and ${which}`.execute(tx)
}
