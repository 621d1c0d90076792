import fc from 'fast-check'
import { dateOf, endOfDays, startOfDay } from '../calendar'
import {
  closesAtAfterDelay,
  closesAtOf,
  earliestOpening,
  isPossibleSpan,
  isTooFarAhead,
  leavesNotice,
  noticeDaysOf,
  opensAtOf,
  resultDueAt,
  resultObjectionsEndAt,
  rollDecisionDueAt,
  rollObjectionsEndAt,
  voteRemindAt,
} from './periods'
import type { VoteRule } from './rules'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const PLACES = { building: 'building', community: 'community' }
const kindOf = (rule: VoteRule, placeId = PLACES.building) => ({
  communityId: PLACES.community,
  placeId,
  rules: [rule],
})
const OWNERS = kindOf('owners_special')
const BUILDING = kindOf('households')
const COMMUNITY = kindOf('households', PLACES.community)
/** An instant by the wall clock in Shanghai. */
const at = (wall: string) => new Date(`${wall}+08:00`)
const iso = (instant: Date) => instant.toISOString()

/** Instants on both sides of each edge there is: months, years, the leap day, midnight. */
const EDGES = {
  'an ordinary morning': '2026-11-18T10:00:00.000',
  'the last moment of a day': '2026-11-18T23:59:59.999',
  'the first moment of the next': '2026-11-19T00:00:00.000',
  'eight in the morning, when UTC begins its day': '2026-11-19T08:00:00.000',
  'the last moment of a year': '2026-12-31T23:59:59.999',
  'the first moment of a year': '2027-01-01T00:00:00.000',
  'late December': '2026-12-20T12:00:00.000',
  'before a leap day': '2028-02-27T20:00:00.000',
  'on a leap day': '2028-02-29T23:59:59.999',
  'before the end of a February without one': '2027-02-27T20:00:00.000',
  'the end of a month of 30 days': '2026-11-30T12:00:00.000',
  'the end of a month of 31 days': '2027-01-31T12:00:00.000',
} as const
type Edge = keyof typeof EDGES
const everyEdge = Object.keys(EDGES) as Edge[]

/** The day after the last of so many days, the first not counted: reckoned by hand. */
type Reckoned = Record<Edge, string>
const AFTER_3: Reckoned = {
  'an ordinary morning': '2026-11-22',
  'the last moment of a day': '2026-11-22',
  'the first moment of the next': '2026-11-23',
  'eight in the morning, when UTC begins its day': '2026-11-23',
  'the last moment of a year': '2027-01-04',
  'the first moment of a year': '2027-01-05',
  'late December': '2026-12-24',
  'before a leap day': '2028-03-02',
  'on a leap day': '2028-03-04',
  'before the end of a February without one': '2027-03-03',
  'the end of a month of 30 days': '2026-12-04',
  'the end of a month of 31 days': '2027-02-04',
}
const AFTER_5: Reckoned = {
  'an ordinary morning': '2026-11-24',
  'the last moment of a day': '2026-11-24',
  'the first moment of the next': '2026-11-25',
  'eight in the morning, when UTC begins its day': '2026-11-25',
  'the last moment of a year': '2027-01-06',
  'the first moment of a year': '2027-01-07',
  'late December': '2026-12-26',
  'before a leap day': '2028-03-04',
  'on a leap day': '2028-03-06',
  'before the end of a February without one': '2027-03-05',
  'the end of a month of 30 days': '2026-12-06',
  'the end of a month of 31 days': '2027-02-06',
}
const AFTER_7: Reckoned = {
  'an ordinary morning': '2026-11-26',
  'the last moment of a day': '2026-11-26',
  'the first moment of the next': '2026-11-27',
  'eight in the morning, when UTC begins its day': '2026-11-27',
  'the last moment of a year': '2027-01-08',
  'the first moment of a year': '2027-01-09',
  'late December': '2026-12-28',
  'before a leap day': '2028-03-06',
  'on a leap day': '2028-03-08',
  'before the end of a February without one': '2027-03-07',
  'the end of a month of 30 days': '2026-12-08',
  'the end of a month of 31 days': '2027-02-08',
}
const AFTER_10: Reckoned = {
  'an ordinary morning': '2026-11-29',
  'the last moment of a day': '2026-11-29',
  'the first moment of the next': '2026-11-30',
  'eight in the morning, when UTC begins its day': '2026-11-30',
  'the last moment of a year': '2027-01-11',
  'the first moment of a year': '2027-01-12',
  'late December': '2026-12-31',
  'before a leap day': '2028-03-09',
  'on a leap day': '2028-03-11',
  'before the end of a February without one': '2027-03-10',
  'the end of a month of 30 days': '2026-12-11',
  'the end of a month of 31 days': '2027-02-11',
}
const AFTER_15: Reckoned = {
  'an ordinary morning': '2026-12-04',
  'the last moment of a day': '2026-12-04',
  'the first moment of the next': '2026-12-05',
  'eight in the morning, when UTC begins its day': '2026-12-05',
  'the last moment of a year': '2027-01-16',
  'the first moment of a year': '2027-01-17',
  'late December': '2027-01-05',
  'before a leap day': '2028-03-14',
  'on a leap day': '2028-03-16',
  'before the end of a February without one': '2027-03-15',
  'the end of a month of 30 days': '2026-12-16',
  'the end of a month of 31 days': '2027-02-16',
}
const midnight = (date: string) => at(`${date}T00:00:00.000`)

describe('the days of notice', () => {
  it.each<[string, ReturnType<typeof kindOf>, number]>([
    ['owners’ decisions', OWNERS, 15],
    ['owners’ ordinary decisions', kindOf('owners_ordinary'), 15],
    ['what all owners must approve', kindOf('owners_unanimous'), 15],
    ['what the community decides', COMMUNITY, 10],
    ['what the community is asked', kindOf('poll', PLACES.community), 10],
    ['what a building decides', BUILDING, 3],
    ['what a building is asked', kindOf('poll'), 3],
    [
      'owners’ decisions even of the community: the longer ones',
      kindOf('owners_special', PLACES.community),
      15,
    ],
  ])('of %s', (_what, vote, days) => {
    expect(noticeDaysOf(vote)).toBe(days)
  })

  it('are the longest of several items', () => {
    expect(noticeDaysOf({ ...BUILDING, rules: ['poll', 'owners_ordinary', 'households'] })).toBe(15)
  })

  it.each(everyEdge)('end before the first day of voting, given on %s', (edge) => {
    const given = at(EDGES[edge])
    expect(earliestOpening(BUILDING, given)).toBe(AFTER_3[edge])
    expect(earliestOpening(COMMUNITY, given)).toBe(AFTER_10[edge])
    expect(earliestOpening(OWNERS, given)).toBe(AFTER_15[edge])
  })

  it.each(everyEdge)('are enough on that day and not the day before, given on %s', (edge) => {
    const given = at(EDGES[edge])
    for (const vote of [BUILDING, COMMUNITY, OWNERS]) {
      const first = earliestOpening(vote, given)
      const dayBefore = dateOf(new Date(startOfDay(first).getTime() - 1))
      expect(leavesNotice(vote, first, given)).toBe(true)
      expect(leavesNotice(vote, dayBefore, given)).toBe(false)
    }
  })

  it('are whole days before voting begins, whenever notice is given', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom(BUILDING, COMMUNITY, OWNERS), (given, vote) => {
        const left = opensAtOf(earliestOpening(vote, given)).getTime() - given.getTime()
        expect(left).toBeGreaterThan(noticeDaysOf(vote) * DAY)
        expect(left).toBeLessThanOrEqual((noticeDaysOf(vote) + 1) * DAY)
      }),
    )
  })
})

describe('voting', () => {
  it('begins with its first day and ends on its last at eight in the evening, as Shanghai has it', () => {
    expect(iso(opensAtOf('2026-11-22'))).toBe('2026-11-21T16:00:00.000Z')
    expect(iso(closesAtOf('2026-11-28'))).toBe('2026-11-28T12:00:00.000Z')
    expect(iso(opensAtOf('2027-01-01'))).toBe('2026-12-31T16:00:00.000Z')
    expect(iso(closesAtOf('2028-02-29'))).toBe('2028-02-29T12:00:00.000Z')
    expect(iso(closesAtOf('2026-12-31'))).toBe('2026-12-31T12:00:00.000Z')
  })

  it.each([
    ['one day', '2026-11-22', '2026-11-22', true],
    ['over New Year', '2026-12-30', '2027-01-02', true],
    ['over a leap day', '2028-02-28', '2028-03-01', true],
    ['sixty days on', '2026-11-22', '2027-01-21', true],
    ['sixty-one days on', '2026-11-22', '2027-01-22', false],
    ['sixty days on over a leap day', '2028-01-31', '2028-03-31', true],
    ['sixty-one days on over a leap day', '2028-01-31', '2028-04-01', false],
    ['ending before it begins', '2026-11-22', '2026-11-21', false],
  ])('lasts %s: %s to %s is %s', (_what, opensOn, closesOn, isPossible) => {
    expect(isPossibleSpan(opensOn, closesOn)).toBe(isPossible)
  })

  it('is announced at most 180 days ahead, counted from the day in Shanghai', () => {
    expect(isTooFarAhead('2027-05-17', at('2026-11-18T00:00:00.000'))).toBe(false)
    expect(isTooFarAhead('2027-05-18', at('2026-11-18T23:59:59.999'))).toBe(true)
    expect(isTooFarAhead('2027-05-18', at('2026-11-19T00:00:00.000'))).toBe(false)
  })

  it('reminds a day before its end, but not before it has begun', () => {
    expect(voteRemindAt(opensAtOf('2026-11-22'), closesAtOf('2026-11-28'))).toEqual(at('2026-11-27T20:00:00'))
    expect(voteRemindAt(opensAtOf('2026-12-31'), closesAtOf('2027-01-01'))).toEqual(at('2026-12-31T20:00:00'))
    expect(voteRemindAt(opensAtOf('2026-11-22'), closesAtOf('2026-11-22'))).toBeNull()
    const closes = at('2026-11-28T20:00:00')
    expect(voteRemindAt(new Date(closes.getTime() - DAY), closes)).toBeNull()
    expect(voteRemindAt(new Date(closes.getTime() - DAY - 1), closes)).toEqual(at('2026-11-27T20:00:00'))
  })
})

describe('objections to the roll', () => {
  it.each(everyEdge)('are taken for five days, from %s', (edge) => {
    const given = at(EDGES[edge])
    expect(rollObjectionsEndAt(given, endOfDays(given, 15))).toEqual(midnight(AFTER_5[edge]))
  })

  it.each(everyEdge)('are never taken beyond the opening, noticed on %s', (edge) => {
    const given = at(EDGES[edge])
    const opens = opensAtOf(earliestOpening(BUILDING, given))
    expect(rollObjectionsEndAt(given, opens)).toEqual(opens)
    expect(rollObjectionsEndAt(given, midnight(AFTER_5[edge]))).toEqual(midnight(AFTER_5[edge]))
  })

  it.each(everyEdge)('are decided within three days, made on %s', (edge) => {
    expect(rollDecisionDueAt(at(EDGES[edge]))).toEqual(midnight(AFTER_3[edge]))
  })
})

describe('the result', () => {
  it.each(everyEdge)('is posted within three days of the end on %s', (edge) => {
    expect(resultDueAt(at(EDGES[edge]))).toEqual(midnight(AFTER_3[edge]))
  })

  it.each(everyEdge)(
    'may be objected to for seven days, fifteen where the community voted, from %s',
    (edge) => {
      const posted = at(EDGES[edge])
      expect(resultObjectionsEndAt(BUILDING, posted)).toEqual(midnight(AFTER_7[edge]))
      expect(resultObjectionsEndAt(OWNERS, posted)).toEqual(midnight(AFTER_7[edge]))
      expect(resultObjectionsEndAt(COMMUNITY, posted)).toEqual(midnight(AFTER_15[edge]))
    },
  )
})

describe('an opening that waited', () => {
  const closes = closesAtOf('2026-12-31')
  const planned = opensAtOf('2026-12-25')

  it.each([
    ['not at all', '2026-12-25T00:00:00.000', '2026-12-31T20:00:00.000'],
    ['for hours of the same day', '2026-12-25T23:59:59.999', '2026-12-31T20:00:00.000'],
    ['past midnight', '2026-12-26T00:00:00.000', '2027-01-01T20:00:00.000'],
    ['two days', '2026-12-27T15:00:00.000', '2027-01-02T20:00:00.000'],
    ['over New Year', '2027-01-02T09:00:00.000', '2027-01-08T20:00:00.000'],
    ['less than nothing', '2026-12-24T12:00:00.000', '2026-12-31T20:00:00.000'],
  ])('%s ends as many days later, at the same hour', (_how, opened, ends) => {
    expect(closesAtAfterDelay(planned, at(opened), closes)).toEqual(at(ends))
  })

  it('moves the end over a leap day by a day, not by two', () => {
    const end = closesAtAfterDelay(
      opensAtOf('2028-02-20'),
      at('2028-02-22T10:00:00'),
      closesAtOf('2028-02-28'),
    )
    expect(end).toEqual(at('2028-03-01T20:00:00'))
  })

  it('leaves as many days for voting as were announced, and always ends at eight', () => {
    const days = fc.nat(59)
    fc.assert(
      fc.property(days, fc.nat(90 * DAY), (span, late) => {
        const end = new Date(planned.getTime() + span * DAY + 20 * HOUR)
        const opened = new Date(planned.getTime() + late)
        const moved = closesAtAfterDelay(planned, opened, end)
        expect(iso(moved).slice(11)).toBe('12:00:00.000Z')
        expect(startOfDay(dateOf(moved)).getTime() - startOfDay(dateOf(opened)).getTime()).toBe(span * DAY)
      }),
    )
  })
})
