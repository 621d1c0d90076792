import { sql } from 'kysely'
import { newId } from '#server/platform/db/index'
import type { VoteWanted } from './many-votes'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock'>

/** Of a vote of owners in its notice: that silence counts. */
export const silent = (title = '湖光苑管理规约') =>
  ({
    state: 'notice',
    electorate: 'owners',
    bylaw_id: newId(),
    bylaw_title: title,
    bylaw_clause: '没交票的，算到票多的一边',
    bylaw_adopted_on: '2025-06-01',
  }) satisfies Partial<VoteWanted>

/** Proofs in a vote that one person recorded, for each of these on the roll. Answers their ids, oldest first. */
export async function manyDeliveries(
  { db, clock }: Server,
  { communityId }: { communityId: string },
  voteId: string,
  {
    byPersonId,
    voterIds,
    name = '赵大爷（楼栋长）',
  }: { byPersonId: string; voterIds: readonly string[]; name?: string },
): Promise<string[]> {
  const rows = voterIds.map((voterId) => ({
    community_id: communityId,
    vote_id: voteId,
    delivery_id: newId(),
    voter_id: voterId,
    how: 'posted' as const,
    note: name,
    at: clock.now,
    by_person: byPersonId,
    by_name: name,
  }))
  await db.insertInto('vote_deliveries').values(rows).execute()
  await sql`update vote_voters set delivered = true where community_id = ${communityId} and vote_id = ${voteId}
    and voter_id = any (${[...voterIds]}::uuid[])`.execute(db)
  return rows.map((row) => row.delivery_id)
}
