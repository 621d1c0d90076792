import { sql } from 'kysely'
import { dateOf } from '#core/calendar'
import { decideConvenerOfUnit } from '#core/votes'
import { enforce } from '#core/permissions'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'

/**
 * 要改用途的是谁的: who convenes is no owner of that home, by the phone in the register of owners or as the owner of a home in it.
 * Throws VOTE_CONVENER_APPLIES. One query; none where no home is to change.
 */
export async function enforceConvenerOfUnit(
  tx: Transaction,
  { actor, region, now }: Pick<Context, 'actor' | 'region' | 'now'>,
  unitId: string | null,
): Promise<void> {
  if (unitId === null) return
  const communityId = region.regionId
  const today = dateOf(now())
  const { rows } = await sql<{ owns: boolean }>`
    select exists (select 1 from phones p
        join owners w on w.community_id = ${communityId} and w.phone_index = p.blind_index
        join ownerships o on o.community_id = ${communityId} and o.unit_id = ${unitId} and o.owner_id = w.owner_id
        where p.person_id = ${actor.personId} and (o.ends_on is null or o.ends_on > ${today}::date))
      or exists (select 1 from unit_homes h
        join memberships m on m.community_id = ${communityId} and m.home_id = h.home_id
        where h.community_id = ${communityId} and h.unit_id = ${unitId} and (h.ends_on is null or h.ends_on > ${today}::date)
          and m.person_id = ${actor.personId} and m.state = 'confirmed' and m.is_adult and m.relation = 'owner') as owns`.execute(
    tx,
  )
  enforce(decideConvenerOfUnit(rows[0]?.owns ?? false))
}
