import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#core/permissions'
import { disputedItems, type Channel, type Choices, type Electorate, type MyVoter } from '#core/votes'
import type { ContactBox } from '#server/platform/crypto/index'
import type { Database, Transaction } from '#server/platform/db/index'
import { openChoices } from './ballots'
import { listReceived } from './envelopes'

type Reader = Database | Transaction

/** One on a roll for whom somebody votes. */
export interface OwnVoter {
  voteId: string
  voterId: string
  name: string
  areaCentiM2: number
  units: number
  tookPart: boolean
  /** By an accepted proxy, not by right. */
  byProxy?: boolean
  /** Cast for once, and no longer. */
  hasLeft?: boolean
}

/** Everybody on a roll with whom somebody has to do. */
export interface VotersMet {
  /** For whom they vote by right. */
  own: OwnVoter[]
  /** For whom they have a proxy that is asked for or accepted. */
  proxied: OwnVoter[]
  /** For whom a ballot of theirs stands though they vote for them no longer: votes already cast stay (domain.md 3). */
  left: OwnVoter[]
}

export const NOBODY_MET: VotersMet = { own: [], proxied: [], left: [] }

/** One that waits to be cast for, by right or by an accepted proxy. */
export type VoterToCast = OwnVoter & { byProxy: boolean }

/** One for whom somebody may vote right now, with what the first page says of it. */
export interface OpenVoter extends VoterToCast {
  title: string
  closesAt: Date
  electorate: Electorate
  binding: 'binding' | 'advisory'
}

/**
 * For whom somebody votes in several votes: as an adult of the home; as its owner, unless it changed hands since the roll
 * was frozen; by the phone that the register of owners has; or as themselves. And whom they act for or cast for
 * otherwise. One query: each way is looked up by itself (`offset 0`), for a roll may be long and is never read through.
 */
export async function listVotersMet(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'homes'>,
  communityId: string,
  voteIds: readonly string[],
): Promise<VotersMet> {
  const met = await listVoters(db, actor, { communityId, which: inVotes(voteIds), others: 'all' })
  const own = met.filter(({ byProxy, hasLeft }) => !byProxy && !hasLeft)
  const ownIds = new Set(own.map(({ voterId }) => voterId))
  const others = met.filter(({ voterId }) => !ownIds.has(voterId))
  return {
    own,
    proxied: others.filter(({ byProxy }) => byProxy),
    left: others.filter(({ hasLeft }) => hasLeft),
  }
}

const inVotes = (voteIds: readonly string[]) => sql`w.vote_id = any (${[...voteIds]}::uuid[])`

/** Whom somebody has yet to vote for in several votes: by right, and by an accepted proxy. One query. */
export async function listVotersToCast(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'homes'>,
  communityId: string,
  voteIds: readonly string[],
): Promise<VoterToCast[]> {
  return waiting(await listVoters(db, actor, { communityId, which: inVotes(voteIds), others: 'proxies' }))
}

/** The same in all votes that are open, the first to close first. One query, by the ways of one person. */
export async function listOpenVoters(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'homes'>,
  communityId: string,
): Promise<OpenVoter[]> {
  const which = sql`exists (select 1 from votes o
    where o.community_id = w.community_id and o.vote_id = w.vote_id and o.state = 'open')`
  const voters = waiting(await listVoters(db, actor, { communityId, which, others: 'proxies' }))
  return voters.sort((one, other) => one.closesAt.getTime() - other.closesAt.getTime())
}

/** For whom nobody has voted yet; who moved in with whom they have a proxy for votes by right, once. */
function waiting(voters: readonly OpenVoter[]): OpenVoter[] {
  const byRight = new Set(voters.filter(({ byProxy }) => !byProxy).map(({ voterId }) => voterId))
  return voters.filter(({ tookPart, byProxy, voterId }) => !tookPart && !(byProxy && byRight.has(voterId)))
}

interface WantedVoters {
  communityId: string
  /** In which votes; `w` has them. */
  which: RawBuilder<unknown>
  /** Those, too, for whom one votes by an accepted proxy; or all for whom one asked to, and all for whom one cast. */
  others: 'proxies' | 'all'
}

/** Indexes: vote_proxies_of_agent, ballots_of_caster. */
function otherWays(personId: string, { communityId, which, others }: WantedVoters): RawBuilder<unknown> {
  const proxied = (states: RawBuilder<unknown>) => sql`union all
    select 'proxy', w.proxy_id, w.vote_id, w.voter_id from vote_proxies w
      where w.community_id = ${communityId} and w.agent_id = ${personId} and ${states} and ${which}`
  if (others === 'proxies') return proxied(sql`w.state = 'accepted'`)
  return sql`${proxied(sql`w.state in ('asked', 'accepted')`)} union all
    select 'cast', w.ballot_id, w.vote_id, w.voter_id from ballots w
      where w.community_id = ${communityId} and w.caster_id = ${personId} and w.replaced_at is null and ${which}`
}

async function listVoters(
  db: Reader,
  actor: Pick<Actor, 'personId' | 'homes'>,
  wanted: WantedVoters,
): Promise<OpenVoter[]> {
  const { communityId, which } = wanted
  const adult = actor.homes.filter(({ isAdult }) => isAdult)
  const living = adult.map(({ homeId }) => homeId)
  const owning = adult.filter(({ relation }) => relation === 'owner').map(({ homeId }) => homeId)
  const { rows } = await sql<Omit<OpenVoter, 'areaCentiM2'> & { area: string }>`
    with mine as (
      select 'person' as way, ${actor.personId}::uuid as way_id
      union all select 'home', unnest(${living}::uuid[])
      union all select 'owner', w.owner_id from phones p
        join owners w on w.community_id = ${communityId} and w.phone_index = p.blind_index
        where p.person_id = ${actor.personId}
    ), met as (
      select m.way, m.way_id, w.vote_id, w.voter_id from mine m
        cross join lateral (select w.vote_id, w.voter_id from vote_voter_ways w where w.community_id = ${communityId}
          and w.way_id = m.way_id and ${which} and w.way = m.way offset 0) w
      ${otherWays(actor.personId, wanted)}
    )
    select distinct v.vote_id as "voteId", v.voter_id as "voterId", v.name, v.area_centi_m2 as area,
      jsonb_array_length(v.units) as units, v.took_part as "tookPart", v.position,
      m.way = 'proxy' as "byProxy", m.way = 'cast' as "hasLeft",
      votes.title, votes.closes_at as "closesAt", votes.electorate, votes.binding
    from met m
      join vote_voters v on v.community_id = ${communityId} and v.vote_id = m.vote_id and v.voter_id = m.voter_id
      join votes on votes.community_id = ${communityId} and votes.vote_id = m.vote_id
    where v.left_out is null
      and (m.way <> 'home' or votes.electorate <> 'owners' or (m.way_id = any (${owning}::uuid[])
        and not exists (select 1 from jsonb_array_elements(v.units) u
          join ownerships o on o.community_id = ${communityId} and o.unit_id = (u ->> 'unitId')::uuid
          where o.ends_on is null and not (o.owner_id = any (v.owner_ids)))))
    order by v.position`.execute(db)
  return rows.map(({ area, ...row }) => ({ ...row, areaCentiM2: Number(area) }))
}

/**
 * What those who vote for one have handed in in one vote, as far as the asker may know: never what was chosen. One query, and one
 * more where it is on paper too.
 */
export async function presentOwnVoters(
  db: Reader,
  box: ContactBox,
  { communityId, personId, onPaper }: { communityId: string; personId: string; onPaper: boolean },
  voters: readonly OwnVoter[],
): Promise<MyVoter[]> {
  const [first] = voters
  if (!first) return []
  const standing = await db
    .selectFrom('ballots')
    .select(['vote_id', 'voter_id', 'ballot_id', 'caster_id', 'channel', 'choices_sealed', 'cast_at'])
    .where('community_id', '=', communityId)
    .where(sql<boolean>`vote_id = any (${[...new Set(voters.map(({ voteId }) => voteId))]}::uuid[])`)
    .where(sql<boolean>`voter_id = any (${voters.map(({ voterId }) => voterId)}::uuid[])`)
    .where('replaced_at', 'is', null)
    .execute()
  const ids = voters.map(({ voterId }) => voterId)
  const received = onPaper ? await listReceived(db, communityId, first.voteId, ids) : new Set<string>()
  return voters.map(({ voterId, name, areaCentiM2, units, byProxy, hasLeft }) => {
    const cast = standing.filter((ballot) => ballot.voter_id === voterId)
    const own = cast.find((ballot) => ballot.caster_id === personId)
    return {
      voterId,
      as: byProxy ? ('proxy' as const) : ('own' as const),
      name,
      areaCentiM2,
      units,
      voted: own ? 'mine' : hasLeft ? 'no' : votedBy(cast),
      castAt: own?.cast_at.toISOString() ?? null,
      // What the others who vote by right did, and whether they agree, is theirs to know.
      disputedItems: byProxy || hasLeft ? [] : disputesIn(box, cast),
      envelopeReceived: received.has(voterId),
    }
  })
}

function votedBy(cast: readonly { channel: Channel }[]): MyVoter['voted'] {
  if (cast.length === 0) return 'no'
  return cast.every(({ channel }) => channel === 'proxy') ? 'proxy' : 'others'
}

type Standing = Parameters<typeof openChoices>[1] & {
  caster_id: string | null
  channel: Channel
  cast_at: Date
}

/** Opened only where several voted for one: whether they agree, nothing else, leaves this function. */
function disputesIn(box: ContactBox, cast: readonly Standing[]): string[] {
  if (cast.length < 2) return []
  const handed = cast.map((ballot) => ({
    ballotId: ballot.ballot_id,
    casterId: ballot.caster_id,
    channel: ballot.channel,
    at: ballot.cast_at.getTime(),
    choices: openChoices(box, ballot),
  }))
  const items = [...new Set(handed.flatMap(({ choices }: { choices: Choices }) => Object.keys(choices)))]
  return disputedItems(handed, items, null)
}
