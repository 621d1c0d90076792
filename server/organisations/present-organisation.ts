import {
  decideAskToJoin,
  memberActsFor,
  organisationActsFor,
  organisationPolicy,
  type OrganisationView,
} from '#core/organisations'
import type { Context } from '#server/platform/context'
import { memberOf, organisationOf, type OrganisationRow } from './organisation-repository'

/** An organisation as one reader sees it: its name, their own part in it, and nobody else's. */
export function presentOrganisation({ actor, region }: Context, row: OrganisationRow): OrganisationView {
  const organisation = organisationOf(region, row)
  const own = { person_id: actor.personId, state: row.my_state ?? 'left' }
  return {
    organisationId: row.organisation_id,
    communityId: row.community_id,
    kind: row.kind,
    name: row.name,
    does: row.does,
    state: row.state,
    endedReason: row.ended_reason,
    standing:
      row.my_member_id === null || row.my_state === null
        ? null
        : {
            memberId: row.my_member_id,
            state: row.my_state,
            reason: row.my_reason,
            acts: memberActsFor(actor, memberOf(region, row, own)),
          },
    mayAsk: decideAskToJoin(row.state, row.my_state).allowed,
    seesMembers: organisationPolicy.read_members(actor, organisation),
    acts: organisationActsFor(actor, organisation),
  }
}
