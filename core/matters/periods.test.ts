import fc from 'fast-check'
import type { Actor } from '../permissions'
import {
  answerEndsAt,
  decideAct,
  decideCloseUnconfirmed,
  decideReviewDay,
  decideReviewDue,
  deferralNeedsGrant,
  MATTER_STATES,
  newMatter,
  type Matter,
  type PersonAct,
} from '.'
import { always } from './walks.property'
import { shanghaiDay } from './walks-cast.property'

/** Friday 10:00 in Shanghai. */
const NOW = new Date('2026-11-20T02:00:00Z')
const REPORTER: Actor = {
  personId: 'reporter',
  roles: [],
  homes: [{ homeId: 'home', path: ['community', 'home'], relation: 'tenant', isAdult: true, since: NOW }],
}
const matter = (particulars: Partial<Matter>): Matter =>
  newMatter('stair_lamp', {
    channel: 'resident',
    level: 'grid',
    gridId: 'grid',
    communityId: 'community',
    jurisdiction: ['district', 'community', 'grid'],
    changedAt: NOW,
    reporterId: 'reporter',
    ...particulars,
  })
const resolved = (particulars: Partial<Matter> = {}) =>
  matter({ state: 'resolved', outcome: 'fixed', resolvedAt: NOW, handlerIds: ['plumber'], ...particulars })
const closed = (particulars: Partial<Matter> = {}) =>
  resolved({ state: 'closed', closedAt: NOW, ...particulars })
const answer = (subject: Matter, act: PersonAct, now: Date) => {
  const decision = decideAct(REPORTER, subject, act, now)
  return decision.allowed ? 'allowed' : decision.code
}

describe('the reporter’s seven days to answer', () => {
  const LAST_MOMENT = new Date('2026-11-27T15:59:59.999Z')
  const OVER = new Date('2026-11-27T16:00:00.000Z')

  it('end with the seventh calendar day in Shanghai, the day of the result not counted', () => {
    expect(answerEndsAt(new Date('2026-11-19T16:00:00.000Z'))).toEqual(OVER)
    expect(answerEndsAt(new Date('2026-11-20T15:59:59.999Z'))).toEqual(OVER)
    expect(answerEndsAt(new Date('2026-11-20T16:00:00.000Z'))).toEqual(new Date('2026-11-28T16:00:00.000Z'))
  })

  it('must be over before the clock closes it unconfirmed', () => {
    expect(decideCloseUnconfirmed(resolved(), LAST_MOMENT)).toEqual({
      allowed: false,
      code: 'ACT_NOT_POSSIBLE',
    })
    expect(decideCloseUnconfirmed(resolved(), OVER)).toEqual({ allowed: true })
  })

  it('keep the clock away from what was answered, has no result, is not resolved, or whose reporter is nobody or a handler', () => {
    for (const kept of [
      resolved({ answered: true }),
      resolved({ resolvedAt: null }),
      resolved({ reporterId: null }),
      resolved({ handlerIds: ['reporter'] }),
    ])
      expect(decideCloseUnconfirmed(kept, OVER).allowed).toBe(false)
    const others = MATTER_STATES.filter((state) => state !== 'resolved')
    expect(others.filter((state) => decideCloseUnconfirmed(resolved({ state }), OVER).allowed)).toEqual([])
  })

  it.each(['confirm', 'dispute'] as const)(
    'let the reporter %s late what others closed, but only inside them',
    (act) => {
      expect(answer(closed(), act, LAST_MOMENT)).toBe('allowed')
      expect(answer(closed(), act, OVER)).toBe('ANSWER_PERIOD_OVER')
      expect(answer(closed({ answered: true }), act, LAST_MOMENT)).toBe('STATE_CHANGED')
    },
  )

  it.each(['confirm', 'dispute'] as const)(
    'do not stop a reporter from %s while nobody has closed it',
    (act) => {
      expect(answer(resolved(), act, new Date('2027-11-20T00:00:00Z'))).toBe('allowed')
    },
  )
})

describe('the fourteen days of second thought', () => {
  const LAST_MOMENT = new Date('2026-12-04T15:59:59.999Z')
  const OVER = new Date('2026-12-04T16:00:00.000Z')

  it.each<[PersonAct, Matter]>([
    ['ask_review', matter({ state: 'declined' })],
    ['unmerge', matter({ state: 'merged', mergedInto: 'other', mergedAt: NOW })],
    ['reopen', closed()],
  ])('%s is possible until the end of the fourteenth day in Shanghai', (act, subject) => {
    expect(answer(subject, act, LAST_MOMENT)).toBe('allowed')
    expect(answer(subject, act, OVER)).toBe('SECOND_THOUGHT_OVER')
  })
})

describe('how long a matter is put off', () => {
  const day = (reviewOn: string, act: 'defer' | 'ask_deferral', deferrals = 0) => {
    const decision = decideReviewDay({ deferrals }, act, reviewOn, NOW)
    return decision.allowed ? 'allowed' : decision.code
  }

  it('is the lead’s own for thirty days, once', () => {
    expect(day('2026-11-21', 'defer')).toBe('allowed')
    expect(day('2026-12-20', 'defer')).toBe('allowed')
    expect(day('2026-12-21', 'defer')).toBe('DEFERRAL_NEEDS_GRANT')
    expect(day('2026-11-21', 'defer', 1)).toBe('DEFERRAL_NEEDS_GRANT')
  })

  it('may be asked for longer, and again, up to half a year', () => {
    expect(day('2026-12-21', 'ask_deferral')).toBe('allowed')
    expect(day('2027-05-19', 'ask_deferral', 3)).toBe('allowed')
    expect(day('2027-05-20', 'ask_deferral')).toBe('REVIEW_DAY_WRONG')
  })

  it('is never until today or before', () => {
    for (const act of ['defer', 'ask_deferral'] as const)
      for (const reviewOn of ['2026-11-20', '2026-11-19', '1970-01-01'])
        expect(day(reviewOn, act)).toBe('REVIEW_DAY_WRONG')
  })

  it('needs a grant exactly when the lead may not decide it alone', () => {
    const offset = fc.integer({ min: 1, max: 180 })
    fc.assert(
      fc.property(offset, fc.nat(3), (days, deferrals) => {
        const reviewOn = new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10)
        const alone = day(reviewOn, 'defer', deferrals) === 'allowed'
        expect(deferralNeedsGrant(deferrals, reviewOn, NOW)).toBe(!alone)
      }),
    )
  })

  it('ends by the clock when its day begins in Shanghai, not before', () => {
    const subject = matter({ state: 'deferred', reviewAt: new Date('2026-11-24T16:00:00.000Z') })
    expect(decideReviewDue(subject, new Date('2026-11-24T15:59:59.999Z'))).toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    expect(decideReviewDue(subject, new Date('2026-11-24T16:00:00.000Z'))).toEqual({ allowed: true })
    expect(decideReviewDue({ ...subject, state: 'in_progress' }, NOW)).toMatchObject({
      code: 'STATE_CHANGED',
    })
  })
})

describe('whatever anybody tries, in any order, at any time', () => {
  const daysFrom = (since: Date | null, at: Date) => shanghaiDay(at) - shanghaiDay(since as Date)

  it('nothing closes unconfirmed before the end of the seventh day, and no review comes before its day', () => {
    always(({ act, at, before }) => {
      if (act === 'close_unconfirmed') expect(daysFrom(before.resolvedAt, at)).toBeGreaterThan(7)
      if (act === 'review_due') expect(daysFrom(before.reviewAt, at)).toBeGreaterThanOrEqual(0)
    })
  })

  it('a closed matter moves only by its reporter’s late answer in seven days, once, a reopening in fourteen, or an inspection', () => {
    always(({ act, by, at, before }) => {
      if (before.state !== 'closed' || ['absorb', 'let_go'].includes(act)) return
      if (act.startsWith('reinspect')) return expect(before.reinspectAt).not.toBeNull()
      expect(by?.personId).toBe(before.reporterId)
      if (act === 'reopen') return expect(daysFrom(before.closedAt, at)).toBeLessThanOrEqual(14)
      expect([before.answered, daysFrom(before.resolvedAt, at) <= 7]).toEqual([false, true])
    })
  })

  it('nobody has second thoughts after fourteen days', () => {
    always(({ act, at, before }) => {
      if (act === 'ask_review') expect(daysFrom(before.changedAt, at)).toBeLessThanOrEqual(14)
      if (act === 'unmerge') expect(daysFrom(before.mergedAt, at)).toBeLessThanOrEqual(14)
    })
  })

  it('the lead alone puts a matter off once, from tomorrow to thirty days from now', () => {
    always(({ act, at, before, after }) => {
      if (act !== 'defer') return
      expect(before.deferrals).toBe(0)
      expect(daysFrom(at, after.reviewAt as Date)).toBeGreaterThanOrEqual(1)
      expect(daysFrom(at, after.reviewAt as Date)).toBeLessThanOrEqual(30)
    })
  })
})
