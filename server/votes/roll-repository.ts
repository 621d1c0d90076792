import { sql } from 'kysely'
import { newId, type Database, type Transaction } from '#server/platform/db/index'
import { newToken } from './frozen'
import type { DraftVoter } from './make-roll'
import type { VoteRow, VoterRow } from './repository'

type Reader = Database | Transaction

/** Everybody on a roll, those who are left out too, in its order. */
export function listVoters(db: Reader, communityId: string, voteId: string): Promise<VoterRow[]> {
  return db
    .selectFrom('vote_voters')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .orderBy('position')
    .execute()
}

/** One page of a roll after a position; `missing`: only those who have not voted yet; `name`: only those whose name has it. */
export async function listVotersAfter(
  db: Reader,
  {
    communityId,
    voteId,
    missing,
    name,
  }: { communityId: string; voteId: string; missing: boolean; name?: string | undefined },
  after: number | undefined,
  limit: number,
): Promise<VoterRow[]> {
  return db
    .selectFrom('vote_voters')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .$if(missing, (query) => query.where('took_part', '=', false).where('left_out', 'is', null))
    .$if(Boolean(name), (query) => query.where(sql<boolean>`strpos(name, ${name ?? ''}) > 0`))
    .$if(after !== undefined, (query) => query.where('position', '>', after as number))
    .orderBy('position')
    .limit(limit)
    .execute()
}

/** Those who vote, in the order of the roll; `missing`: only who has not yet. */
export function listPaperVoters(
  db: Reader,
  { community_id: communityId, vote_id: voteId }: Pick<VoteRow, 'community_id' | 'vote_id'>,
  { missing, limit }: { missing: boolean; limit: number },
): Promise<Pick<VoterRow, 'position' | 'name' | 'area_centi_m2'>[]> {
  return db
    .selectFrom('vote_voters')
    .select(['position', 'name', 'area_centi_m2'])
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .where('left_out', 'is', null)
    .$if(missing, (query) => query.where('took_part', '=', false))
    .orderBy('position')
    .limit(limit)
    .execute()
}

/**
 * A frozen roll, or more for it: who they are, and by which ways one votes for them. Who was on it `before` is the same one again,
 * by the key, at the same place; new ones come after all of those. Five statements, however many.
 */
export async function saveRoll(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: Pick<VoteRow, 'community_id' | 'vote_id'>,
  voters: readonly DraftVoter[],
  before: readonly VoterRow[] = [],
): Promise<VoterRow[]> {
  const known = new Map(before.map((row) => [row.key, row]))
  let next = before.reduce((last, { position }) => Math.max(last, position), -1) + 1
  const rows = voters.map((voter) => {
    const was = known.get(voter.key)
    const position = was?.position ?? next++
    return { voter, row: frozenRow(voter, { communityId, voteId, position, was }) }
  })
  await insertVoters(
    tx,
    rows.map(({ row }) => row),
  )
  await insertWays(
    tx,
    { communityId, voteId },
    rows.map(({ voter, row }) => ({ ways: voter.ways, voterId: row.voter_id })),
  )
  return rows.map(({ row }) => row)
}

function frozenRow(
  voter: DraftVoter,
  {
    communityId,
    voteId,
    position,
    was,
  }: { communityId: string; voteId: string; position: number; was: VoterRow | undefined },
): VoterRow {
  const unitTokens = new Map(was?.units.map(({ unitId, token }) => [unitId, token]))
  return {
    community_id: communityId,
    vote_id: voteId,
    voter_id: was?.voter_id ?? newId(),
    key: voter.key,
    token: was?.token ?? newToken(),
    position,
    name: voter.name,
    units: voter.units.map(({ unitId, name, areaCentiM2, areaSource }) => ({
      unitId,
      token: unitTokens.get(unitId) ?? newToken(),
      name,
      areaCentiM2,
      source: areaSource,
    })),
    owner_ids: [...voter.ownerIds],
    area_centi_m2: String(voter.areaCentiM2),
    left_out: leftOutAgain(voter, was),
    took_part: false,
    delivered: was?.delivered ?? false,
  }
}

/** What was decided about one holds when the roll is made anew: taken off they stay off, and counted they stay counted. */
function leftOutAgain({ leftOut }: DraftVoter, was: VoterRow | undefined): VoterRow['left_out'] {
  if (!was || was.left_out === 'vacant') return leftOut
  return was.left_out
}

/** All rows as one parameter: a roll of 100,000 is one statement. */
async function insertVoters(tx: Transaction, rows: readonly VoterRow[]): Promise<void> {
  await sql`
    insert into vote_voters (community_id, vote_id, voter_id, key, token, position, name, units, owner_ids,
      area_centi_m2, left_out, took_part, delivered)
    select r.community_id, r.vote_id, r.voter_id, r.key, r.token, r.position, r.name, r.units, r.owner_ids,
      r.area_centi_m2, r.left_out, r.took_part, r.delivered
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (community_id uuid, vote_id uuid, voter_id uuid,
      key text, token text, position integer, name text, units jsonb, owner_ids uuid[], area_centi_m2 bigint,
      left_out text, took_part boolean, delivered boolean)`.execute(tx)
}

async function insertWays(
  tx: Transaction,
  { communityId, voteId }: { communityId: string; voteId: string },
  voters: readonly { ways: DraftVoter['ways']; voterId: string }[],
): Promise<void> {
  const ways = voters.flatMap(({ ways: { homeIds, ownerIds, personIds }, voterId }) => [
    ...homeIds.map((id) => ({ way: 'home', way_id: id, voter_id: voterId })),
    ...ownerIds.map((id) => ({ way: 'owner', way_id: id, voter_id: voterId })),
    ...personIds.map((id) => ({ way: 'person', way_id: id, voter_id: voterId })),
  ])
  await sql`
    insert into vote_voter_ways (community_id, vote_id, way, way_id, voter_id)
    select ${communityId}::uuid, ${voteId}::uuid, r.way, r.way_id, r.voter_id
    from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as r (way text, way_id uuid, voter_id uuid)
    on conflict do nothing`.execute(tx)
}

/** Takes a roll away again: a changed text starts the notice anew. */
export async function removeRoll(
  tx: Transaction,
  { community_id: communityId, vote_id: voteId }: Pick<VoteRow, 'community_id' | 'vote_id'>,
): Promise<void> {
  for (const table of ['vote_voter_ways', 'vote_voters'] as const)
    await tx.deleteFrom(table).where('community_id', '=', communityId).where('vote_id', '=', voteId).execute()
}
