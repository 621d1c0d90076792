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
import { organisationOf } from '../builders/big-district'
import type { AreaPlans, Seen } from './look'

const first = ({ params, community }: Seen) => ({ ...params, organisationId: organisationOf(community, 1) })
const codeOf = (community: number, n: number) => `P${community * 100 + n}`

export const organisationPlans: AreaPlans = {
  reads: {
    organisations: ({ pages, params, resident }) =>
      pages(listOrganisationsEndpoint, resident, { params, query: {} }),
    'organisations of mine': ({ pages, params, resident }) =>
      pages(listOrganisationsEndpoint, resident, { params, query: { mine: 'true' } }),
    'an organisation': (seen) => seen.ok(readOrganisationEndpoint, seen.resident, { params: first(seen) }),
    'members of an organisation': (seen) =>
      seen.pages(listMembersEndpoint, seen.staff, { params: first(seen), query: { list: 'inside' } }),
    'who asks to join': (seen) =>
      seen.pages(listMembersEndpoint, seen.staff, { params: first(seen), query: { list: 'asked' } }),
    'my requests to be a volunteer': ({ pages, params, resident }) =>
      pages(listVolunteerRequestsEndpoint, resident, { params, query: { list: 'mine' } }),
    'who wants to be a volunteer': ({ pages, params, staff }) =>
      pages(listVolunteerRequestsEndpoint, staff, { params, query: { list: 'to_decide' } }),
  },
  writes: {
    'making an organisation, joining, leaving and ending it': joinAndLeave,
    'asking to be a volunteer, and being one': volunteer,
  },
}

async function joinAndLeave({ ok, params, staff, property: newcomer, community }: Seen): Promise<void> {
  const { organisationId } = await ok(createOrganisationEndpoint, staff, {
    params,
    body: { kind: 'shop', name: '新店', does: '送货', personCode: codeOf(community, 60) },
  })
  const here = { ...params, organisationId }
  await ok(nameLeadEndpoint, staff, { params: here, body: { personCode: codeOf(community, 61) } })
  const asked = await ok(askToJoinEndpoint, newcomer, { params: here, body: {} })
  const member = { ...here, memberId: asked.standing?.memberId ?? '' }
  await ok(actOnMemberEndpoint, staff, { params: member, body: { act: 'confirm' } })
  await ok(actOnMemberEndpoint, newcomer, { params: member, body: { act: 'leave' } })
  await ok(endOrganisationEndpoint, staff, { params: here, body: { reason: '关门了' } })
}

async function volunteer({ ok, params, staff, property: newcomer }: Seen): Promise<void> {
  const { requestId } = await ok(askToVolunteerEndpoint, newcomer, { params, body: {} })
  const request = { ...params, requestId }
  await ok(actOnVolunteerRequestEndpoint, staff, { params: request, body: { act: 'approve' } })
  await ok(actOnVolunteerRequestEndpoint, newcomer, { params: request, body: { act: 'stop' } })
}
