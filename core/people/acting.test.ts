import { ROLES, type Actor, type HeldRole, type Role } from '../permissions'
import { canPropose, decideActing, mayBeActing } from './grant'
import { GRANT_RULES } from './grant-rules'

/** Elected or appointed offices without which nothing goes on; written down by hand. */
const ACTED: Role[] = [
  'building_head',
  'grid_worker',
  'grid_chief',
  'community_staff',
  'residents_committee',
  'community_secretary',
]

const by = (role: Role): Actor => ({
  personId: 'granter',
  homes: [],
  roles: [{ role, placeId: 'here', isLead: true } satisfies HeldRole],
})

function acting(role: Role, startsAt: string, endsAt: string): string {
  const rule = GRANT_RULES[role]
  const granter = rule?.proposedBy[0]
  const placeKind = rule?.at[0]
  if (!granter || !placeKind) return 'nobody grants it'
  const decision = canPropose(by(granter), {
    personId: 'candidate',
    role,
    placeKind,
    isLead: false,
    isActing: true,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    jurisdiction: ['here'],
  })
  return decision.allowed ? 'allowed' : decision.code
}

describe('acting in a vacant office', () => {
  it.each(ROLES)('%s: only where the level above may leave it to somebody for a while', (role) => {
    expect(mayBeActing(role)).toBe(ACTED.includes(role))
    if (ACTED.includes(role))
      expect(acting(role, '2026-11-20T02:00:00Z', '2026-12-20T02:00:00Z')).toBe('allowed')
  })

  it('is refused where the law knows nobody who acts: an owners’ committee is elected anew', () => {
    expect(acting('owners_committee', '2026-11-20T02:00:00Z', '2026-12-20T02:00:00Z')).toBe(
      'GRANT_ACTING_NOT_HERE',
    )
  })

  it.each([
    ['allowed', '2026-11-20T02:00:00.000Z', '2027-05-20T02:00:00.000Z'],
    ['GRANT_ACTING_TOO_LONG', '2026-11-20T02:00:00.000Z', '2027-05-20T02:00:00.001Z'],
    // From 31 August to the last of February, in Shanghai.
    ['allowed', '2026-08-31T02:00:00.000Z', '2027-02-28T02:00:00.000Z'],
    ['GRANT_ACTING_TOO_LONG', '2026-08-31T02:00:00.000Z', '2027-03-01T02:00:00.000Z'],
    ['GRANT_PERIOD_INVALID', '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z'],
  ])('is %s from %s to %s: six months', (outcome, startsAt, endsAt) => {
    expect(acting('building_head', startsAt, endsAt)).toBe(outcome)
  })

  it('waits until the office is vacant', () => {
    expect(decideActing(0)).toEqual({ allowed: true })
    expect(decideActing(1)).toMatchObject({ allowed: false, code: 'GRANT_NOT_VACANT' })
  })
})
