import { INSIDE } from '#core/organisations'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import { endVolunteering, listStaffIds } from '#server/people/index'
import type { Database, Transaction } from '#server/platform/db/index'
import type { Closing } from '#server/platform/personal-data'
import { tellLeft, type MemberLeftListeners } from './member-left'
import { lockOrganisation } from './organisation-repository'

/** Organisations are left as by oneself; then nothing tells that this person was in one, or asked to be. */
export async function forgetOrganisations(
  db: Database,
  memberLeft: MemberLeftListeners,
  closing: Closing,
): Promise<void> {
  const { communityId, personId } = closing
  const inside = await db
    .selectFrom('organisation_members')
    .select('organisation_id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', 'in', INSIDE)
    .orderBy('organisation_id')
    .execute()
  // One transaction each: what hangs on a member may be much.
  for (const { organisation_id: id } of inside)
    await db.transaction().execute((tx) => leave(tx, memberLeft, closing, id))
  await db.transaction().execute(async (tx) => {
    for (const table of ['organisation_members', 'volunteer_requests'] as const)
      await tx
        .deleteFrom(table)
        .where('community_id', '=', communityId)
        .where('person_id', '=', personId)
        .execute()
    await endVolunteering(tx, closing)
  })
}

/** The last lead goes too: nobody is kept by an office that no grant gave. The staff are asked for another one. */
async function leave(
  tx: Transaction,
  memberLeft: MemberLeftListeners,
  { communityId, personId, at }: Closing,
  organisationId: string,
): Promise<void> {
  const organisation = await lockOrganisation(tx, { communityId, personId }, organisationId)
  const left = await tx
    .updateTable('organisation_members')
    .set({ state: 'left', decided_by: personId })
    .where('community_id', '=', communityId)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('state', 'in', INSIDE)
    .returning('member_id')
    .executeTakeFirst()
  if (!organisation || !left) return
  await tellLeft(tx, memberLeft, { communityId, organisationId, personIds: [personId], at })
  const leads = organisation.lead_ids.filter((id) => id !== personId)
  const leaderless = leads.length === 0 && organisation.state === 'in_force'
  await sendToInbox(tx, {
    communityId,
    personIds: leaderless ? await listStaffIds(tx, [communityId], ['community_staff'], at) : leads,
    kind: leaderless ? 'organisation_no_lead' : 'organisation_left',
    about: organisation.name,
    subject: { kind: 'organisation', id: organisationId },
    at,
  })
  await record(tx, {
    regionId: communityId,
    at,
    personId,
    role: null,
    act: 'organisation_member.leave',
    subject: { kind: 'organisation_member', id: left.member_id },
  })
}
