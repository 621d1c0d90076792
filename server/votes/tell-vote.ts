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
  const { persons, last } = await listNextPersons(tx, row)
  const told = { byPersonId: row.convener_id, at: now }
  const kind = row.told_kind
  if (!kind) return false
  if (last === undefined) {
    const missingOnly = kind === 'vote_remind'
    const byPhone = row.electorate === 'owners' ? await listOwnersByPhone(tx, row, missingOnly) : []
    const others = [...byPhone, ...(await listProxyHolders(tx, row, missingOnly))]
    await tellOfVote(tx, row, kind, await notYetTold(tx, row, others), told)
    await saveTold(tx, row, { told_kind: null, told_after: null })
    return false
  }
  await saveTold(tx, row, { told_after: last })
  await tellOfVote(tx, row, kind, persons, told)
  return true
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
 * The next homes of the community, in the order in which they were asked for: who lives there, and how far that is;
 * undefined: there are no more. A reminder goes to homes that have not voted, and to who
 * has yet to vote by proxy. Index: the key of memberships.
 */
async function listNextPersons(
  tx: Transaction,
  row: VoteRow,
): Promise<{ persons: string[]; last: string | undefined }> {
  const holders = row.told_kind === 'vote_remind' ? await listProxyHolders(tx, row, true) : []
  const missing =
    row.told_kind === 'vote_remind'
      ? sql`and (exists (select 1 from vote_voter_ways w join vote_voters v on v.community_id = ${row.community_id}
          and v.vote_id = ${row.vote_id} and v.voter_id = w.voter_id
          where w.community_id = ${row.community_id} and w.vote_id = ${row.vote_id}
            and ((w.way = 'home' and w.way_id = m.home_id) or (w.way = 'person' and w.way_id = m.person_id))
            and not v.took_part and v.left_out is null)
          or m.person_id = any (${holders}::uuid[]))`
      : sql``
  const { rows } = await sql<{ membershipId: string; personId: string; there: boolean }>`
    select m.membership_id as "membershipId", m.person_id as "personId",
      m.state = 'confirmed' and m.is_adult and ${concerned(row)} ${missing} as there
    from memberships m where m.community_id = ${row.community_id}
      ${row.told_after ? sql`and m.membership_id > ${row.told_after}` : sql``}
    order by m.membership_id limit ${BATCH}`.execute(tx)
  const there = rows.filter((home) => home.there).map(({ personId }) => personId)
  return { persons: [...new Set(there)], last: rows[rows.length - 1]?.membershipId }
}

/**
 * Of a membership `m`: it is of a home there, or of one elsewhere whose owners are on the roll, having proved that it concerns
 * them. Index: the key of vote_voter_ways.
 */
function concerned(row: VoteRow): RawBuilder<unknown> {
  const lives = sql`m.home_path @> array[${row.place_id}]::uuid[]`
  if (row.outsider_keys.length === 0) return lives
  return sql`(${lives} or (m.relation = 'owner' and exists (select 1 from vote_voter_ways o
    join vote_voters ov on ov.community_id = ${row.community_id} and ov.vote_id = ${row.vote_id}
      and ov.voter_id = o.voter_id and ov.left_out is null
    where o.community_id = ${row.community_id} and o.vote_id = ${row.vote_id} and o.way = 'home'
      and o.way_id = m.home_id)))`
}

/** Who lives there was told already. */
async function notYetTold(tx: Transaction, row: VoteRow, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('memberships as m')
    .select('person_id')
    .where('community_id', '=', row.community_id)
    .where('person_id', 'in', [...personIds])
    .where('state', '=', 'confirmed')
    .where('is_adult', '=', true)
    .where(sql<boolean>`${concerned(row)}`)
    .execute()
  const told = new Set(rows.map((one) => one.person_id))
  return personIds.filter((id) => !told.has(id))
}
