import { DomainError } from '#core/errors'
import { decideAskToVolunteer, type VolunteerRequestView } from '#core/organisations'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { enforceConsent, listStaffIds, rememberCommunity } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { newId, type Transaction } from '#server/platform/db/index'
import { enforceHelper } from './enforce-helper'
import { presentRequest } from './list-requests'
import { recordOn } from './record-on'
import { findRequest, type RequestRow } from './volunteer-repository'

/** 我想当志愿者. The community's staff are told; what one can help with is for them only. */
export async function askToVolunteer(
  context: Context,
  { note }: { note?: string | undefined },
): Promise<VolunteerRequestView> {
  const { actor, region, now } = context
  return context.transact(async (tx) => {
    enforce(decideAskToVolunteer(actor, region.regionId))
    await enforceConsent(tx, actor.personId)
    await enforceHelper(tx, actor.personId)
    const requestId = await save(tx, context, note)
    await rememberCommunity(tx, actor.personId, region.regionId)
    const staff = await listStaffIds(tx, [region.regionId], ['community_staff'], now())
    await sendToInbox(tx, {
      communityId: region.regionId,
      personIds: staff.filter((personId) => personId !== actor.personId),
      kind: 'volunteer_asked',
      about: region.name,
      subject: { kind: 'volunteer_request', id: requestId },
      at: now(),
    })
    await recordOn(
      tx,
      context,
      'volunteer.ask',
      { kind: 'volunteer_request', id: requestId },
      { ownAct: true },
    )
    return presentRequest(context, (await findRequest(tx, region.regionId, requestId)) as RequestRow)
  })
}

async function save(
  tx: Transaction,
  { actor, region, now }: Context,
  note: string | undefined,
): Promise<string> {
  const requestId = newId()
  const saved = await tx
    .insertInto('volunteer_requests')
    .values({
      community_id: region.regionId,
      request_id: requestId,
      person_id: actor.personId,
      state: 'asked',
      note: note ? note : null,
      reason: null,
      asked_at: now(),
      decided_by: null,
      grant_id: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id']).where('state', '=', 'asked').doNothing(),
    )
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows !== 1n) throw new DomainError('VOLUNTEER_ALREADY')
  return requestId
}
