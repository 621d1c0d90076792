import { sql, type Selectable } from 'kysely'
import type { Vote, VoteStanding } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'

type Reader = Database | Transaction
export type VoteRow = Selectable<Tables['votes']>
export type VoteItemRow = Selectable<Tables['vote_items']>
export type VoterRow = Selectable<Tables['vote_voters']>

/** One vote of a community. */
export function findVote(db: Reader, communityId: string, voteId: string): Promise<VoteRow | undefined> {
  return db
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .executeTakeFirst()
}

/** The same, its row locked until the transaction ends: nobody casts, and nothing else happens to it. */
export function lockVote(tx: Transaction, communityId: string, voteId: string): Promise<VoteRow | undefined> {
  return tx
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * The vote, held for whoever acts on a proxy or a delivery: they come one after the other, those who cast go on beside
 * them, and its opening and its end wait.
 */
export function holdVote(tx: Transaction, communityId: string, voteId: string): Promise<VoteRow | undefined> {
  return tx
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/**
 * The same while votes are cast, held as it is until the transaction ends; any number of voters hold it at once. After its
 * end it is found by nobody any more: who comes too late holds up neither each other nor the count.
 */
export function holdOpenVote(
  tx: Transaction,
  communityId: string,
  voteId: string,
  now: Date,
): Promise<VoteRow | undefined> {
  return tx
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where('state', '=', 'open')
    .where('closes_at', '>', now)
    .forKeyShare()
    .executeTakeFirst()
}

/** Several of them, in no order. */
export function listVotesById(
  db: Reader,
  communityId: string,
  voteIds: readonly string[],
): Promise<VoteRow[]> {
  return db
    .selectFrom('votes')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`vote_id = any (${[...voteIds]}::uuid[])`)
    .execute()
}

/** What is decided in several votes, each in its order. */
export function listVoteItems(
  db: Reader,
  communityId: string,
  voteIds: readonly string[],
): Promise<VoteItemRow[]> {
  return db
    .selectFrom('vote_items')
    .selectAll()
    .where('community_id', '=', communityId)
    .where(sql<boolean>`vote_id = any (${[...voteIds]}::uuid[])`)
    .orderBy('vote_id')
    .orderBy('position')
    .execute()
}

/** The vote as the rules see it, for one asker. */
export function voteOf(row: VoteRow, standing: VoteStanding): Vote {
  return {
    communityId: row.community_id,
    jurisdiction: row.jurisdiction,
    placeId: row.place_id,
    electorate: row.electorate,
    rules: row.rules,
    hasCommittee: row.has_committee,
    state: row.state,
    convenerId: row.convener_id,
    convenerRole: row.convener_role,
    noticeAt: row.notice_at,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    undecidedRoll: row.undecided_roll,
    undecidedResult: row.undecided_result,
    upheldResult: row.upheld_result,
    voidAskedById: row.void_asked_by,
    onPaper: row.paper_tellers !== null,
    countsSilence: row.bylaw_id !== null,
    standing,
  }
}

type Columns =
  Partial<VoteRow> extends infer Row
    ? {
        [Key in keyof Row]: Key extends 'roll_area_centi_m2' | 'expected_area_centi_m2'
          ? number | null
          : Row[Key]
      }
    : never

/** Saves what a step changes, with the next revision. */
export async function saveVote(tx: Transaction, row: VoteRow, changes: Columns): Promise<VoteRow> {
  const revision = row.revision + 1
  await tx
    .updateTable('votes')
    .set({ ...changes, revision })
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .execute()
  return (await findVote(tx, row.community_id, row.vote_id)) as VoteRow
}

/** A stored area as a number of 0.01 m². */
export const areaOf = (stored: string | null): number => Number(stored ?? 0)
