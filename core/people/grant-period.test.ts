import type { Actor } from '../permissions'
import { canPropose } from './grant'

const STAFF: Actor = {
  personId: 'granter',
  homes: [],
  roles: [{ role: 'community_staff', placeId: 'here', isLead: false }],
}

describe('the period of a grant', () => {
  const from = (startsAt: string, endsAt: string) => {
    const decision = canPropose(STAFF, {
      personId: 'candidate',
      role: 'building_head',
      placeKind: 'building',
      isLead: false,
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      jurisdiction: ['above', 'here'],
    })
    return decision.allowed ? 'allowed' : decision.code
  }

  it.each([
    ['allowed', 'five years to the millisecond', '2026-11-20T02:00:00.000Z', '2031-11-20T02:00:00.000Z'],
    ['GRANT_PERIOD_INVALID', 'one millisecond more', '2026-11-20T02:00:00.000Z', '2031-11-20T02:00:00.001Z'],
    [
      'allowed',
      'from a leap day in Shanghai to the end of its February',
      '2028-02-28T16:00:00.000Z',
      '2033-02-27T16:00:00.000Z',
    ],
    [
      'GRANT_PERIOD_INVALID',
      'from a leap day to 1 March',
      '2028-02-28T16:00:00.000Z',
      '2033-02-28T16:00:00.000Z',
    ],
    ['allowed', 'a millisecond', '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.001Z'],
    ['GRANT_PERIOD_INVALID', 'no time at all', '2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z'],
    ['GRANT_PERIOD_INVALID', 'backwards', '2026-11-20T02:00:00.000Z', '2026-11-19T02:00:00.000Z'],
  ])('is %s for %s', (expected, _what, startsAt, endsAt) => {
    expect(from(startsAt, endsAt)).toBe(expected)
  })
})
