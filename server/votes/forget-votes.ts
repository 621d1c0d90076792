import { sql } from 'kysely'
import { CLOSED_NAME } from '#core/my-data'
import { DELIVERY_ENDED_WORDS } from '#core/votes'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { forgetDemands } from './demands/personal-data'

const WORDS_GONE = '（内容已删掉）'

/**
 * A closed account: ballots count as they were cast, the signature in an office stays on record; drafts that nobody saw go,
 * and words of objections where that was wished.
 */
export async function forgetVotes(db: Database, closing: Closing): Promise<void> {
  const { communityId, personId, words } = closing
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select vote_id as id from votes where community_id = ${communityId}
      and convener_id = ${personId} and state = 'draft' for update`.execute(tx)
    const drafts = rows.map(({ id }) => id)
    if (drafts.length > 0) await giveUp(tx, communityId, drafts)
    await forgetDemands(tx, closing, WORDS_GONE)
    // The photos go with the end of the vote; who gave the authority is somebody else.
    await sql`update vote_proxies set agent_name = ${CLOSED_NAME} where community_id = ${communityId}
      and agent_id = ${personId}`.execute(tx)
    if (words === 'delete')
      await sql`update vote_objections set text = ${WORDS_GONE} where community_id = ${communityId}
        and person_id = ${personId}`.execute(tx)
    // What they said of a ballot that never came; that it did not come stays.
    if (words === 'delete')
      await sql`update vote_deliveries set end_reason = ${DELIVERY_ENDED_WORDS.contested}
        where community_id = ${communityId} and ended_by = ${personId} and ended_name is null`.execute(tx)
  })
}

async function giveUp(tx: Transaction, communityId: string, drafts: readonly string[]): Promise<void> {
  const these = sql`community_id = ${communityId} and vote_id = any (${[...drafts]}::uuid[])`
  await sql`update votes set state = 'withdrawn', title = ${WORDS_GONE}, text = ${WORDS_GONE},
    revision = revision + 1 where ${these}`.execute(tx)
  await sql`update vote_items set title = ${WORDS_GONE}, options = '{}' where ${these}`.execute(tx)
}
