import { fullDate } from '#core/calendar'
import { DomainError } from '#core/errors'
import {
  decideVolunteerAct,
  STOPPED_BY_ONESELF,
  volunteerUntil,
  type VolunteerAct,
  type VolunteerRequestView,
} from '#core/organisations'
import { GRANT_RULES } from '#core/people'
import { enforce } from '#core/permissions'
import { sendToInbox } from '#server/inbox/index'
import { endOwnGrant, grantOnRequest, NAMELESS } from '#server/people/index'
import type { Context } from '#server/platform/context'
import type { Transaction } from '#server/platform/db/index'
import { enforceTheirPhone } from './enforce-helper'
import { presentRequest } from './list-requests'
import { recordOn } from './record-on'
import { findRequest, lockRequest, requestOf, type RequestRow } from './volunteer-repository'

export interface ActOnRequest {
  requestId: string
  act: VolunteerAct
  reason?: string | undefined
}

/** Approves (the role is granted), refuses or withdraws a request, or ends the role it was granted. */
export async function actOnVolunteerRequest(
  context: Context,
  input: ActOnRequest,
): Promise<VolunteerRequestView> {
  const { actor, region, now } = context
  const { requestId, act, reason } = input
  return context.transact(async (tx) => {
    const row = await lockRequest(tx, region.regionId, requestId)
    if (!row) throw new DomainError('NOT_FOUND')
    enforce(decideVolunteerAct(actor, requestOf(region, row, now()), act, reason))
    await DO[act](tx, context, row, reason)
    if (row.person_id !== actor.personId)
      await sendToInbox(tx, {
        communityId: region.regionId,
        personIds: [row.person_id],
        kind: 'volunteer_decided',
        about: region.name,
        subject: { kind: 'volunteer_request', id: requestId },
        at: now(),
      })
    await recordOn(
      tx,
      context,
      `volunteer.${act}`,
      { kind: 'volunteer_request', id: requestId },
      { reason, ownAct: row.person_id === actor.personId },
    )
    return presentRequest(context, (await findRequest(tx, region.regionId, requestId)) as RequestRow)
  })
}

type Work = (tx: Transaction, context: Context, row: RequestRow, reason?: string) => Promise<void>

const DO: Record<VolunteerAct, Work> = {
  approve: async (tx, context, row) => {
    await enforceTheirPhone(tx, row.person_id)
    const grantId = await grantOnRequest(tx, context, {
      personId: row.person_id,
      role: 'volunteer',
      officialName: row.nickname ?? NAMELESS,
      endsAt: volunteerUntil(context.now()),
      evidence: `${GRANT_RULES.volunteer?.evidence ?? ''} ${fullDate(row.asked_at)}`,
    })
    await save(tx, context, row, { state: 'approved', grant_id: grantId })
  },
  refuse: (tx, context, row, reason) => save(tx, context, row, { state: 'refused', reason: reason ?? null }),
  withdraw: (tx, context, row) => save(tx, context, row, { state: 'withdrawn' }),
  stop: (tx, context, { grant_id: grantId }, reason) =>
    endOwnGrant(tx, context, { grantId: grantId ?? '', reason: reason ?? STOPPED_BY_ONESELF }),
}

async function save(
  tx: Transaction,
  { actor, region }: Context,
  { request_id: requestId }: RequestRow,
  change: Partial<Pick<RequestRow, 'state' | 'reason' | 'grant_id'>>,
): Promise<void> {
  await tx
    .updateTable('volunteer_requests')
    .set({ ...change, decided_by: actor.personId })
    .where('community_id', '=', region.regionId)
    .where('request_id', '=', requestId)
    .execute()
}
