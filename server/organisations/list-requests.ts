import { PAGE_SIZE } from '#core/contract'
import {
  decideSeeRequests,
  volunteerActsFor,
  type VolunteerList,
  type VolunteerRequestView,
} from '#core/organisations'
import { enforce } from '#core/permissions'
import { NAMELESS } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { listRequests, requestOf, type RequestRow } from './volunteer-repository'

/** Who wants to be a volunteer: my own requests, or those that wait for the staff's word. */
export async function listVolunteerRequests(
  context: Context,
  { list, cursor }: { list: VolunteerList; cursor?: string | undefined },
) {
  const { db, actor, region } = context
  if (list === 'to_decide') enforce(decideSeeRequests(actor, { jurisdiction: region.path }))
  const rows = await listRequests(db, region.regionId, {
    personId: list === 'mine' ? actor.personId : undefined,
    after: decodeCursor(cursor, idCursor)?.[0],
    limit: PAGE_SIZE + 1,
  })
  return toPage(
    rows,
    PAGE_SIZE,
    (row) => [row.request_id],
    (row) => presentRequest(context, row),
  )
}

/** A request as who may see it does, with the acts open to them. */
export function presentRequest({ actor, region, now }: Context, row: RequestRow): VolunteerRequestView {
  const request = requestOf(region, row, now())
  return {
    requestId: row.request_id,
    communityId: row.community_id,
    mine: row.person_id === actor.personId,
    personName: row.nickname ?? NAMELESS,
    note: row.note,
    state: request.state,
    reason: row.grant_reason ?? row.reason,
    askedAt: row.asked_at.toISOString(),
    until: row.grant_ends_at?.toISOString() ?? null,
    acts: volunteerActsFor(actor, request),
  }
}
