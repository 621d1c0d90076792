import fc from 'fast-check'
import { dateOf } from '../calendar'
import { isRoundOpen, ROUND_STATES, roundClockDueAt } from '.'

const TOUCHED = new Date('2026-11-18T02:00:00.000Z')
const IDLE_SINCE = new Date('2027-01-17T16:00:00.000Z')
const lastDay = (due: Date | null) => due && dateOf(new Date(due.getTime() - 1))

describe('a round in which nothing happens', () => {
  it('is idle after sixty days', () => {
    const round = { state: 'discussion', idleAt: null, touchedAt: TOUCHED } as const
    expect(lastDay(roundClockDueAt(round, 'idle'))).toBe('2027-01-17')
    expect(roundClockDueAt(round, 'abandon')).toBeNull()
  })

  it('ends when nobody takes it over within fourteen days', () => {
    const round = { state: 'discussion', idleAt: IDLE_SINCE, touchedAt: TOUCHED } as const
    expect(lastDay(roundClockDueAt(round, 'abandon'))).toBe('2027-02-01')
    expect(roundClockDueAt(round, 'idle')).toBeNull()
  })

  it('is on the clock for exactly one of both while it is open, for none once it is over', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROUND_STATES), fc.option(fc.constant(IDLE_SINCE)), (state, idle) => {
        const due = (['idle', 'abandon'] as const).filter(
          (act) => roundClockDueAt({ state, idleAt: idle, touchedAt: TOUCHED }, act) !== null,
        )
        expect(due).toHaveLength(isRoundOpen(state) ? 1 : 0)
      }),
    )
  })
})
