import { sql } from 'kysely'
import { CLOSED_NAME } from '#core/my-data'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import { listHouseholdIds } from './household'
import { endWhatHangsOnHome, type HomeLeftEffects } from './leave-home'

/** Homes are left as by oneself; then nothing of them, of who read the phone, and of what was proposed remains. */
export async function forgetPeople(
  db: Database,
  whenHomeLeft: HomeLeftEffects,
  closing: Closing,
): Promise<void> {
  const { communityId, personId } = closing
  const homes = await db
    .selectFrom('memberships')
    .select('membership_id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['confirmed', 'objected'])
    .orderBy('membership_id')
    .execute()
  // One transaction each: what hangs on a home may be much.
  for (const { membership_id: id } of homes)
    await db.transaction().execute((tx) => leave(tx, whenHomeLeft, closing, id))
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('memberships')
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .execute()
    await tx
      .deleteFrom('contact_readings')
      .where('community_id', '=', communityId)
      .where('owner_id', '=', personId)
      .execute()
    await forgetNames(tx, closing)
  })
}

/**
 * Who read a neighbour's phone is still told to them, without the name; one in an office, and an organisation's, is
 * nobody's own. A volunteer signs with their own name too.
 */
async function forgetNames(tx: Transaction, { communityId, personId }: Closing): Promise<void> {
  await sql`
    update contact_readings r set reader_name = ${CLOSED_NAME}
    where r.community_id = ${communityId} and r.reader_id = ${personId} and r.reader_role is null
      and not exists (select 1 from wish_offers o where o.community_id = r.community_id and o.wish_id = r.subject_id
        and o.organisation_id is not null and o.name = r.reader_name)`.execute(tx)
  await tx
    .updateTable('role_grants')
    .set({ official_name: CLOSED_NAME })
    .where('region_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'volunteer')
    .execute()
}

async function leave(
  tx: Transaction,
  whenHomeLeft: HomeLeftEffects,
  { communityId, personId, at }: Closing,
  membershipId: string,
): Promise<void> {
  const left = await tx
    .updateTable('memberships')
    .set({ state: 'left', ended_at: at, ended_by: personId })
    .where('community_id', '=', communityId)
    .where('membership_id', '=', membershipId)
    .where('state', 'in', ['confirmed', 'objected'])
    .returning(['home_id', 'home_path', 'home_name'])
    .executeTakeFirst()
  if (!left) return
  await endWhatHangsOnHome(tx, whenHomeLeft, {
    communityId,
    personId,
    homeId: left.home_id,
    homePath: left.home_path,
    byPersonId: personId,
    byRole: null,
    at,
  })
  await sendToInbox(tx, {
    communityId,
    personIds: await listHouseholdIds(tx, communityId, left.home_id, personId),
    kind: 'membership_left',
    about: left.home_name,
    subject: { kind: 'membership', id: membershipId },
    at,
  })
  await record(tx, {
    regionId: communityId,
    at,
    personId,
    role: null,
    act: 'membership.leave',
    subject: { kind: 'membership', id: membershipId },
  })
}
