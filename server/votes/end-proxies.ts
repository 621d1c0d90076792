import { sql } from 'kysely'
import { LIVE_PROXY_STATES, PROXY_ENDED_WORDS } from '#core/votes'
import { record } from '#server/audit/index'
import type { HomeLeft } from '#server/people/index'
import { releasePhotosOf } from '#server/photos/index'
import type { Transaction } from '#server/platform/db/index'
import type { ProxyRow } from './proxy-repository'
import { listVotesById, type VoterRow, type VoteRow } from './repository'
import { tellOfVote } from './tell'
import { listPrincipalIds } from './tell-proxy'

const LIVE = sql`state = any (${[...LIVE_PROXY_STATES]})`

/** The ballot of a proxy that is taken back counts for nothing; where nothing else stands, nor came on paper, nobody took part. */
export async function replaceProxyBallot(
  tx: Transaction,
  { community_id, vote_id }: VoteRow,
  { voter_id, agent_id }: Pick<ProxyRow, 'voter_id' | 'agent_id'>,
  at: Date,
): Promise<void> {
  const ofVoter = sql`community_id = ${community_id} and vote_id = ${vote_id} and voter_id = ${voter_id}`
  // The voter's row first, as everybody who casts for it takes them.
  await sql`select 1 from vote_voters where ${ofVoter} for update`.execute(tx)
  await sql`update ballots set replaced_at = ${at} where ${ofVoter} and caster_id = ${agent_id}
    and channel = 'proxy' and replaced_at is null`.execute(tx)
  await sql`update vote_voters set took_part =
      exists (select 1 from ballots where ${ofVoter} and replaced_at is null)
      or exists (select 1 from vote_envelopes where ${ofVoter})
    where ${ofVoter}`.execute(tx)
}

interface Ended {
  proxy_id: string
  agent_id: string
  voter_id: string
}

/** Ends some that are live, with why. Answers which. */
async function endLive(
  tx: Transaction,
  { community_id, vote_id }: Pick<VoteRow, 'community_id' | 'vote_id'>,
  { which, words, at }: { which: ReturnType<typeof sql>; words: string; at: Date },
): Promise<Ended[]> {
  const { rows } = await sql<Ended>`
    update vote_proxies set state = 'ended', decided_at = ${at}, decided_by = null, decided_name = null,
      reason = ${words}
    where community_id = ${community_id} and vote_id = ${vote_id} and ${LIVE} and ${which}
    returning proxy_id, agent_id, voter_id`.execute(tx)
  return rows
}

const tellEnded = async (tx: Transaction, row: VoteRow, ended: readonly Ended[], at: Date): Promise<void> => {
  if (ended.length === 0) return
  const principals = await listPrincipalIds(
    tx,
    row,
    ended.map(({ voter_id: voterId }) => voterId),
  )
  const persons = [...new Set([...ended.map(({ agent_id: agentId }) => agentId), ...principals])]
  await tellOfVote(tx, row, 'vote_proxy_revoked', persons, { byPersonId: null, at })
}

/**
 * Taken back to be changed: what was written about another text holds no longer. While the roll is still there. Answers who was, or
 * asked to be, somebody's proxy.
 */
export async function endAllProxies(tx: Transaction, row: VoteRow, at: Date): Promise<string[]> {
  const ended = await endLive(tx, row, { which: sql`true`, words: PROXY_ENDED_WORDS.revised, at })
  await tellEnded(tx, row, ended, at)
  return ended.map(({ agent_id: agentId }) => agentId)
}

/** One is on the roll no longer. */
export async function endProxiesOfVoter(
  tx: Transaction,
  row: VoteRow,
  voterId: string,
  at: Date,
): Promise<void> {
  const which = sql`voter_id = ${voterId}`
  await tellEnded(tx, row, await endLive(tx, row, { which, words: PROXY_ENDED_WORDS.roll, at }), at)
}

/** A roll that was made anew: who is on it no longer, or has no vote, has no proxy either. */
export async function endProxiesOffRoll(
  tx: Transaction,
  row: VoteRow,
  after: readonly VoterRow[],
  at: Date,
): Promise<void> {
  const counted = after.filter((voter) => voter.left_out === null).map((voter) => voter.voter_id)
  const which = sql`not (voter_id = any (${counted}::uuid[]))`
  await tellEnded(tx, row, await endLive(tx, row, { which, words: PROXY_ENDED_WORDS.roll, at }), at)
}

/** It is over for good: the photos of written authorities have served, and go. */
export async function dropProxyPhotos(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: VoteRow,
): Promise<void> {
  const rows = await tx
    .selectFrom('vote_proxies')
    .select('proxy_id')
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
  await releasePhotosOf(
    tx,
    communityId,
    rows.map((row) => ({ kind: 'proxy', id: row.proxy_id })),
  )
}

/**
 * What ends with one's last home in the community (domain.md 3): being somebody's proxy, unless the ballot was cast: that
 * stays. Rows are locked before it is asked whether they were used.
 */
export async function endProxiesOfLeaver(tx: Transaction, left: HomeLeft): Promise<void> {
  const { communityId, personId, otherHomes, at } = left
  if (otherHomes.length > 0) return
  const { rows } = await sql<{ vote_id: string; proxy_id: string }>`
    select p.vote_id, p.proxy_id from vote_proxies p
      join votes v on v.community_id = p.community_id and v.vote_id = p.vote_id
    where p.community_id = ${communityId} and p.agent_id = ${personId} and p.${LIVE}
      and v.state in ('notice', 'open')
    order by p.proxy_id for update of p`.execute(tx)
  const votes = await listVotesById(
    tx,
    communityId,
    rows.map((one) => one.vote_id),
  )
  for (const { vote_id: voteId, proxy_id: proxyId } of rows) {
    const row = votes.find((one) => one.vote_id === voteId)
    if (!row) continue
    const which = sql`proxy_id = ${proxyId} and not exists (select 1 from ballots b
      where b.community_id = vote_proxies.community_id and b.vote_id = vote_proxies.vote_id
        and b.voter_id = vote_proxies.voter_id and b.caster_id = vote_proxies.agent_id
        and b.channel = 'proxy' and b.replaced_at is null)`
    const ended = await endLive(tx, row, { which, words: PROXY_ENDED_WORDS.left, at })
    if (ended.length === 0) continue
    await record(tx, {
      regionId: communityId,
      at,
      personId: left.byPersonId,
      role: left.byRole,
      reason: PROXY_ENDED_WORDS.left,
      act: 'vote.end_proxy',
      subject: { kind: 'vote', id: voteId },
    })
    await tellEnded(tx, row, ended, at)
  }
}
