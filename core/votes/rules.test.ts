import fc from 'fast-check'
import { compareToShare } from './weight'
import { leads, meetsMajority, meetsTurnout, VOTE_RULE_NAMES, winsSeat, type VoteRule } from './rules'

const w = (persons: number, areaCentiM2 = 0) => ({ persons, areaCentiM2 })

describe('a turnout', () => {
  it.each<[VoteRule, string, number, number, number, number, boolean]>([
    ['owners_ordinary', 'exactly two thirds', 2, 200, 3, 300, true],
    ['owners_ordinary', 'a hundredth of a m² less', 2, 199, 3, 300, false],
    ['owners_ordinary', 'one person less', 1, 200, 3, 300, false],
    ['owners_special', 'exactly two thirds', 2, 200, 3, 300, true],
    ['owners_unanimous', 'all', 3, 300, 3, 300, true],
    ['owners_unanimous', 'all but one', 2, 299, 3, 300, false],
    ['households', 'exactly one half', 1, 0, 2, 0, false],
    ['households', 'more than one half, whatever its area', 2, 1, 3, 300, true],
    ['seats', 'exactly one half', 5, 0, 10, 0, false],
    ['seats', 'more than one half', 6, 0, 10, 0, true],
    ['poll', 'all: nothing is decided', 3, 300, 3, 300, false],
  ])('under %s: %s', (rule, _name, persons, area, allPersons, allArea, met) => {
    expect(meetsTurnout(rule, w(persons, area), w(allPersons, allArea))).toBe(met)
  })

  it.each(VOTE_RULE_NAMES)('under %s is never met by an empty electorate', (rule) => {
    expect(meetsTurnout(rule, w(0), w(0))).toBe(false)
  })
})

describe('a majority', () => {
  it.each<[VoteRule, string, number, number, number, number, boolean]>([
    ['owners_ordinary', 'exactly one half', 1, 100, 2, 200, false],
    ['owners_ordinary', 'more by persons, half by area', 2, 150, 3, 300, false],
    ['owners_ordinary', 'more by both', 2, 151, 3, 300, true],
    ['owners_special', 'exactly three quarters', 3, 300, 4, 400, true],
    ['owners_special', 'a hundredth of a m² less', 3, 299, 4, 400, false],
    ['owners_unanimous', 'all', 2, 200, 2, 200, true],
    ['owners_unanimous', 'all but one', 1, 200, 2, 200, false],
    ['households', 'more homes with less area', 2, 1, 3, 300, true],
    ['seats', 'all', 2, 2, 2, 2, false],
  ])('under %s: %s', (rule, _name, persons, area, allPersons, allArea, met) => {
    expect(meetsMajority(rule, w(persons, area), w(allPersons, allArea))).toBe(met)
  })

  it('of a seat is more than one half', () => {
    expect([winsSeat(w(5), w(10)), winsSeat(w(6), w(10))]).toEqual([false, true])
  })

  it('leads by area too where area decides', () => {
    expect(leads('owners_ordinary', w(2, 100), w(1, 100))).toBe(false)
    expect(leads('households', w(2, 1), w(1, 100))).toBe(true)
  })
})

it('compares exactly up to the largest numbers there are', () => {
  const largest = { max: Number.MAX_SAFE_INTEGER }
  fc.assert(
    fc.property(
      fc.nat(largest),
      fc.nat(largest),
      fc.constantFrom([1, 2], [2, 3], [3, 4], [1, 1]),
      fc.integer({ min: -1, max: 1 }),
      (any, whole, [numerator = 1, denominator = 1], step) => {
        const near = Math.min(Math.floor(whole / denominator) * numerator + step, Number.MAX_SAFE_INTEGER)
        for (const part of [any, Math.max(near, 0)]) {
          const exactly = BigInt(part) * BigInt(denominator) - BigInt(whole) * BigInt(numerator)
          expect(Math.sign(compareToShare(part, whole, { numerator, denominator }))).toBe(
            exactly > 0n ? 1 : exactly < 0n ? -1 : 0,
          )
        }
      },
    ),
  )
})
