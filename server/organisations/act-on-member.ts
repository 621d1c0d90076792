import { DomainError } from '#core/errors'
import {
  decideMemberAct,
  endsMembership,
  MEMBER_ACTS,
  type MemberAct,
  type MemberView,
} from '#core/organisations'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enforceTheirPhone } from './enforce-helper'
import { presentMember } from './list-members'
import { readerOf } from './list-organisations'
import { tellLeft, type MemberLeftListeners } from './member-left'
import { findMember, type MemberRow } from './member-repository'
import { findOrganisation, lockOrganisation, memberOf, type OrganisationRow } from './organisation-repository'
import { recordOn } from './record-on'

export interface ActOnMember {
  organisationId: string
  memberId: string
  act: MemberAct
  reason?: string | undefined
}

/**
 * Confirms, refuses, withdraws, makes lead, leaves or takes out. Everything that changes who is in an organisation holds
 * its row: of two leads who leave at once one is told that they are the last.
 */
export async function actOnMember(
  context: Context,
  listeners: MemberLeftListeners,
  input: ActOnMember,
): Promise<MemberView> {
  const { actor, region, now } = context
  const { organisationId, act } = input
  const address = { communityId: region.regionId, organisationId, memberId: input.memberId }
  return context.transact(async (tx) => {
    const organisation = await lockOrganisation(tx, readerOf(context), organisationId)
    const row = await findMember(tx, address)
    if (!organisation || !row) throw new DomainError('NOT_FOUND')
    enforce(decideMemberAct(actor, memberOf(region, organisation, row), act, input.reason))
    if (act === 'confirm') await enforceTheirPhone(tx, row.person_id)
    await save(tx, context, input)
    if (endsMembership(act, row.state))
      await tellLeft(tx, listeners, {
        communityId: region.regionId,
        organisationId,
        personIds: [row.person_id],
        at: now(),
      })
    await tell(tx, context, { organisation, row, act })
    await recordOn(
      tx,
      context,
      `organisation_member.${act}`,
      { kind: 'organisation_member', id: row.member_id },
      { reason: input.reason, ownAct: row.person_id === actor.personId },
    )
    const saved = (await findMember(tx, address)) as MemberRow
    const after = (await findOrganisation(tx, readerOf(context), organisationId)) as OrganisationRow
    return presentMember(context, after, saved)
  })
}

async function save(
  tx: Transaction,
  { actor, region }: Context,
  { memberId, act, reason }: ActOnMember,
): Promise<void> {
  await tx
    .updateTable('organisation_members')
    .set({ state: MEMBER_ACTS[act].to, reason: reason ?? null, decided_by: actor.personId })
    .where('community_id', '=', region.regionId)
    .where('member_id', '=', memberId)
    .execute()
}

/** What each act tells, and whom: the person concerned, or the leads. */
const TOLD = {
  confirm: 'organisation_decided',
  refuse: 'organisation_decided',
  make_lead: 'organisation_lead',
  remove: 'organisation_removed',
  leave: 'organisation_left',
  withdraw: undefined,
} as const satisfies Record<MemberAct, string | undefined>

/** Who left is not said: a message is read over somebody's shoulder. */
async function tell(
  tx: Transaction,
  { actor, region, now }: Context,
  { organisation, row, act }: { organisation: OrganisationRow; row: MemberRow; act: MemberAct },
): Promise<void> {
  const kind = TOLD[act]
  if (!kind) return
  const others = organisation.lead_ids.filter((id) => id !== actor.personId)
  await sendToInbox(tx, {
    communityId: region.regionId,
    personIds: kind === 'organisation_left' ? others : [row.person_id],
    kind,
    about: organisation.name,
    subject: { kind: 'organisation', id: row.organisation_id },
    at: now(),
  })
}
