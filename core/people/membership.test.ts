import fc from 'fast-check'
import type { Actor, Role } from '../permissions'
import {
  decideMembershipAct,
  MEMBERSHIP_ACT_LABELS,
  MEMBERSHIP_ACT_NAMES,
  MEMBERSHIP_ACTS,
  MEMBERSHIP_STATE_LABELS,
  MEMBERSHIP_STATES,
  membershipActsFor,
  membershipPolicy,
  type Membership,
  type MembershipAct,
  type MembershipState,
} from './membership'

const ASKED_AT = new Date('2026-11-20T02:00:00Z')
const BEFORE = new Date('2026-11-19T02:00:00Z')
const AFTER = new Date('2026-11-21T02:00:00Z')

const inOffice = (personId: string, role: Role, placeId: string): Actor => ({
  personId,
  roles: [{ role, placeId, isLead: false }],
  homes: [],
})
const atHome = (personId: string, isAdult: boolean, since: Date, homeId = 'home'): Actor => ({
  personId,
  roles: [],
  homes: [{ homeId, path: ['community', homeId], relation: 'family', isAdult, since }],
})

const CAST = {
  self: { personId: 'self', roles: [], homes: [] },
  head: inOffice('head', 'building_head', 'building'),
  worker: inOffice('worker', 'grid_worker', 'grid'),
  staff: inOffice('staff', 'community_staff', 'community'),
  otherStaff: inOffice('other staff', 'community_staff', 'community'),
  adultBefore: atHome('adult before', true, BEFORE),
  childBefore: atHome('child before', false, BEFORE),
  adultSince: atHome('adult since', true, AFTER),
  childSince: atHome('child since', false, AFTER),
  nextDoor: atHome('next door', true, BEFORE, 'next door'),
  headElsewhere: inOffice('head elsewhere', 'building_head', 'other building'),
  workerElsewhere: inOffice('worker elsewhere', 'grid_worker', 'other grid'),
  staffElsewhere: inOffice('staff elsewhere', 'community_staff', 'other community'),
  chief: inOffice('chief', 'grid_chief', 'grid'),
  secretary: inOffice('secretary', 'community_secretary', 'community'),
  property: inOffice('property', 'property_staff', 'estate'),
  administrator: inOffice('administrator', 'administrator', 'district'),
  stranger: { personId: 'stranger', roles: [], homes: [] },
} satisfies Record<string, Actor>
type Who = keyof typeof CAST
const EVERYBODY = Object.keys(CAST) as Who[]

const membership = (state: MembershipState, particulars: Partial<Membership> = {}): Membership => ({
  personId: 'self',
  homeId: 'home',
  relation: 'family',
  state,
  askedAt: ASKED_AT,
  objectorId: state === 'objected' ? 'adult before' : null,
  jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'home', 'grid'],
  ...particulars,
})
const answer = (
  actor: Actor,
  subject: Membership,
  act: MembershipAct,
  reason: string | undefined = '理由',
) => {
  const decision = decideMembershipAct(actor, subject, act, reason)
  return decision.allowed ? 'allowed' : decision.code
}
const whoMay = (act: MembershipAct, subject: Membership) =>
  EVERYBODY.filter((who) => answer(CAST[who], subject, act) === 'allowed')

/** The workflow of domain.md 3, written down by hand. */
const DOMAIN: readonly [MembershipState, MembershipAct, MembershipState][] = [
  ['asked', 'confirm', 'confirmed'],
  ['asked', 'refuse', 'refused'],
  ['asked', 'withdraw', 'withdrawn'],
  ['asked', 'object', 'objected'],
  ['confirmed', 'object', 'objected'],
  ['objected', 'uphold', 'refused'],
  ['objected', 'dismiss', 'confirmed'],
  ['confirmed', 'leave', 'left'],
  ['objected', 'leave', 'left'],
  ['confirmed', 'end', 'ended'],
]

describe('the workflow of binding to a home', () => {
  it.each(MEMBERSHIP_ACT_NAMES.flatMap((act) => MEMBERSHIP_STATES.map((from) => [act, from] as const)))(
    'says of "%s" on one that is %s what was written down',
    (act, from) => {
      const { from: allowed, to } = MEMBERSHIP_ACTS[act]
      const expected = DOMAIN.find((row) => row[0] === from && row[1] === act)?.[2]
      expect((allowed as readonly MembershipState[]).includes(from) ? to : undefined).toBe(expected)
    },
  )

  it('reaches no other state, whoever tries whatever in whatever order', () => {
    const tries = fc.array(
      fc.tuple(fc.constantFrom(...EVERYBODY), fc.constantFrom(...MEMBERSHIP_ACT_NAMES)),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(tries, (steps) => {
        let now = membership('asked')
        for (const [who, act] of steps) {
          if (answer(CAST[who], now, act) !== 'allowed') continue
          const to = MEMBERSHIP_ACTS[act].to
          expect(DOMAIN).toContainEqual([now.state, act, to])
          now = { ...now, state: to, objectorId: act === 'object' ? CAST[who].personId : now.objectorId }
        }
      }),
    )
  })

  it('has words for every state and act', () => {
    const words = [...Object.values(MEMBERSHIP_STATE_LABELS), ...Object.values(MEMBERSHIP_ACT_LABELS)]
    expect(words.every((label) => /^[\p{Script=Han}，]+$/u.test(label))).toBe(true)
    expect(words).toHaveLength(MEMBERSHIP_STATES.length + MEMBERSHIP_ACT_NAMES.length)
  })
})

describe('who may do what to a request to be bound to a home', () => {
  const confirmers: Who[] = ['head', 'worker', 'staff', 'otherStaff', 'adultBefore', 'adultSince']

  it.each<[MembershipAct, MembershipState, Who[]]>([
    ['confirm', 'asked', confirmers],
    ['refuse', 'asked', confirmers],
    ['withdraw', 'asked', ['self']],
    ['object', 'asked', ['adultBefore', 'childBefore']],
    ['object', 'confirmed', ['adultBefore', 'childBefore']],
    ['uphold', 'objected', ['staff', 'otherStaff']],
    ['dismiss', 'objected', ['staff', 'otherStaff']],
    ['leave', 'confirmed', ['self']],
    ['leave', 'objected', ['self']],
    ['end', 'confirmed', ['head', 'worker', 'staff', 'otherStaff']],
  ])('%s what is %s', (act, state, expected) => {
    expect(whoMay(act, membership(state))).toEqual(expected)
  })

  it('is seen by whom it concerns and by those who decide; for all others it does not exist, whatever its state', () => {
    const readers: Who[] = ['self', ...confirmers.slice(0, 4), 'adultBefore', 'childBefore', 'adultSince']
    for (const state of MEMBERSHIP_STATES) {
      const subject = membership(state)
      expect(EVERYBODY.filter((who) => membershipPolicy.read(CAST[who], subject))).toEqual(readers)
      for (const who of EVERYBODY.filter((one) => !readers.includes(one)))
        for (const act of MEMBERSHIP_ACT_NAMES) expect(answer(CAST[who], subject, act)).toBe('NOT_FOUND')
    }
  })

  it('is told why it was refused, objected to or settled', () => {
    expect(answer(CAST.head, membership('asked'), 'refuse', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.adultBefore, membership('asked'), 'object', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.staff, membership('objected'), 'uphold', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.staff, membership('objected'), 'dismiss', '')).toBe('REASON_REQUIRED')
    expect(answer(CAST.head, membership('asked'), 'confirm', '')).toBe('allowed')
    expect(answer(CAST.self, membership('asked'), 'withdraw', '')).toBe('allowed')
  })
})

describe('separation of duties', () => {
  const OWN_ACTS: Partial<Record<MembershipState, MembershipAct[]>> = {
    asked: ['withdraw'],
    confirmed: ['leave'],
    objected: ['leave'],
  }
  const anyOffice = fc.subarray(['building_head', 'grid_worker', 'community_staff'] as const)
  const everywhere = (personId: string, roles: readonly Role[], since: Date): Actor => ({
    personId,
    roles: roles.map((role, index) => ({
      role,
      placeId: ['building', 'grid', 'community'][index]!,
      isLead: false,
    })),
    homes: atHome(personId, true, since).homes,
  })

  it('nobody confirms, refuses, ends, objects to or settles their own, whatever they hold', () => {
    fc.assert(
      fc.property(
        anyOffice,
        fc.constantFrom(...MEMBERSHIP_STATES),
        fc.constantFrom(BEFORE, AFTER),
        (roles, state, since) => {
          const acts = membershipActsFor(everywhere('self', roles, since), membership(state))
          expect(acts).toEqual(OWN_ACTS[state] ?? [])
        },
      ),
    )
  })

  it('who objected does not settle it, whatever they hold', () => {
    fc.assert(
      fc.property(anyOffice, (roles) => {
        const objector = everywhere('objector', [...roles, 'community_staff'], BEFORE)
        expect(membershipActsFor(objector, membership('objected', { objectorId: 'objector' }))).toEqual([])
      }),
    )
  })

  it('a newcomer can’t suspend the family that was there before, nor one who asked in the same moment', () => {
    const newcomer = atHome('newcomer', true, AFTER)
    expect(
      answer(newcomer, membership('confirmed', { personId: 'old hand', askedAt: BEFORE }), 'object'),
    ).toBe('NOT_ALLOWED')
    expect(answer(atHome('twin', true, ASKED_AT), membership('confirmed'), 'object')).toBe('NOT_ALLOWED')
  })
})

describe('the buttons of a page', () => {
  it('are exactly the acts the server will allow once a reason is given', () => {
    for (const who of EVERYBODY)
      for (const state of MEMBERSHIP_STATES) {
        const subject = membership(state)
        const allowed = MEMBERSHIP_ACT_NAMES.filter((act) => answer(CAST[who], subject, act) === 'allowed')
        expect(membershipActsFor(CAST[who], subject)).toEqual(allowed)
      }
  })
})

describe('an objection that was dismissed', () => {
  const settled = (state: MembershipState) => membership(state, { objectorId: 'adult before' })

  it('can’t be made again by the same person', () => {
    expect(answer(CAST.adultBefore, settled('confirmed'), 'object')).toBe('MEMBERSHIP_SETTLED')
    expect(membershipActsFor(CAST.adultBefore, settled('confirmed'))).toEqual([])
  })

  it('is still open to somebody else of the home', () => {
    expect(answer(CAST.childBefore, settled('confirmed'), 'object')).toBe('allowed')
  })

  it('while it is open it says that somebody was first, as before', () => {
    expect(answer(CAST.adultBefore, settled('objected'), 'object')).toBe('STATE_CHANGED')
  })
})
