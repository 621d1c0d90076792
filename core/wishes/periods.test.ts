import fc from 'fast-check'
import { endOfDays } from '../calendar'
import {
  clockDueAt,
  decideWishClock,
  isPossibleDay,
  offerLapsesAt,
  secondsNeeded,
  standsUntil,
  WISH_DEEDS,
} from '.'
import { claimed, NOW, wish } from './wish-cast.property'

const after = (at: Date, ms: number) => new Date(at.getTime() + ms)

describe('the clock of a wish', () => {
  // Each with the wish it is about, and the end of its days as domain.md 4 counts them: the first not counted.
  const HAND = {
    no_contact: [claimed(), '2026-11-25T16:00:00.000Z'],
    no_delivery: [claimed({ contactedAt: NOW }), '2026-12-18T16:00:00.000Z'],
    member_gone: [claimed({ memberLeftAt: NOW }), '2026-11-25T16:00:00.000Z'],
    ask_again: [claimed({ state: 'delivered', deliveredAt: NOW }), '2026-11-25T16:00:00.000Z'],
    expire: [wish({ standsUntil: standsUntil(NOW, null) }), '2027-02-16T16:00:00.000Z'],
  } as const

  it.each(WISH_DEEDS)('%s comes at its instant, not a moment before', (act) => {
    const [given, due] = HAND[act]
    const dueAt = new Date(due)
    expect(clockDueAt(given, act)?.toISOString()).toBe(due)
    expect(decideWishClock(given, act, after(dueAt, -1))).toMatchObject({ code: 'ACT_NOT_POSSIBLE' })
    expect(decideWishClock(given, act, dueAt).allowed).toBe(true)
    expect(decideWishClock(given, act, after(dueAt, 1)).allowed).toBe(true)
  })

  it.each([
    ['no_contact', claimed({ contactedAt: NOW })],
    ['member_gone', claimed()],
    ['ask_again', claimed({ state: 'delivered', deliveredAt: NOW, askedAgainAt: NOW })],
    ['expire', claimed()],
    ['no_delivery', wish()],
  ] as const)('%s does nothing once it was overtaken', (act, given) => {
    expect(clockDueAt(given, act)).toBeNull()
    expect(decideWishClock(given, act, after(NOW, 1e12))).toMatchObject({ code: 'STATE_CHANGED' })
  })

  it('lets an offer lapse after 48 hours', () => {
    expect(offerLapsesAt(NOW).toISOString()).toBe('2026-11-20T02:00:00.000Z')
  })
})

describe('the day by which it is wanted', () => {
  it('ends the wish when that comes first', () => {
    expect(standsUntil(NOW, '2026-11-30').toISOString()).toBe('2026-11-30T16:00:00.000Z')
    expect(standsUntil(NOW, '2028-01-01')).toEqual(endOfDays(NOW, 90))
  })

  it('is today or later, and not later than a wish stands', () => {
    expect(
      ['2026-11-17', '2026-11-18', '2027-02-16', '2027-02-17'].map((day) => isPossibleDay(day, NOW)),
    ).toEqual([false, true, true, false])
  })

  it('leaves any possible day some time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.date({ min: NOW, max: after(NOW, 1e12), noInvalidDate: true }),
        (days, now) => {
          const day = new Date(now.getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
          expect(isPossibleDay(day, now)).toBe(true)
          expect(standsUntil(now, day) > now).toBe(true)
        },
      ),
    )
  })
})

describe('homes that must want it too', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [8, 4],
    [9, 5],
    [10, 5],
    [5000, 5],
  ])('of %d are %d', (homes, needed) => {
    expect(secondsNeeded(homes)).toBe(needed)
  })
})
