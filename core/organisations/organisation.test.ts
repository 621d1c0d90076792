import { ROLES, type Actor, type Role } from '../permissions'
import {
  decideCreate,
  decideLead,
  decideOrganisationAct,
  ORGANISATION_ACT_NAMES,
  ORGANISATION_KIND_LABELS,
  ORGANISATION_KINDS,
  ORGANISATION_STATES,
  organisationActsFor,
  organisationPolicy,
  type Organisation,
  type OrganisationState,
} from './organisation'
import { hasOrganisationDesk } from './volunteer'

const holding = (role?: Role, placeId = 'community', personId = 'somebody'): Actor => ({
  personId,
  roles: role ? [{ role, placeId, isLead: false }] : [],
  homes: [],
})
const organisation = (state: OrganisationState, more: Partial<Organisation> = {}): Organisation => ({
  state,
  leadIds: ['lead'],
  known: false,
  jurisdiction: ['district', 'subdistrict', 'community'],
  ...more,
})
const staff = holding('community_staff')
const lead = holding(undefined, undefined, 'lead')

describe('an organisation', () => {
  it.each(ROLES)('is made, led anew and ended by community staff alone: %s', (role) => {
    const is = role === 'community_staff'
    expect(decideCreate(holding(role), organisation('in_force')).allowed).toBe(is)
    expect(hasOrganisationDesk(holding(role), 'community')).toBe(is)
    expect(organisationActsFor(holding(role), organisation('in_force'))).toEqual(
      is ? ORGANISATION_ACT_NAMES : [],
    )
    expect(organisationActsFor(holding(role, 'elsewhere'), organisation('in_force'))).toEqual([])
  })

  it('shows its members to its leads and the staff, and to nobody else', () => {
    const readers = [
      staff,
      lead,
      holding(),
      holding('community_secretary'),
      holding('administrator', 'district'),
    ]
    const see = (one: Organisation) => readers.map((who) => organisationPolicy.read_members(who, one))
    expect(see(organisation('in_force'))).toEqual([true, true, false, false, false])
    expect(see(organisation('in_force', { known: true }))).toEqual([true, true, false, false, false])
    expect(see(organisation('ended'))).toEqual([true, false, false, false, false])
  })

  it('is there for everybody, and once ended for staff and who knew it', () => {
    expect(organisationPolicy.read(holding(), organisation('in_force'))).toBe(true)
    expect(organisationPolicy.read(holding(), organisation('ended'))).toBe(false)
    expect(organisationPolicy.read(holding(), organisation('ended', { known: true }))).toBe(true)
    expect(organisationPolicy.read(staff, organisation('ended'))).toBe(true)
    expect(decideOrganisationAct(holding(), organisation('ended'), 'end', '理由')).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it.each(ORGANISATION_STATES)('that is %s: every act', (state) => {
    const expected = state === 'in_force' ? ['allowed', 'allowed'] : ['STATE_CHANGED', 'STATE_CHANGED']
    const answers = ORGANISATION_ACT_NAMES.map((act) => {
      const decision = decideOrganisationAct(staff, organisation(state), act, '理由')
      return decision.allowed ? 'allowed' : decision.code
    })
    expect(answers).toEqual(expected)
  })

  it('ends with a reason only', () => {
    expect(decideOrganisationAct(staff, organisation('in_force'), 'end')).toMatchObject({
      code: 'REASON_REQUIRED',
    })
    expect(decideOrganisationAct(staff, organisation('in_force'), 'name_lead').allowed).toBe(true)
  })

  it('is led by nobody who named themselves', () => {
    expect(decideLead(staff, 'somebody')).toMatchObject({ code: 'GRANT_SELF' })
    expect(decideLead(staff, 'somebody else').allowed).toBe(true)
  })

  it('has a kind with a plain name', () => {
    const names = ORGANISATION_KINDS.map((kind) => ORGANISATION_KIND_LABELS[kind])
    expect(names).toEqual(['党支部', '志愿队', '商户', '单位', '其他'])
  })
})
