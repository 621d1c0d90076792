import { sql } from 'kysely'
import type { Transaction } from '#server/platform/db/index'
import type { VoteRow } from './repository'

/** Who votes in the app for these on the roll: adults of the home, its owners where owners vote, or themselves. One query. */
export async function listPrincipalIds(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId, electorate }: VoteRow,
  voterIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with ways as (
      select way, way_id from vote_voter_ways where community_id = ${communityId} and vote_id = ${voteId}
        and voter_id = any (${[...voterIds]}::uuid[])
    )
    select m.person_id as "personId" from ways w
      join memberships m on m.community_id = ${communityId} and m.home_id = w.way_id
      where w.way = 'home' and m.state = 'confirmed' and m.is_adult
        ${electorate === 'owners' ? sql`and m.relation = 'owner'` : sql``}
    union select p.person_id from ways w
      join owners o on o.community_id = ${communityId} and o.owner_id = w.way_id
      join phones p on p.blind_index = o.phone_index where w.way = 'owner'
    union select w.way_id from ways w where w.way = 'person'`.execute(tx)
  return rows.map(({ personId }) => personId)
}

/** 受托人: who votes by an accepted proxy; `missingOnly`: for one who has not voted yet. Index: vote_proxies_of_vote. */
export async function listProxyHolders(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: VoteRow,
  missingOnly: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select p.agent_id as "personId"
    from vote_proxies p
      join vote_voters v on v.community_id = ${communityId} and v.vote_id = p.vote_id and v.voter_id = p.voter_id
    where p.community_id = ${communityId} and p.vote_id = ${voteId} and p.state = 'accepted' and v.left_out is null
      ${missingOnly ? sql`and not v.took_part` : sql``}`.execute(tx)
  return [...new Set(rows.map(({ personId }) => personId))]
}
