import { enforce, isOffice, type Role } from '#core/permissions'
import { DomainError } from '#core/errors'
import { decideMembershipAct, MEMBERSHIP_ACTS, type MembershipAct, type MembershipView } from '#core/people'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { listHouseholdIds } from './household'
import { findMembership, lockMembership, toMembership, type MembershipRow } from './membership-repository'
import { presentMembership } from './present-membership'
import { listStaffIds } from './staff'

export interface ActOnMembership {
  membershipId: string
  act: MembershipAct
  reason?: string | undefined
}

/** Confirms, refuses, withdraws, objects to or settles a membership. Of two at once one wins, the other is told. */
export async function actOnMembership(context: Context, input: ActOnMembership): Promise<MembershipView> {
  const { actor, region, now } = context
  const { act, membershipId } = input
  return context.transact(async (tx) => {
    const row = await lockMembership(tx, region.regionId, membershipId)
    if (!row) throw new DomainError('NOT_FOUND')
    const membership = await toMembership(tx, region, row, now())
    enforce(decideMembershipAct(actor, membership, act, input.reason))
    await save(tx, context, row, input)
    await tell(tx, context, row, act)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: actingRole(context, membership.jurisdiction),
      act: `membership.${act}`,
      subject: { kind: 'membership', id: membershipId },
      reason: input.reason,
    })
    const saved = (await findMembership(tx, region.regionId, membershipId)) as MembershipRow
    return presentMembership(
      saved,
      { ...membership, state: saved.state, objectorId: saved.objector_id },
      actor,
    )
  })
}

function actingRole({ actor }: Context, jurisdiction: string[]): Role | null {
  return actor.roles.find((held) => isOffice(held) && jurisdiction.includes(held.placeId))?.role ?? null
}

async function save(
  tx: Transaction,
  { actor, region, now }: Context,
  row: MembershipRow,
  input: ActOnMembership,
) {
  const state = MEMBERSHIP_ACTS[input.act].to
  await tx
    .updateTable('memberships')
    .set({
      state,
      reason: input.reason ?? null,
      ...(state === 'confirmed' && !row.confirmed_at ? { confirmed_at: now() } : {}),
      ...(input.act === 'object' ? { objector_id: actor.personId } : { decided_by: actor.personId }),
    })
    .where('community_id', '=', region.regionId)
    .where('membership_id', '=', row.membership_id)
    .execute()
}

async function tell(
  tx: Transaction,
  { actor, region, now }: Context,
  row: MembershipRow,
  act: MembershipAct,
) {
  const message = {
    communityId: region.regionId,
    about: row.home_name,
    subject: { kind: 'membership', id: row.membership_id } as const,
    at: now(),
  }
  if (act === 'withdraw') return
  if (act === 'object') {
    const staff = await listStaffIds(tx, [region.regionId], ['community_staff'], now())
    await sendToInbox(tx, { ...message, kind: 'membership_objected', personIds: [...staff, row.person_id] })
    return
  }
  await sendToInbox(tx, { ...message, kind: 'membership_decided', personIds: [row.person_id] })
  if (act !== 'confirm') return
  const others = (await listHouseholdIds(tx, region.regionId, row.home_id, row.person_id)).filter(
    (id) => id !== actor.personId,
  )
  await sendToInbox(tx, { ...message, kind: 'membership_new_member', personIds: others })
}
