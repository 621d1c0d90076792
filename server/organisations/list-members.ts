import { PAGE_SIZE } from '#core/contract'
import { DomainError } from '#core/errors'
import { memberActsFor, organisationPolicy, type MemberList, type MemberView } from '#core/organisations'
import { NAMELESS } from '#server/people/index'
import type { Context } from '#server/platform/context'
import { decodeCursor, idCursor, toPage } from '#server/platform/http/cursor'
import { readerOf } from './list-organisations'
import { listMembers, type MemberRow } from './member-repository'
import { findOrganisation, memberOf, organisationOf, type OrganisationRow } from './organisation-repository'

export interface ListMembers {
  organisationId: string
  list: MemberList
  cursor?: string | undefined
}

/** Who is in an organisation, or asks to be: for its leads and the community's staff, and for nobody else. */
export async function listMembersFor(context: Context, { organisationId, list, cursor }: ListMembers) {
  const { db, actor, region } = context
  const row = await findOrganisation(db, readerOf(context), organisationId)
  if (!row || !organisationPolicy.read(actor, organisationOf(region, row))) throw new DomainError('NOT_FOUND')
  if (!organisationPolicy.read_members(actor, organisationOf(region, row)))
    throw new DomainError('NOT_ALLOWED')
  const members = await listMembers(
    db,
    { communityId: region.regionId, organisationId },
    { list, after: decodeCursor(cursor, idCursor)?.[0], limit: PAGE_SIZE + 1 },
  )
  return toPage(
    members,
    PAGE_SIZE,
    (member) => [member.member_id],
    (member) => presentMember(context, row, member),
  )
}

/** Somebody's part in it, as who may see it does, with the acts open to them. */
export function presentMember(
  { actor, region }: Context,
  organisation: Pick<OrganisationRow, 'state' | 'lead_ids'>,
  row: MemberRow,
): MemberView {
  return {
    memberId: row.member_id,
    organisationId: row.organisation_id,
    communityId: row.community_id,
    mine: row.person_id === actor.personId,
    personName: row.nickname ?? NAMELESS,
    state: row.state,
    note: row.note,
    reason: row.reason,
    askedAt: row.asked_at.toISOString(),
    acts: memberActsFor(actor, memberOf(region, organisation, row)),
  }
}
