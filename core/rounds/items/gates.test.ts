import fc from 'fast-check'
import { isGateMet } from '../gates'
import { actionGate, evaluationGate } from './gates'
import { isPossibleDue, ITEM_REMINDERS, itemRemindedAt } from './periods'

it('the action ends when no item is open, and says how many are', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), (done, open) => {
      const gate = actionGate({ items: done + open, open })
      expect(isGateMet(gate)).toBe(open === 0)
      if (open > 0) expect(gate[0]?.words).toContain(String(open))
    }),
  )
})

it('the evaluation ends when every item was rated and a lesson was written', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(3), (rated, unrated, lessons) => {
      const gate = evaluationGate({ items: rated + unrated, unrated, lessons })
      expect(isGateMet(gate)).toBe(unrated === 0 && lessons > 0)
    }),
  )
})

describe('the day of an item', () => {
  const now = new Date('2026-11-18T02:00:00.000Z')

  it.each([
    ['2026-11-17', false],
    ['2026-11-18', true],
    ['2028-11-18', true],
    ['2028-11-19', false],
  ])('%s', (day, possible) => {
    expect(isPossibleDue(day, now)).toBe(possible)
  })

  it('is reminded of two days before and on it, at nine in Shanghai', () => {
    expect(ITEM_REMINDERS.map((one) => itemRemindedAt('2026-12-01', one).toISOString())).toEqual([
      '2026-11-29T01:00:00.000Z',
      '2026-12-01T01:00:00.000Z',
    ])
  })
})
