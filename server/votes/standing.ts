import { sql } from 'kysely'
import type { Actor } from '#core/permissions'
import { isUnanimous, type Vote, type VoteStanding } from '#core/votes'
import type { Database, Transaction } from '#server/platform/db/index'
import { listVotersMet, NOBODY_MET, type OwnVoter, type VotersMet } from './my-voters'
import { voteOf, type VoteRow } from './repository'
import { findSeat } from './tellers'

/**
 * What somebody has to do with a vote besides homes and offices. A draft has no roll. One query; one more on paper, and one
 * of a vote that owners nearby may be concerned by.
 */
export async function standingIn(
  db: Database | Transaction,
  actor: Pick<Actor, 'personId' | 'homes'>,
  row: VoteRow,
): Promise<VoteStanding> {
  if (row.roll_persons === null) return { onRoll: false }
  return standingOf(db, actor, row, await votersMetIn(db, actor, row))
}

/** The same, where it is known whom they vote for, act for or cast for. */
export async function standingOf(
  db: Database | Transaction,
  actor: Pick<Actor, 'personId'>,
  row: VoteRow,
  met: VotersMet,
): Promise<VoteStanding> {
  const tellerSeat = await findSeat(db, row, actor.personId)
  return standingWith(db, actor, row, { ...standingBy(met), tellerSeat })
}

/** What follows from those on the roll whom somebody met. */
export const standingBy = ({ own, proxied, left }: VotersMet) => ({
  onRoll: own.length > 0,
  isAgent: proxied.length > 0,
  hasCast: left.length > 0,
})

/** Those on the roll of a vote for whom somebody votes, acts or cast; of a draft nobody. One query. */
export async function votersMetIn(
  db: Database | Transaction,
  actor: Pick<Actor, 'personId' | 'homes'>,
  row: VoteRow,
): Promise<VotersMet> {
  return row.roll_persons === null ? NOBODY_MET : listVotersMet(db, actor, row.community_id, [row.vote_id])
}

/** The same, where it is known, too, whether they vote for one on its roll, and whether they count its paper. */
export async function standingWith(
  db: Database | Transaction,
  actor: Pick<Actor, 'personId'>,
  row: VoteRow,
  known: Omit<VoteStanding, 'ownsNearby'>,
): Promise<VoteStanding> {
  if (known.onRoll || !isUnanimous(row.rules)) return known
  return { ...known, ownsNearby: await ownsNearby(db, actor, row.community_id) }
}

/** Whether the register of owners knows somebody, by their phone, as the owner of anything in the community. */
export async function ownsNearby(
  db: Database | Transaction,
  { personId }: Pick<Actor, 'personId'>,
  communityId: string,
): Promise<boolean> {
  const { rows } = await sql<{ owner_id: string }>`
    select o.owner_id from phones p
      join owners w on w.community_id = ${communityId} and w.phone_index = p.blind_index
      join ownerships o on o.community_id = ${communityId} and o.owner_id = w.owner_id and o.ends_on is null
    where p.person_id = ${personId} limit 1`.execute(db)
  return rows.length > 0
}

/** Several votes of a community as one asker meets them, by their ids. One query; one more as above. */
export async function votesMetBy(
  db: Database | Transaction,
  actor: Pick<Actor, 'personId' | 'homes'>,
  communityId: string,
  rows: readonly VoteRow[],
): Promise<Map<string, Vote>> {
  const frozen = rows.filter((row) => row.roll_persons !== null).map((row) => row.vote_id)
  const met = frozen.length === 0 ? NOBODY_MET : await listVotersMet(db, actor, communityId, frozen)
  const nearby = rows.some(({ rules }) => isUnanimous(rules)) && (await ownsNearby(db, actor, communityId))
  return new Map(
    rows.map((row) => [
      row.vote_id,
      voteOf(row, { ...standingBy(onlyIn(met, row.vote_id)), ownsNearby: nearby }),
    ]),
  )
}

function onlyIn({ own, proxied, left }: VotersMet, id: string): VotersMet {
  const here = ({ voteId }: OwnVoter) => voteId === id
  return { own: own.filter(here), proxied: proxied.filter(here), left: left.filter(here) }
}
