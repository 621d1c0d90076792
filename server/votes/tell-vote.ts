import { sql, type RawBuilder } from 'kysely'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import { lockVote, type VoteRow } from './repository'
import { listOwnersByPhone, tellOfVote } from './tell'
import { listProxyHolders } from './tell-proxy'

/** Homes looked at in one transaction. */
const BATCH = 200

/**
 * Tells everybody who lives there, batch by batch, then owners and proxies who live elsewhere. How far it came is saved with the batch,
 * under the vote's lock: two workers share the work, and after a kill the next one goes on.
 */
export async function tellVote(
  db: Database,
  { communityId, voteId }: Jobs['tell_vote'],
  now: Date,
): Promise<void> {
  let more = true
  while (more) {
    more = await db.transaction().execute(async (tx) => {
      const row = await lockVote(tx, communityId, voteId)
      return row?.told_kind ? tellBatch(tx, row, now) : false
    })
  }
}

/** Goes on with what a killed server left half told: its job stays locked for hours. */
export async function tellUntoldVotes(db: Database, now: Date): Promise<void> {
  const untold = await db
    .selectFrom('votes')
    .select(['community_id as communityId', 'vote_id as voteId'])
    .where('told_kind', 'is not', null)
    .execute()
  for (const vote of untold) await tellVote(db, vote, now)
}

async function tellBatch(tx: Transaction, row: VoteRow, now: Date): Promise<boolean> {
  const kind = row.told_kind
  if (!kind) return false
  const missingOnly = kind === 'vote_remind'
  const holders = missingOnly ? await listProxyHolders(tx, row, true) : []
  const hears = missingOnly ? sql`${concerned(row)} and ${hasYetToVote(row, holders)}` : concerned(row)
  const told = { byPersonId: row.convener_id, at: now }
  const { persons, last } = await listNextPersons(tx, row, hears)
  if (last === undefined) {
    const byPhone = row.electorate === 'owners' ? await listOwnersByPhone(tx, row, missingOnly) : []
    const byProxy = missingOnly ? holders : await listProxyHolders(tx, row, false)
    await tellOfVote(tx, row, kind, await without(tx, row, [...byPhone, ...byProxy], hears), told)
    await saveTold(tx, row, { told_kind: null, told_after: null })
    return false
  }
  await saveTold(tx, row, { told_after: last })
  await tellOfVote(tx, row, kind, persons, told)
  return true
}

/**
 * Who has to do with it and lives elsewhere: of the agents, of owners known by their phone, of owners nearby who joined the roll. Asked
 * while there is a roll, of a notice that is taken back. Three queries at most, however many they are.
 */
export async function listConcernedElsewhere(
  tx: Transaction,
  row: VoteRow,
  agentIds: readonly string[],
): Promise<string[]> {
  const byPhone = row.electorate === 'owners' ? await listOwnersByPhone(tx, row, false) : []
  const nearby = row.outsider_keys.length === 0 ? [] : await listNearby(tx, row)
  return without(tx, row, [...byPhone, ...nearby, ...agentIds], livesThere(row))
}

function saveTold(
  tx: Transaction,
  row: VoteRow,
  columns: Pick<Partial<VoteRow>, 'told_kind' | 'told_after'>,
): Promise<unknown> {
  return tx
    .updateTable('votes')
    .set(columns)
    .where('community_id', '=', row.community_id)
    .where('vote_id', '=', row.vote_id)
    .execute()
}

/**
 * The next homes of the community, in the order in which they were asked for: who of them hears of it, and how far that is;
 * undefined: there are no more. Index: the key of memberships.
 */
async function listNextPersons(
  tx: Transaction,
  row: VoteRow,
  hears: RawBuilder<unknown>,
): Promise<{ persons: string[]; last: string | undefined }> {
  const { rows } = await sql<{ membershipId: string; personId: string; there: boolean }>`
    select m.membership_id as "membershipId", m.person_id as "personId",
      m.state = 'confirmed' and m.is_adult and ${hears} as there
    from memberships m where m.community_id = ${row.community_id}
      ${row.told_after ? sql`and m.membership_id > ${row.told_after}` : sql``}
    order by m.membership_id limit ${BATCH}`.execute(tx)
  const there = rows.filter((home) => home.there).map(({ personId }) => personId)
  return { persons: [...new Set(there)], last: rows[rows.length - 1]?.membershipId }
}

const livesThere = (row: VoteRow): RawBuilder<unknown> => sql`m.home_path @> array[${row.place_id}]::uuid[]`

/** Of a membership `m`: its home is one elsewhere whose owners are on the roll, having proved that it concerns them. */
const ownsNearby = (row: VoteRow): RawBuilder<unknown> => sql`(m.relation = 'owner' and exists (
  select 1 from vote_voter_ways o
    join vote_voters ov on ov.community_id = ${row.community_id} and ov.vote_id = ${row.vote_id}
      and ov.voter_id = o.voter_id and ov.left_out is null
    where o.community_id = ${row.community_id} and o.vote_id = ${row.vote_id} and o.way = 'home'
      and o.way_id = m.home_id))`

/** Of a membership `m`: it is of a home there, or of one nearby that it concerns. Index: the key of vote_voter_ways. */
function concerned(row: VoteRow): RawBuilder<unknown> {
  return row.outsider_keys.length === 0 ? livesThere(row) : sql`(${livesThere(row)} or ${ownsNearby(row)})`
}

/**
 * Of a membership `m`: it votes for one on the roll that has not voted yet, as `listVotersMet` has it; of owners' votes a home by its owner
 * alone, unless it changed hands since. Or its person votes for such a one by proxy. Indexes: the keys of vote_voter_ways and vote_voters.
 */
function hasYetToVote(row: VoteRow, holders: readonly string[]): RawBuilder<unknown> {
  const byOwner = sql`m.relation = 'owner' and not exists (
    select 1 from jsonb_array_elements(v.units) u
      join ownerships s on s.community_id = ${row.community_id} and s.unit_id = (u ->> 'unitId')::uuid
    where s.ends_on is null and not (s.owner_id = any (v.owner_ids)))`
  const byHome = sql`w.way = 'home' and w.way_id = m.home_id
    ${row.electorate === 'owners' ? sql`and ${byOwner}` : sql``}`
  return sql`(exists (select 1 from vote_voter_ways w join vote_voters v on v.community_id = ${row.community_id}
      and v.vote_id = ${row.vote_id} and v.voter_id = w.voter_id
      where w.community_id = ${row.community_id} and w.vote_id = ${row.vote_id}
        and ((${byHome}) or (w.way = 'person' and w.way_id = m.person_id))
        and not v.took_part and v.left_out is null)
    or m.person_id = any (${[...holders]}::uuid[]))`
}

/** Those of them who are not told already by one of their homes. */
async function without(
  tx: Transaction,
  row: VoteRow,
  personIds: readonly string[],
  hears: RawBuilder<unknown>,
): Promise<string[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from memberships m
    where m.community_id = ${row.community_id} and m.person_id = any (${[...personIds]}::uuid[])
      and m.state = 'confirmed' and m.is_adult and ${hears}`.execute(tx)
  const told = new Set(rows.map((one) => one.personId))
  return personIds.filter((id) => !told.has(id))
}

/** By membership alone: owners nearby who joined the roll. */
async function listNearby(tx: Transaction, row: VoteRow): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select m.person_id as "personId" from memberships m
    where m.community_id = ${row.community_id} and m.state = 'confirmed' and m.is_adult
      and m.home_id in (select w.way_id from vote_voter_ways w where w.community_id = ${row.community_id}
        and w.vote_id = ${row.vote_id} and w.way = 'home') and ${ownsNearby(row)}`.execute(tx)
  return rows.map(({ personId }) => personId)
}
