import fc from 'fast-check'
import type { Actor, Role } from '../permissions'
import {
  decideAskToJoin,
  decideMemberAct,
  endsMembership,
  isInside,
  MEMBER_ACT_LABELS,
  MEMBER_ACT_NAMES,
  MEMBER_STATE_LABELS,
  MEMBER_STATES,
  memberActsFor,
  memberPolicy,
  MEMBER_ACTS,
  type MemberAct,
  type MemberState,
  type OrganisationMember,
} from './member'

const person = (personId: string, role?: Role, placeId = 'community'): Actor => ({
  personId,
  roles: role ? [{ role, placeId, isLead: false }] : [],
  homes: [],
})
const CAST = {
  self: person('self'),
  lead: person('lead'),
  otherLead: person('other lead'),
  member: person('member'),
  staff: person('staff', 'community_staff'),
  secretary: person('secretary', 'community_secretary'),
  staffElsewhere: person('staff elsewhere', 'community_staff', 'other community'),
  volunteer: person('volunteer', 'volunteer'),
  administrator: person('administrator', 'administrator', 'district'),
  stranger: person('stranger'),
} satisfies Record<string, Actor>
type Who = keyof typeof CAST
const EVERYBODY = Object.keys(CAST) as Who[]
const IN_CHARGE: Who[] = ['lead', 'otherLead', 'staff']

const member = (state: MemberState, more: Partial<OrganisationMember> = {}): OrganisationMember => ({
  personId: 'self',
  state,
  organisationState: 'in_force',
  leadIds: state === 'lead' ? ['lead', 'other lead', 'self'] : ['lead', 'other lead'],
  jurisdiction: ['district', 'subdistrict', 'community'],
  ...more,
})
const answer = (actor: Actor, subject: OrganisationMember, act: MemberAct, reason = '理由') => {
  const decision = decideMemberAct(actor, subject, act, reason)
  return decision.allowed ? 'allowed' : decision.code
}
const whoMay = (act: MemberAct, subject: OrganisationMember) =>
  EVERYBODY.filter((who) => answer(CAST[who], subject, act) === 'allowed')

/** Who does what from where, written down by hand. */
const DOMAIN: readonly [MemberState, MemberAct, MemberState, Who[]][] = [
  ['asked', 'confirm', 'member', IN_CHARGE],
  ['asked', 'refuse', 'refused', IN_CHARGE],
  ['asked', 'withdraw', 'withdrawn', ['self']],
  ['member', 'make_lead', 'lead', IN_CHARGE],
  ['member', 'leave', 'left', ['self']],
  ['lead', 'leave', 'left', ['self']],
  ['member', 'remove', 'removed', IN_CHARGE],
  ['lead', 'remove', 'removed', IN_CHARGE],
]

describe('who may do what to somebody’s part in an organisation', () => {
  it.each(MEMBER_ACT_NAMES.flatMap((act) => MEMBER_STATES.map((state) => [act, state] as const)))(
    '"%s" on one that is %s, as written down',
    (act, state) => {
      const row = DOMAIN.find((one) => one[0] === state && one[1] === act)
      expect(whoMay(act, member(state))).toEqual(row?.[3] ?? [])
      if (row) expect(MEMBER_ACTS[act].to).toBe(row[2])
    },
  )

  it('is seen by oneself, leads and staff; for all others it does not exist, whatever its state', () => {
    const readers: Who[] = ['self', ...IN_CHARGE]
    for (const state of MEMBER_STATES) {
      expect(EVERYBODY.filter((who) => memberPolicy.read(CAST[who], member(state)))).toEqual(readers)
      for (const who of EVERYBODY.filter((one) => !readers.includes(one)))
        for (const act of MEMBER_ACT_NAMES) expect(answer(CAST[who], member(state), act)).toBe('NOT_FOUND')
    }
  })

  it('nobody decides about themselves, whatever they hold', () => {
    const almighty = person('self', 'community_staff')
    for (const state of MEMBER_STATES)
      for (const act of memberActsFor(almighty, member(state))) expect(['withdraw', 'leave']).toContain(act)
  })

  it('asks why where the other one is told no', () => {
    expect(answer(CAST.lead, member('asked'), 'refuse', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.staff, member('member'), 'remove', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.self, member('member'), 'leave', '')).toBe('allowed')
  })

  it('nothing happens in an organisation that ended', () => {
    for (const [state, act, , allowed] of DOMAIN)
      for (const who of allowed)
        expect(answer(CAST[who], member(state, { organisationState: 'ended' }), act)).toBe('STATE_CHANGED')
  })

  it('shows as buttons what the server allows, and to the last lead that they could leave', () => {
    for (const who of EVERYBODY)
      for (const state of MEMBER_STATES) {
        const allowed = MEMBER_ACT_NAMES.filter((act) => answer(CAST[who], member(state), act) === 'allowed')
        expect(memberActsFor(CAST[who], member(state))).toEqual(allowed)
      }
    expect(memberActsFor(CAST.self, member('lead', { leadIds: ['self'] }))).toEqual(['leave'])
  })
})

describe('an organisation is never without a lead', () => {
  const last = member('lead', { leadIds: ['self'] })

  it('the last one neither leaves nor is taken out', () => {
    expect(answer(CAST.self, last, 'leave')).toBe('ORGANISATION_LAST_LEAD')
    expect(answer(CAST.staff, last, 'remove')).toBe('ORGANISATION_LAST_LEAD')
    expect(answer(CAST.self, member('member', { leadIds: ['lead'] }), 'leave')).toBe('allowed')
  })

  it('whoever tries whatever in whatever order', () => {
    const people = ['a', 'b', 'c', 'd'] as const
    const tries = fc.array(
      fc.record({
        by: fc.constantFrom(...people, 'staff'),
        on: fc.constantFrom(...people),
        act: fc.constantFrom(...MEMBER_ACT_NAMES),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(tries, (steps) => {
        const states: Record<string, MemberState> = { a: 'lead', b: 'member', c: 'asked', d: 'lead' }
        const leadIds = () => people.filter((id) => states[id] === 'lead')
        for (const { by, on, act } of steps) {
          const state = states[on]!
          const actor = by === 'staff' ? CAST.staff : person(by)
          const subject = member(state, { personId: on, leadIds: leadIds() })
          if (answer(actor, subject, act) !== 'allowed') continue
          expect(endsMembership(act, state)).toBe(isInside(state) && !isInside(MEMBER_ACTS[act].to))
          states[on] = MEMBER_ACTS[act].to
          expect(leadIds().length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('asking to join', () => {
  it('is open to who is not in it and waits for no answer, as often as they like', () => {
    const open = MEMBER_STATES.filter((state) => decideAskToJoin('in_force', state).allowed)
    expect(open).toEqual(['refused', 'withdrawn', 'left', 'removed'])
    expect(decideAskToJoin('in_force', null).allowed).toBe(true)
    expect(decideAskToJoin('in_force', 'asked')).toMatchObject({ code: 'ORGANISATION_ALREADY_ASKED' })
    expect(decideAskToJoin('ended', null)).toMatchObject({ code: 'STATE_CHANGED' })
  })
})

it('there are plain words for every state and act', () => {
  const words = [...Object.values(MEMBER_STATE_LABELS), ...Object.values(MEMBER_ACT_LABELS)]
  expect(words.every((label) => /^\p{Script=Han}+$/u.test(label))).toBe(true)
  expect(new Set(words).size).toBe(MEMBER_STATES.length + MEMBER_ACT_NAMES.length)
})
