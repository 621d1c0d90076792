import { sql } from 'kysely'
import type { HomeLeft } from '#server/people/index'
import type { Transaction } from '#server/platform/db/index'
import { recordDemand } from './on-record'
import type { DemandRow } from './repository'

/**
 * Who leaves the home as whose owner they signed has signed no longer, while it counts (domain.md 3: seconds there end). What is
 * met stays met. The demands are locked before their signatures, in the order of their ids.
 */
export async function endSignaturesOfLeaver(tx: Transaction, left: HomeLeft): Promise<void> {
  const { rows } = await sql<{ demandId: string }>`
    select d.demand_id as "demandId" from owners_demands d
    where d.community_id = ${left.communityId} and d.state = 'open' and d.demand_id in (
      select s.demand_id from demand_signatures s where s.community_id = ${left.communityId}
        and s.person_id = ${left.personId} and s.home_id = ${left.homeId} and s.ended_at is null)
    order by d.demand_id for update`.execute(tx)
  if (rows.length === 0) return
  const ids = rows.map(({ demandId }) => demandId)
  await sql`
    with ended as (
      update demand_signatures set ended_at = ${left.at} where community_id = ${left.communityId}
        and demand_id = any (${ids}::uuid[]) and person_id = ${left.personId} and home_id = ${left.homeId}
        and ended_at is null
      returning demand_id
    )
    update owners_demands d set revision = d.revision + 1,
      persons_signed = greatest(0, d.persons_signed - (select count(*) from ended e where e.demand_id = d.demand_id))
    where d.community_id = ${left.communityId} and d.demand_id = any (${ids}::uuid[])`.execute(tx)
  for (const demandId of ids)
    await recordDemand(
      tx,
      { community_id: left.communityId, demand_id: demandId },
      { act: 'take_back', at: left.at, personId: left.byPersonId, role: left.byRole, reason: LEFT },
    )
}

const LEFT = '不再绑定那套房'

/** It came to nothing: how many signed stays on record, who did is nobody's business any more. */
export async function forgetSignatures(
  tx: Transaction,
  { community_id, demand_id }: Pick<DemandRow, 'community_id' | 'demand_id'>,
): Promise<void> {
  await tx
    .deleteFrom('demand_signatures')
    .where('community_id', '=', community_id)
    .where('demand_id', '=', demand_id)
    .execute()
}

/** Whose account is closed has signed no longer, while it counts: also what they signed as an owner known by phone. */
export async function endSignaturesOf(
  tx: Transaction,
  { communityId, personId }: { communityId: string; personId: string },
): Promise<void> {
  await sql`
    with held as (
      select d.demand_id from owners_demands d where d.community_id = ${communityId} and d.state = 'open'
        and d.demand_id in (select s.demand_id from demand_signatures s
          where s.community_id = ${communityId} and s.person_id = ${personId} and s.ended_at is null)
      order by d.demand_id for update
    ), ended as (
      delete from demand_signatures s using held where s.community_id = ${communityId}
        and s.demand_id = held.demand_id and s.person_id = ${personId} and s.ended_at is null
      returning s.demand_id
    )
    update owners_demands d set revision = d.revision + 1,
      persons_signed = greatest(0, d.persons_signed - (select count(*) from ended e where e.demand_id = d.demand_id))
    where d.community_id = ${communityId} and d.demand_id in (select demand_id from ended)`.execute(tx)
}
