import fc from 'fast-check'
import { ROLES, type Actor, type Role } from '../permissions'
import {
  decideGrantAct,
  GRANT_ACT_NAMES,
  GRANT_ACTS,
  GRANT_STATE_LABELS,
  GRANT_STATES,
  grantActsFor,
  mayReadGrant,
  type Grant,
  type GrantAct,
  type GrantState,
} from './grant'

/** Every office there is; a property team's lead is written as `lead`. */
const OFFICES = [...ROLES, 'lead'] as const
type Office = (typeof OFFICES)[number]
const holding = (personId: string, ...offices: Office[]): Actor => ({
  personId,
  homes: [],
  roles: offices.map((office) =>
    office === 'lead'
      ? { role: 'property_staff', placeId: 'here', isLead: true }
      : { role: office, placeId: 'here', isLead: false },
  ),
})
const grant = (role: Role, particulars: Partial<Grant> = {}): Grant => ({
  personId: 'candidate',
  role,
  state: 'proposed',
  proposedById: 'proposer',
  proposedAs: 'administrator',
  jurisdiction: ['above', 'here'],
  ...particulars,
})
const STAFFED = { districtStaffInOffice: true }
const answer = (actor: Actor, what: Grant, act: GrantAct, founding = STAFFED, reason = '理由') => {
  const decision = decideGrantAct(actor, what, act, founding, reason)
  return decision.allowed ? 'allowed' : decision.code
}

describe('the workflow of a grant', () => {
  const STEPS: readonly [GrantState, GrantAct, GrantState][] = [
    ['proposed', 'confirm', 'granted'],
    ['proposed', 'refuse', 'refused'],
    ['granted', 'end', 'ended'],
  ]

  it.each(GRANT_ACT_NAMES.flatMap((act) => GRANT_STATES.map((from) => [act, from] as const)))(
    'says of "%s" on one that is %s what was written down',
    (act, from) => {
      const expected = STEPS.find((row) => row[0] === from && row[1] === act)?.[2]
      const able = answer(
        holding('second', 'administrator', 'district_staff'),
        grant('administrator', { state: from }),
        act,
      )
      expect(able === 'allowed' ? GRANT_ACTS[act].to : undefined).toBe(expected)
      if (!expected) expect(able).toBe('STATE_CHANGED')
    },
  )

  it('asks why it is refused or ended', () => {
    const second = holding('second', 'administrator')
    expect(answer(second, grant('administrator'), 'refuse', STAFFED, '')).toBe('REASON_REQUIRED')
    expect(answer(second, grant('administrator', { state: 'granted' }), 'end', STAFFED, '')).toBe(
      'REASON_REQUIRED',
    )
    expect(answer(second, grant('administrator'), 'confirm', STAFFED, '')).toBe('allowed')
  })

  it('lets the holder resign, and whoever grants the role end it', () => {
    const inForce = grant('grid_worker', { state: 'granted' })
    expect(answer(holding('candidate'), inForce, 'end')).toBe('allowed')
    expect(answer(holding('any staff', 'community_staff'), inForce, 'end')).toBe('allowed')
    expect(answer(holding('administrator', 'administrator'), inForce, 'end')).toBe('NOT_ALLOWED')
  })

  it('does not exist for a stranger, whatever its state', () => {
    for (const role of ROLES)
      for (const state of GRANT_STATES)
        for (const act of GRANT_ACT_NAMES) {
          expect(answer(holding('stranger'), grant(role, { state }), act)).toBe('NOT_FOUND')
          expect(
            answer(holding('stranger', ...OFFICES), grant(role, { state, jurisdiction: ['there'] }), act),
          ).toBe('NOT_FOUND')
        }
  })

  it('is seen by its holder, those who grant it, the secretary and the administrator', () => {
    const seers = OFFICES.filter((office) => mayReadGrant(holding('reader', office), grant('property_staff')))
    expect([...seers].sort()).toEqual(['administrator', 'community_secretary', 'community_staff', 'lead'])
    expect(mayReadGrant(holding('candidate'), grant('property_staff'))).toBe(true)
  })

  it('shows as buttons exactly what the server will allow once a reason is given', () => {
    const people = fc.constantFrom('candidate', 'proposer', 'another')
    fc.assert(
      fc.property(
        people,
        fc.subarray([...OFFICES]),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...GRANT_STATES),
        fc.boolean(),
        (who, offices, role, state, districtStaffInOffice) => {
          const actor = holding(who, ...offices)
          const subject = grant(role, { state })
          const allowed = GRANT_ACT_NAMES.filter(
            (act) => answer(actor, subject, act, { districtStaffInOffice }) === 'allowed',
          )
          expect(grantActsFor(actor, subject, { districtStaffInOffice })).toEqual(allowed)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has words for every state', () => {
    expect(GRANT_STATES.every((state) => /^\p{Script=Han}+$/u.test(GRANT_STATE_LABELS[state]))).toBe(true)
  })
})
