/** Organisations and volunteers as the server presents them, for tests of screens. */
import type { MemberView, OrganisationView, VolunteerRequestView } from '#core/organisations'
import { COMMUNITY } from './people'

export const ORGANISATION = 'c0000000-0000-4000-8000-000000000030'

export const organisation = (more: Partial<OrganisationView> = {}): OrganisationView => ({
  organisationId: ORGANISATION,
  communityId: COMMUNITY,
  kind: 'volunteer_team',
  name: '湖光志愿队',
  does: '周末帮老人跑腿',
  state: 'in_force',
  endedReason: null,
  standing: null,
  mayAsk: true,
  seesMembers: false,
  acts: [],
  ...more,
})

/** My own part in it. */
export const standing = (
  more: Partial<NonNullable<OrganisationView['standing']>> = {},
): NonNullable<OrganisationView['standing']> => ({
  memberId: 'p1',
  state: 'member',
  reason: null,
  acts: ['leave'],
  ...more,
})

export const member = (more: Partial<MemberView> = {}): MemberView => ({
  memberId: 'p2',
  organisationId: ORGANISATION,
  communityId: COMMUNITY,
  mine: false,
  personName: '小林',
  state: 'asked',
  note: '我是三号楼的，周末有空',
  reason: null,
  askedAt: '2026-11-11T01:00:00.000Z',
  acts: ['confirm', 'refuse'],
  ...more,
})

export const volunteerRequest = (more: Partial<VolunteerRequestView> = {}): VolunteerRequestView => ({
  requestId: 'r1',
  communityId: COMMUNITY,
  mine: true,
  personName: '阿梅',
  note: '会修电器',
  state: 'asked',
  reason: null,
  askedAt: '2026-11-11T01:00:00.000Z',
  until: null,
  acts: ['withdraw'],
  ...more,
})
