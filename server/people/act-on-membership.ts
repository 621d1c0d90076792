import { enforce, isOffice, type Role } from '#core/permissions'
import { DomainError } from '#core/errors'
import {
  decideMembershipAct,
  ENDING_ACTS,
  MEMBERSHIP_ACTS,
  type MembershipAct,
  type MembershipView,
} from '#core/people'
import type { InboxKind } from '#core/inbox'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { listHouseholdIds } from './household'
import { endWhatHangsOnHome, type HomeLeftEffects } from './leave-home'
import { findMembership, lockMembership, toMembership, type MembershipRow } from './membership-repository'
import { presentMembership } from './present-membership'
import { listStaffIds } from './staff'

export interface ActOnMembership {
  membershipId: string
  act: MembershipAct
  reason?: string | undefined
}

/** Confirms, refuses, withdraws, objects to, settles or ends a membership. Of two at once one wins, the other is told. */
export async function actOnMembership(
  context: Context,
  input: ActOnMembership,
  whenHomeLeft: HomeLeftEffects,
): Promise<MembershipView> {
  const { actor, region, now } = context
  const { act, membershipId } = input
  return context.transact(async (tx) => {
    const row = await lockMembership(tx, region.regionId, membershipId)
    if (!row) throw new DomainError('NOT_FOUND')
    const membership = await toMembership(tx, region, row, now())
    enforce(decideMembershipAct(actor, membership, act, input.reason))
    const role = actingRole(context, membership.jurisdiction)
    await save(tx, context, row, input)
    if (ENDING_ACTS.includes(act))
      await endWhatHangsOnHome(tx, whenHomeLeft, {
        communityId: region.regionId,
        personId: row.person_id,
        homeId: row.home_id,
        homePath: row.home_path,
        byPersonId: actor.personId,
        byRole: act === 'leave' ? null : role,
        at: now(),
      })
    await tell(tx, context, row, act)
    await record(tx, {
      regionId: region.regionId,
      at: now(),
      personId: actor.personId,
      role: act === 'leave' ? null : role,
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
      ...whoSaidSo(input.act, actor.personId, now()),
    })
    .where('community_id', '=', region.regionId)
    .where('membership_id', '=', row.membership_id)
    .execute()
}

/** An ending leaves standing who confirmed it. */
function whoSaidSo(act: MembershipAct, personId: string, at: Date) {
  if (act === 'object') return { objector_id: personId }
  return act === 'leave' || act === 'end' ? { ended_at: at, ended_by: personId } : { decided_by: personId }
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
  if (act !== 'leave')
    await sendToInbox(tx, {
      ...message,
      kind: act === 'end' ? 'membership_ended' : 'membership_decided',
      personIds: [row.person_id],
    })
  const forOthers = HOUSEHOLD_HEARS[act]
  if (!forOthers) return
  const others = (await listHouseholdIds(tx, region.regionId, row.home_id, row.person_id)).filter(
    (id) => id !== actor.personId,
  )
  await sendToInbox(tx, { ...message, kind: forOthers, personIds: others })
}

/** What who lives there is told. */
const HOUSEHOLD_HEARS: Partial<Record<MembershipAct, InboxKind>> = {
  confirm: 'membership_new_member',
  leave: 'membership_left',
  end: 'membership_left',
}
