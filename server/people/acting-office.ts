import { sql } from 'kysely'
import { decideActing } from '#core/people'
import { enforce, type Role } from '#core/permissions'
import type { Transaction } from '#server/platform/db/index'
import type { GrantRow } from './grant-repository'
import { scheduleOfficeEnd } from './office-end'

/** An office at one place, whoever holds it. */
interface OfficeThere {
  regionId: string
  role: Role
  placeId: string
}

/**
 * 代理: refused while anybody is in that office, now or from a day within the period on. Two named at the same moment: an
 * index lets one of them in. Throws GRANT_NOT_VACANT.
 */
export async function enforceVacant(
  tx: Transaction,
  { regionId, role, placeId }: OfficeThere,
  { startsAt, endsAt, now }: { startsAt: Date; endsAt: Date; now: Date },
): Promise<void> {
  await sql`update role_grants set state = 'ended' where region_id = ${regionId} and role = ${role}
    and place_id = ${placeId} and is_acting and state = 'granted' and ends_at <= ${now}`.execute(tx)
  const { rows } = await sql`select 1 from role_grants where region_id = ${regionId} and role = ${role}
    and place_id = ${placeId} and state = 'granted' and starts_at < ${endsAt} and ends_at > ${startsAt} limit 1`.execute(
    tx,
  )
  enforce(decideActing(rows.length))
}

/** 到岗: who was acting is so no longer from the moment on at which somebody is in the office. */
export async function endActing(tx: Transaction, regular: GrantRow, now: Date): Promise<void> {
  if (regular.is_acting || regular.state !== 'granted') return
  const from = regular.starts_at > now ? regular.starts_at : now
  const { rows } = await sql<GrantRow>`update role_grants
    set state = case when ${from}::timestamptz <= greatest(${now}::timestamptz, starts_at) then 'ended' else state end,
      ends_at = case when ${from}::timestamptz > starts_at then ${from}::timestamptz else ends_at end,
      decided_by = ${regular.proposed_by}
    where region_id = ${regular.region_id} and role = ${regular.role} and place_id = ${regular.place_id}
      and is_acting and state = 'granted' and ends_at > ${from} returning *`.execute(tx)
  for (const acting of rows) await scheduleOfficeEnd(tx, acting, from)
}
