import { DomainError } from '#core/errors'
import { decideAskToJoin, organisationPolicy, type OrganisationView } from '#core/organisations'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { enforceConsent, rememberCommunity } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { enforceHelper } from './enforce-helper'
import { readerOf } from './list-organisations'
import {
  findOrganisation,
  lockOrganisation,
  organisationOf,
  type OrganisationRow,
} from './organisation-repository'
import { presentOrganisation } from './present-organisation'
import { recordOn } from './record-on'

/** 申请加入. Its leads are told; what was written is for them and the staff only. */
export async function askToJoin(
  context: Context,
  { organisationId, note }: { organisationId: string; note?: string | undefined },
): Promise<OrganisationView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    const row = await lockOrganisation(tx, readerOf(context), organisationId)
    if (!row || !organisationPolicy.read(actor, organisationOf(region, row)))
      throw new DomainError('NOT_FOUND')
    enforce(decideAskToJoin(row.state, row.my_state))
    await enforceConsent(tx, actor.personId)
    await enforceHelper(tx, actor.personId)
    const memberId = await save(tx, context, organisationId, note)
    await rememberCommunity(tx, actor.personId, region.regionId)
    await sendToInbox(tx, {
      communityId: region.regionId,
      personIds: row.lead_ids,
      kind: 'organisation_asked',
      about: row.name,
      subject: { kind: 'organisation', id: organisationId },
      at: now(),
    })
    await recordOn(
      tx,
      context,
      'organisation_member.ask',
      { kind: 'organisation_member', id: memberId },
      { ownAct: true },
    )
    const saved = await findOrganisation(tx, readerOf(context), organisationId)
    return presentOrganisation(context, saved as OrganisationRow)
  })
}

async function save(
  tx: Transaction,
  { actor, region, now }: Context,
  organisationId: string,
  note: string | undefined,
): Promise<string> {
  const memberId = newId()
  await tx
    .insertInto('organisation_members')
    .values({
      community_id: region.regionId,
      member_id: memberId,
      organisation_id: organisationId,
      person_id: actor.personId,
      state: 'asked',
      note: note ? note : null,
      reason: null,
      asked_at: now(),
      decided_by: null,
    })
    .execute()
  return memberId
}
