import { sql } from 'kysely'
import { isRoundOpen } from '#core/rounds'
import type { HomeLeft } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { freeItemsOfLeaver } from './items/when-home-left'
import type { RoundRow } from './repository'
import { leaveSessions } from './sessions/when-home-left'

/** Rounds that somebody has to do with and in whose scope they have no home any more. */
type RoundLeft = Pick<RoundRow, 'round_id' | 'state'>

/**
 * What ends with a home (domain.md 3): that they read along in rounds of its place, come to sessions that are yet to be, host them, and have
 * something on themselves. What was said stays, and so do the numbers of people and homes: they took part.
 */
export async function leaveRounds(tx: Transaction, left: HomeLeft): Promise<void> {
  const rounds = await listRoundsLeft(tx, left)
  if (rounds.length === 0) return
  const all = rounds.map(({ round_id: id }) => id)
  const open = rounds.filter(({ state }) => isRoundOpen(state)).map(({ round_id: id }) => id)
  await tx
    .updateTable('round_participants')
    .set({ left_at: left.at })
    .where('community_id', '=', left.communityId)
    .where('person_id', '=', left.personId)
    .where('round_id', 'in', all)
    .where('left_at', 'is', null)
    .execute()
  if (open.length === 0) return
  await leaveSessions(tx, left, open)
  await freeItemsOfLeaver(tx, left, open)
}

/** Whoever does something in a round takes part in it. Index: round_participants_of_person. */
async function listRoundsLeft(
  tx: Transaction,
  { communityId, personId, homePath, otherHomes }: HomeLeft,
): Promise<RoundLeft[]> {
  const still = [...new Set(otherHomes.flatMap(({ path }) => path))]
  const homeIds = otherHomes.map(({ homeId }) => homeId)
  const { rows } = await sql<RoundLeft>`
    select r.round_id, r.state from round_participants p
    join rounds r on r.community_id = p.community_id and r.round_id = p.round_id
    where p.community_id = ${communityId} and p.person_id = ${personId}
      and r.place_id = any (${[...homePath]}::uuid[])
      and not (r.place_id = any (${still}::uuid[]) and (not r.chosen or exists (select 1 from round_homes h
        where h.community_id = ${communityId} and h.round_id = r.round_id and h.home_id = any (${homeIds}::uuid[]))))
    order by r.round_id`.execute(tx)
  return rows
}
