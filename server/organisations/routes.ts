import type { FastifyInstance } from 'fastify'
import {
  actOnMemberEndpoint,
  actOnVolunteerRequestEndpoint,
  askToJoinEndpoint,
  askToVolunteerEndpoint,
  createOrganisationEndpoint,
  endOrganisationEndpoint,
  listMembersEndpoint,
  listOrganisationsEndpoint,
  listVolunteerRequestsEndpoint,
  nameLeadEndpoint,
  readOrganisationEndpoint,
} from '#core/organisations'
import type { ServerParts } from '#server/platform/http/parts'
import { register } from '#server/platform/http/register'
import { actOnMember } from './act-on-member'
import { endOrganisation, nameLead } from './act-on-organisation'
import { actOnVolunteerRequest } from './act-on-request'
import { askToJoin } from './ask-to-join'
import { askToVolunteer } from './ask-to-volunteer'
import { createOrganisation } from './create-organisation'
import { listMembersFor } from './list-members'
import { listOrganisationsFor, readOrganisation } from './list-organisations'
import { listVolunteerRequests } from './list-requests'
import type { MemberLeftListeners } from './member-left'

/** Routes of organisations, their members and volunteers; `memberLeft` is told who is not in one any more. */
export function organisationRoutes(
  app: FastifyInstance,
  parts: ServerParts,
  memberLeft: MemberLeftListeners,
): void {
  register(app, parts, listOrganisationsEndpoint, (context, { query }) =>
    listOrganisationsFor(context, query),
  )
  register(app, parts, createOrganisationEndpoint, (context, { body }) => createOrganisation(context, body))
  register(app, parts, readOrganisationEndpoint, (context, { params }) =>
    readOrganisation(context, params.organisationId),
  )
  register(app, parts, endOrganisationEndpoint, (context, { params, body }) =>
    endOrganisation(context, memberLeft, { organisationId: params.organisationId, ...body }),
  )
  register(app, parts, nameLeadEndpoint, (context, { params, body }) =>
    nameLead(context, { organisationId: params.organisationId, ...body }),
  )
  register(app, parts, askToJoinEndpoint, (context, { params, body }) =>
    askToJoin(context, { organisationId: params.organisationId, ...body }),
  )
  register(app, parts, listMembersEndpoint, (context, { params, query }) =>
    listMembersFor(context, { organisationId: params.organisationId, ...query }),
  )
  register(app, parts, actOnMemberEndpoint, (context, { params, body }) =>
    actOnMember(context, memberLeft, {
      organisationId: params.organisationId,
      memberId: params.memberId,
      ...body,
    }),
  )
  register(app, parts, askToVolunteerEndpoint, (context, { body }) => askToVolunteer(context, body))
  register(app, parts, listVolunteerRequestsEndpoint, (context, { query }) =>
    listVolunteerRequests(context, query),
  )
  register(app, parts, actOnVolunteerRequestEndpoint, (context, { params, body }) =>
    actOnVolunteerRequest(context, { requestId: params.requestId, ...body }),
  )
}
