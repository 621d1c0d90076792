import fc from 'fast-check'
import { meetsTurnout, VOTE_RULE_NAMES, type VoteRule } from './rules'
import { turnoutLeft, turnoutMeters, turnoutTitle } from './turnout'

const w = (persons: number, areaCentiM2 = 0) => ({ persons, areaCentiM2 })

describe('what is missing', () => {
  it('is said by area and persons', () => {
    expect(turnoutLeft('owners_ordinary', w(58, 487350), w(94, 786240))).toEqual([
      { measure: 'areaCentiM2', left: 36810, inWords: '还差 368.10 ㎡' },
      { measure: 'persons', left: 5, inWords: '还差 5 人' },
    ])
  })

  it.each<[VoteRule, string, number, number, string[]]>([
    ['owners_ordinary', 'at two thirds', 4, 600, ['够了', '够了']],
    ['owners_ordinary', 'one below', 3, 599, ['还差 0.01 ㎡', '还差 1 人']],
    ['owners_special', 'one above', 5, 601, ['够了', '够了']],
    ['owners_unanimous', 'at all', 6, 900, ['够了', '够了']],
    ['owners_unanimous', 'one below all', 5, 899, ['还差 0.01 ㎡', '还差 1 人']],
    ['households', 'at one half', 3, 0, ['还差 1 户']],
    ['households', 'one below', 2, 0, ['还差 2 户']],
    ['households', 'one above', 4, 0, ['够了']],
    ['poll', 'anywhere', 1, 0, []],
  ])('under %s %s', (rule, _name, persons, area, words) => {
    expect(turnoutLeft(rule, w(persons, area), w(6, 900)).map(({ inWords }) => inWords)).toEqual(words)
  })

  it('can not be made up for where nobody is on the roll', () => {
    expect(turnoutLeft('households', w(0), w(0))).toEqual([
      { measure: 'persons', left: null, inWords: '名册上没有住户' },
    ])
  })
})

it('is exactly what meets the turnout: so much is enough, one less is not', () => {
  const withTurnout = VOTE_RULE_NAMES.filter((rule) => rule !== 'poll')
  const someOf = (max: number) =>
    fc.integer({ min: 1, max }).chain((all) => fc.nat({ max: all }).map((part) => ({ all, part })))
  const areas = fc.oneof(someOf(Number.MAX_SAFE_INTEGER), someOf(100_000_000_000), someOf(12))
  fc.assert(
    fc.property(fc.constantFrom(...withTurnout), someOf(100_000), areas, (rule, persons, area) => {
      const [part, all] = [w(persons.part, area.part), w(persons.all, area.all)]
      const missing = turnoutLeft(rule, part, all)
      const full = missing.reduce(
        (sum, { measure, left }) => ({ ...sum, [measure]: sum[measure] + (left ?? 0) }),
        part,
      )
      expect(meetsTurnout(rule, full, all)).toBe(true)
      for (const { measure, left } of missing) {
        if (left === 0) continue
        expect(meetsTurnout(rule, { ...full, [measure]: full[measure] - 1 }, all)).toBe(false)
      }
      expect(missing.every(({ left }) => left === 0)).toBe(meetsTurnout(rule, part, all))
    }),
  )
})

describe('the bars before the close', () => {
  it('show how far it is, with the mark', () => {
    const [area, persons] = turnoutMeters('owners_ordinary', w(58, 487350), w(94, 786240))
    expect(area).toMatchObject({
      name: '面积',
      part: '4,873.50',
      whole: '7,862.40 ㎡',
      share: '2/3',
      approx: '约 62.0%',
      inWords: '还差 368.10 ㎡',
    })
    expect([area?.filled, area?.mark].map((one) => one?.toFixed(4))).toEqual(['0.6198', '0.6667'])
    expect(persons).toMatchObject({ name: '人数', part: '58', whole: '94 人', inWords: '还差 5 人' })
  })

  it.each([
    [0, 3000, '0%'],
    [1, 30000, '约 0.1%'],
    [1499, 3000, '约 50.0%'],
    [2999, 3000, '约 99.9%'],
    [3000, 3000, '100%'],
    [61, 80, '约 76.3%'],
  ])('%s of %s homes is %s', (part, all, approx) => {
    expect(turnoutMeters('households', w(part), w(all))[0]?.approx).toBe(approx)
  })

  it.each<[VoteRule, string | undefined]>([
    ['owners_ordinary', '参与到 2/3 才有效'],
    ['owners_unanimous', '全都参与才有效'],
    ['households', '参与过半才有效'],
    ['poll', undefined],
  ])('stand under a title: %s', (rule, title) => expect(turnoutTitle(rule)).toBe(title))
})
