import fc from 'fast-check'
import type { Actor, Role } from '../permissions'
import {
  decideAskToVolunteer,
  decideSeeRequests,
  decideVolunteerAct,
  VOLUNTEER_ACT_LABELS,
  VOLUNTEER_ACT_NAMES,
  VOLUNTEER_ACTS,
  VOLUNTEER_STATE_LABELS,
  VOLUNTEER_STATES,
  volunteerActsFor,
  volunteerUntil,
  type VolunteerAct,
  type VolunteerRequest,
  type VolunteerState,
} from './volunteer'

const person = (personId: string, role?: Role, placeId = 'community'): Actor => ({
  personId,
  roles: role ? [{ role, placeId, isLead: false }] : [],
  homes: [],
})
const CAST = {
  self: person('self'),
  selfAsStaff: person('self', 'community_staff'),
  staff: person('staff', 'community_staff'),
  secretary: person('secretary', 'community_secretary'),
  staffElsewhere: person('staff elsewhere', 'community_staff', 'other community'),
  volunteer: person('volunteer', 'volunteer'),
  administrator: person('administrator', 'administrator', 'district'),
  stranger: person('stranger'),
} satisfies Record<string, Actor>
type Who = keyof typeof CAST
const EVERYBODY = Object.keys(CAST) as Who[]

const request = (state: VolunteerState): VolunteerRequest => ({
  personId: 'self',
  state,
  jurisdiction: ['district', 'subdistrict', 'community'],
})
const answer = (actor: Actor, state: VolunteerState, act: VolunteerAct, reason = '理由') => {
  const decision = decideVolunteerAct(actor, request(state), act, reason)
  return decision.allowed ? 'allowed' : decision.code
}

/** Who does what from where, written down by hand (domain.md 3: granted by community staff, never to oneself). */
const DOMAIN: readonly [VolunteerState, VolunteerAct, VolunteerState, Who[]][] = [
  ['asked', 'approve', 'approved', ['staff']],
  ['asked', 'refuse', 'refused', ['staff']],
  ['asked', 'withdraw', 'withdrawn', ['self', 'selfAsStaff']],
  ['approved', 'stop', 'ended', ['self', 'selfAsStaff']],
]

describe('who may do what to a request to be a volunteer', () => {
  it.each(VOLUNTEER_ACT_NAMES.flatMap((act) => VOLUNTEER_STATES.map((state) => [act, state] as const)))(
    '"%s" on one that is %s, as written down',
    (act, state) => {
      const row = DOMAIN.find((one) => one[0] === state && one[1] === act)
      expect(EVERYBODY.filter((who) => answer(CAST[who], state, act) === 'allowed')).toEqual(row?.[3] ?? [])
      if (row) expect(VOLUNTEER_ACTS[act].to).toBe(row[2])
    },
  )

  it('is between the person and the staff: for all others it does not exist', () => {
    const others: Who[] = ['secretary', 'staffElsewhere', 'volunteer', 'administrator', 'stranger']
    for (const who of others)
      for (const state of VOLUNTEER_STATES)
        for (const act of VOLUNTEER_ACT_NAMES) expect(answer(CAST[who], state, act)).toBe('NOT_FOUND')
    expect(EVERYBODY.filter((who) => decideSeeRequests(CAST[who], request('asked')).allowed)).toEqual([
      'selfAsStaff',
      'staff',
    ])
  })

  it('reaches no other state, whoever tries whatever in whatever order', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom(...EVERYBODY), fc.constantFrom(...VOLUNTEER_ACT_NAMES)), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(tries, (steps) => {
        let state: VolunteerState = 'asked'
        for (const [who, act] of steps) {
          const offered = volunteerActsFor(CAST[who], request(state)).includes(act)
          expect(answer(CAST[who], state, act) === 'allowed').toBe(offered)
          if (!offered) continue
          expect(DOMAIN.some((row) => row[0] === state && row[1] === act)).toBe(true)
          state = VOLUNTEER_ACTS[act].to
        }
      }),
    )
  })

  it('is told why it was refused', () => {
    expect(answer(CAST.staff, 'asked', 'refuse', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.staff, 'asked', 'approve', '')).toBe('allowed')
    expect(answer(CAST.self, 'approved', 'stop', '')).toBe('allowed')
  })
})

describe('being a volunteer', () => {
  it('is asked for by who is none here', () => {
    expect(decideAskToVolunteer(CAST.stranger, 'community').allowed).toBe(true)
    expect(decideAskToVolunteer(CAST.volunteer, 'community')).toMatchObject({ code: 'VOLUNTEER_ALREADY' })
    expect(decideAskToVolunteer(CAST.volunteer, 'other community').allowed).toBe(true)
    expect(decideAskToVolunteer(CAST.staff, 'community').allowed).toBe(true)
  })

  it('lasts two years', () => {
    expect(volunteerUntil(new Date('2026-11-20T02:00:00.000Z')).toISOString()).toBe(
      '2028-11-20T02:00:00.000Z',
    )
  })

  it('has plain words for every state and act', () => {
    const words = [...Object.values(VOLUNTEER_STATE_LABELS), ...Object.values(VOLUNTEER_ACT_LABELS)]
    expect(words.every((label) => /^\p{Script=Han}+$/u.test(label))).toBe(true)
  })
})
