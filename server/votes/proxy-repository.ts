import { sql, type RawBuilder, type Selectable } from 'kysely'
import { LIVE_PROXY_STATES, type Proxy } from '#core/votes'
import type { Database, Tables, Transaction } from '#server/platform/db/index'
import type { OwnVoter } from './my-voters'
import { areaOf, type VoteRow } from './repository'

type Reader = Database | Transaction

/** A proxy with its voter as it stands on the roll, and whether a ballot of it stands. */
export interface ProxyRow extends Selectable<Tables['vote_proxies']> {
  area: string | null
  units: number
  /** The voter is on the roll and counted. */
  counts: boolean
  voted: boolean
}

/** The row as the rules see it, for who votes for these. */
export function proxyOf(
  row: Pick<ProxyRow, 'state' | 'agent_id' | 'voter_id'>,
  own: readonly OwnVoter[],
): Proxy {
  return {
    state: row.state,
    agentId: row.agent_id,
    isPrincipal: own.some(({ voterId }) => voterId === row.voter_id),
  }
}

/** The voter for whom one may vote by proxy; `accepted` and counted. */
export function voterByProxy(row: ProxyRow): OwnVoter {
  return {
    voteId: row.vote_id,
    voterId: row.voter_id,
    name: row.voter_name,
    areaCentiM2: areaOf(row.area),
    units: row.units,
    tookPart: row.voted,
    byProxy: true,
  }
}

interface Wanted {
  communityId: string
  /** Which of them; `p` is the proxy. */
  which: RawBuilder<unknown>
  limit?: number
}

/** Proxies, the newest first. One query. */
async function listRows(db: Reader, { communityId, which, limit }: Wanted): Promise<ProxyRow[]> {
  const { rows } = await sql<ProxyRow>`
    select p.*, v.area_centi_m2 as area, coalesce(jsonb_array_length(v.units), 0) as units,
      v.voter_id is not null and v.left_out is null as counts,
      exists (select 1 from ballots b where b.community_id = p.community_id and b.vote_id = p.vote_id
        and b.voter_id = p.voter_id and b.channel = 'proxy' and b.caster_id = p.agent_id
        and b.replaced_at is null) as voted
    from vote_proxies p
      left join vote_voters v on v.community_id = p.community_id and v.vote_id = p.vote_id
        and v.voter_id = p.voter_id
    where p.community_id = ${communityId} and ${which}
    order by p.proxy_id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows
}

const metBy = (personId: string, own: readonly OwnVoter[]): RawBuilder<unknown> =>
  sql`(p.agent_id = ${personId} or p.voter_id = any (${own.map(({ voterId }) => voterId)}::uuid[]))`

/** Proxies in a vote that somebody has, or that others have for them. One query. */
export function listProxiesMet(
  db: Reader,
  row: VoteRow,
  personId: string,
  own: readonly OwnVoter[],
): Promise<ProxyRow[]> {
  const which = sql`p.vote_id = ${row.vote_id} and ${metBy(personId, own)}`
  return listRows(db, { communityId: row.community_id, which })
}

interface PageOfProxies {
  /** Whose they are; null: everybody's, for an official. */
  met: { personId: string; own: readonly OwnVoter[] } | null
  waiting: boolean
  after: string | undefined
  limit: number
}

/** One page of the proxies in a vote. */
export function listProxiesAfter(
  db: Reader,
  row: VoteRow,
  { met, waiting, after, limit }: PageOfProxies,
): Promise<ProxyRow[]> {
  const which = sql`p.vote_id = ${row.vote_id}
    ${met ? sql`and ${metBy(met.personId, met.own)}` : sql``}
    ${waiting ? sql`and p.state = 'asked'` : sql``}
    ${after === undefined ? sql`` : sql`and p.proxy_id < ${after}`}`
  return listRows(db, { communityId: row.community_id, which, limit })
}

/** One proxy of a community; undefined: there is none. */
export async function findProxy(
  db: Reader,
  communityId: string,
  proxyId: string,
): Promise<ProxyRow | undefined> {
  return (await listRows(db, { communityId, which: sql`p.proxy_id = ${proxyId}` }))[0]
}

/** One proxy of a vote, locked: before the voter's row, as whoever casts by it takes them too. */
export async function lockProxy(
  tx: Transaction,
  row: VoteRow,
  proxyId: string,
): Promise<ProxyRow | undefined> {
  await sql`select 1 from vote_proxies where community_id = ${row.community_id} and vote_id = ${row.vote_id}
    and proxy_id = ${proxyId} for update`.execute(tx)
  const found = await findProxy(tx, row.community_id, proxyId)
  return found?.vote_id === row.vote_id ? found : undefined
}

/**
 * The last proxy that somebody asked for a voter, held as it is until the transaction ends: what takes it back waits, and
 * then finds the ballot.
 */
export async function holdProxyFor(
  tx: Transaction,
  row: VoteRow,
  { agentId, voterId }: { agentId: string; voterId: string },
): Promise<ProxyRow | undefined> {
  const { rows } = await sql<{ proxy_id: string }>`
    select proxy_id from vote_proxies where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      and agent_id = ${agentId} and voter_id = ${voterId} order by proxy_id desc limit 1 for share`.execute(
    tx,
  )
  const [last] = rows
  return last && findProxy(tx, row.community_id, last.proxy_id)
}

/** How many are asked for or accepted in a vote: of this agent, and for this voter. */
export async function countLiveProxies(
  tx: Transaction,
  row: VoteRow,
  { agentId, voterId }: { agentId: string; voterId: string },
): Promise<{ ofAgent: number; ofVoter: number }> {
  const { rows } = await sql<{ ofAgent: string; ofVoter: string }>`
    select count(*) filter (where agent_id = ${agentId}) as "ofAgent",
      count(*) filter (where voter_id = ${voterId}) as "ofVoter"
    from vote_proxies where community_id = ${row.community_id} and vote_id = ${row.vote_id}
      and state = any (${[...LIVE_PROXY_STATES]})`.execute(tx)
  return { ofAgent: Number(rows[0]?.ofAgent ?? 0), ofVoter: Number(rows[0]?.ofVoter ?? 0) }
}
