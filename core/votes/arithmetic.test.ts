import fc from 'fast-check'
import { arithmeticOf, basisOf } from './arithmetic'
import type { PublishedOutcome } from './recount'
import { meetsMajority, meetsTurnout, VOTE_RULE_NAMES, type VoteRule } from './rules'
import { DECISION_OPTIONS } from './tally'

const w = (persons: number, area: number) => ({ persons, area_centi_m2: area })

interface Counted {
  rule?: VoteRule
  approve: readonly [persons: number, area: number]
  participated: readonly [persons: number, area: number]
  electorate: readonly [persons: number, area: number]
}

/** A decision whose votes that don't approve are against. */
function arithmetic({ rule = 'owners_ordinary', approve, participated, electorate }: Counted) {
  const [yes, part, all] = [w(...approve), w(...participated), w(...electorate)]
  const weights = { approving: yes, participated: part, electorate: all }
  const { approving, ...rest } = weights
  const turnout_met = meetsTurnout(rule, toWeight(part), toWeight(all))
  const outcome: PublishedOutcome = {
    ...rest,
    approve: approving,
    against: w(part.persons - yes.persons, part.area_centi_m2 - yes.area_centi_m2),
    abstain: w(0, 0),
    turnout_met,
    passed: turnout_met && meetsMajority(rule, toWeight(yes), toWeight(part)),
  }
  const asked = rule === 'households' ? 'homes' : 'owners'
  return arithmeticOf({ rule, options: [...DECISION_OPTIONS] }, outcome, { electorate: asked })
}

const toWeight = ({ persons, area_centi_m2: areaCentiM2 }: ReturnType<typeof w>) => ({ persons, areaCentiM2 })

/** Each sum on a line, as it is read. */
const linesOf = ({ steps }: ReturnType<typeof arithmetic>) =>
  steps.flatMap(({ title, sums }) => [
    title,
    ...sums.map(({ name, part, whole, share, equations, end, state }) =>
      [
        `${name} ${part} / ${whole} (${share})`,
        ...equations.map(({ left, right }) => `${left} ${right}`),
        `${end} ${state}`,
      ].join('; '),
    ),
  ])

describe('the result of the new roof', () => {
  const roof: Counted = {
    approve: [49, 412380],
    participated: [71, 599630],
    electorate: [94, 786240],
  }

  it('is reckoned line by line', () => {
    expect(linesOf(arithmetic(roof))).toEqual([
      '第一步：参与够不够 2/3',
      '面积 5,996.30 / 7,862.40 ㎡ (2/3); 参与 5,996.30 × 3 = 17,988.90; 全部 7,862.40 × 2 = 15,724.80; 17,988.90 ≥ 15,724.80 够了',
      '人数 71 / 94 人 (2/3); 参与 71 × 3 = 213; 全部 94 × 2 = 188; 213 ≥ 188 够了',
      '第二步：同意的过没过半',
      '面积 4,123.80 / 5,996.30 ㎡ (1/2); 同意 4,123.80 × 2 = 8,247.60; 8,247.60 ＞ 5,996.30 过半',
      '人数 49 / 71 人 (1/2); 同意 49 × 2 = 98; 98 ＞ 71 过半',
    ])
  })

  it('has its bars', () => {
    const [turnout, majority] = arithmetic(roof).steps.map(({ sums }) => sums)
    expect(turnout?.map(({ approx }) => approx)).toEqual(['约 76.3%', '约 75.5%'])
    expect(majority?.map(({ approx }) => approx)).toEqual(['约 68.8%', '约 69.0%'])
    expect(turnout?.[0]?.filled).toBeCloseTo(0.7627, 4)
    expect(turnout?.[0]?.mark).toBeCloseTo(0.6667, 4)
  })

  it('follows from both steps, and says by which law', () => {
    const { conclusion, basis, steps } = arithmetic(roof)
    expect(steps.map(({ met }) => met)).toEqual([true, true])
    expect(conclusion).toBe('两步都够了，通过。')
    expect(basis).toBe(
      '依据《民法典》第二百七十八条：参与的面积和人数都到 2/3，参与者里同意的面积和人数都过半。',
    )
  })
})

describe('at, one below and one above each threshold', () => {
  it.each<[VoteRule, readonly [number, number], readonly [number, number], string[]]>([
    ['owners_ordinary', [4, 600], [6, 900], ['1,800.00 ≥ 1,800.00 够了', '12 ≥ 12 够了']],
    ['owners_ordinary', [3, 599.99], [6, 900], ['1,799.97 ＜ 1,800.00 还不够', '9 ＜ 12 还不够']],
    ['owners_special', [5, 600.01], [6, 900], ['1,800.03 ≥ 1,800.00 够了', '15 ≥ 12 够了']],
    ['owners_unanimous', [6, 900], [6, 900], ['900.00 ＝ 900.00 都参与了', '6 ＝ 6 都参与了']],
    ['owners_unanimous', [5, 899.99], [6, 900], ['899.99 ＜ 900.00 没有都参与', '5 ＜ 6 没有都参与']],
    ['households', [3, 0], [6, 0], ['6 ≤ 6 还不够']],
    ['households', [2, 0], [6, 0], ['4 ≤ 6 还不够']],
    ['households', [4, 0], [6, 0], ['8 ＞ 6 够了']],
  ])('the turnout of %s, %p of %p', (rule, [persons, area], [all, whole], ends) => {
    const participated = [persons, Math.round(area * 100)] as const
    const { steps } = arithmetic({ rule, approve: [0, 0], participated, electorate: [all, whole * 100] })
    expect(steps[0]?.sums.map(({ end, state }) => `${end} ${state}`)).toEqual(ends)
  })

  it.each<[VoteRule, readonly [number, number], readonly [number, number], string[]]>([
    ['owners_ordinary', [2, 20000], [4, 40000], ['400.00 ≤ 400.00 没过半', '4 ≤ 4 没过半']],
    ['owners_ordinary', [1, 19999], [4, 40000], ['399.98 ≤ 400.00 没过半', '2 ≤ 4 没过半']],
    ['owners_ordinary', [3, 20001], [4, 40000], ['400.02 ＞ 400.00 过半', '6 ＞ 4 过半']],
    ['owners_special', [3, 30000], [4, 40000], ['1,200.00 ≥ 1,200.00 到了四分之三', '12 ≥ 12 到了四分之三']],
    ['owners_special', [2, 29999], [4, 40000], ['1,199.96 ＜ 1,200.00 没到四分之三', '8 ＜ 12 没到四分之三']],
    ['owners_special', [4, 30001], [4, 40000], ['1,200.04 ≥ 1,200.00 到了四分之三', '16 ≥ 12 到了四分之三']],
    ['owners_unanimous', [4, 40000], [4, 40000], ['400.00 ＝ 400.00 都同意了', '4 ＝ 4 都同意了']],
    ['owners_unanimous', [3, 39999], [4, 40000], ['399.99 ＜ 400.00 没有都同意', '3 ＜ 4 没有都同意']],
    ['households', [2, 0], [4, 0], ['4 ≤ 4 没过半']],
    ['households', [1, 0], [4, 0], ['2 ≤ 4 没过半']],
    ['households', [3, 0], [4, 0], ['6 ＞ 4 过半']],
  ])('the majority of %s, %p of %p', (rule, approve, participated, ends) => {
    const { steps } = arithmetic({ rule, approve, participated, electorate: participated })
    expect(steps[1]?.sums.map(({ end, state }) => `${end} ${state}`)).toEqual(ends)
  })
})

describe('what each rule asks', () => {
  it.each<[VoteRule, string[]]>([
    ['owners_ordinary', ['第一步：参与够不够 2/3', '第二步：同意的过没过半']],
    ['owners_special', ['第一步：参与够不够 2/3', '第二步：同意的够不够 3/4']],
    ['owners_unanimous', ['第一步：是不是都参与了', '第二步：是不是都同意']],
    ['households', ['第一步：参与的过没过半', '第二步：同意的过没过半']],
  ])('%s', (rule, titles) => {
    const all = [1, 100] as const
    const { steps } = arithmetic({ rule, approve: all, participated: all, electorate: all })
    expect(steps.map(({ title }) => title)).toEqual(titles)
  })

  it.each<[VoteRule, string]>([
    [
      'owners_special',
      '依据《民法典》第二百七十八条：参与的面积和人数都到 2/3，参与者里同意的面积和人数都到 3/4。',
    ],
    ['owners_unanimous', '依据《民法典》第二百七十九条：算票的业主都要参与，都要同意。'],
    [
      'households',
      '依据住户自己的自治约定，不是《民法典》规定的业主决定：参与的户数过半，参与者里同意的户数过半。',
    ],
    [
      'seats',
      '依据住户自己的自治约定，不是《民法典》规定的业主决定：参与的户数过半，得票过半的人里，票多的当选。',
    ],
    ['poll', '这是听听大家的想法，不作决定：只数票，不看够不够。'],
  ])('%s, by its basis', (rule, words) => expect(basisOf(rule)).toBe(words))

  it('homes are counted as homes, without areas', () => {
    const { steps, table } = arithmetic({
      rule: 'households',
      approve: [3, 0],
      participated: [4, 0],
      electorate: [6, 0],
    })
    expect(steps.map(({ sums }) => sums.map(({ name, whole }) => `${name} ${whole}`))).toEqual([
      ['户数 6 户'],
      ['户数 4 户'],
    ])
    expect(table.heads).toEqual(['户数'])
    expect(table.rows.filter(({ area }) => area !== undefined)).toEqual([])
    expect(table.rows.map(({ name }) => name)).toContain('全部住户')
  })
})

describe('what is not decided', () => {
  it('has no second step where nobody takes part', () => {
    const { steps, conclusion } = arithmetic({
      rule: 'owners_special',
      approve: [0, 0],
      participated: [0, 0],
      electorate: [6, 900],
    })
    expect([steps.length, conclusion]).toEqual([1, '参与的不够，没通过。'])
  })

  it('never passes an empty electorate, nor one without area', () => {
    const none = arithmetic({ approve: [0, 0], participated: [0, 0], electorate: [0, 0] })
    expect(none.steps[0]?.sums.map(({ end, state }) => `${end} ${state}`)).toEqual([
      '名册上没有面积 还不够',
      '名册上没有人 还不够',
    ])
    const flat = arithmetic({ approve: [1, 0], participated: [1, 0], electorate: [1, 0] })
    expect(flat.steps[0]?.sums.map(({ met }) => met)).toEqual([false, true])
  })

  it('says that the turnout was enough when the majority was not', () => {
    const all = [4, 400] as const
    const { conclusion } = arithmetic({ approve: [2, 200], participated: all, electorate: all })
    expect(conclusion).toBe('参与的够了，同意的不够，没通过。')
  })
})

it('reckons nothing of a poll', () => {
  const outcome = { electorate: w(3, 0), participated: w(2, 0), options: { 白: w(1, 0) } }
  const { steps, conclusion } = arithmeticOf({ rule: 'poll', options: ['白'] }, outcome, {
    electorate: 'homes',
  })
  expect([steps, conclusion]).toEqual([[], undefined])
})

describe('any weights', () => {
  const decisions = VOTE_RULE_NAMES.filter((rule) => rule !== 'poll' && rule !== 'seats')
  const upTo = (max: number) => fc.oneof(fc.nat({ max }), fc.constantFrom(max, Math.floor(max / 2)))
  const chainOf = (max: number) =>
    upTo(max).chain((all) => upTo(all).chain((part) => upTo(part).map((yes) => ({ all, part, yes }))))
  const anyCount = fc.record({
    rule: fc.constantFrom(...decisions),
    persons: chainOf(100_000),
    area: fc.oneof(chainOf(Number.MAX_SAFE_INTEGER), chainOf(100_000_000_000), chainOf(12)),
  })
  const digits = (figure: string) => BigInt(figure.replace(/\D/g, ''))

  it('are reckoned exactly, and what is said agrees with the rule', () => {
    fc.assert(
      fc.property(anyCount, ({ rule, persons, area }) => {
        const [yes, part, all] = [
          { persons: persons.yes, areaCentiM2: area.yes },
          { persons: persons.part, areaCentiM2: area.part },
          { persons: persons.all, areaCentiM2: area.all },
        ]
        const { steps, conclusion } = arithmetic({
          rule,
          approve: [persons.yes, area.yes],
          participated: [persons.part, area.part],
          electorate: [persons.all, area.all],
        })
        expect(steps[0]?.met).toBe(meetsTurnout(rule, part, all))
        if (part.persons > 0) expect(steps[1]?.met).toBe(meetsMajority(rule, yes, part))
        const passed = meetsTurnout(rule, part, all) && meetsMajority(rule, yes, part)
        expect(conclusion === '两步都够了，通过。').toBe(passed)
        for (const { end, met, state, part: shown, whole, filled, mark, approx } of steps.flatMap(
          ({ sums }) => sums,
        )) {
          expect(/没|还不够/.test(state)).toBe(!met)
          expect(filled >= 0 && filled <= 1 && mark > 0 && mark <= 1).toBe(true)
          const [left = '', sign = '', right = ''] = end.split(' ')
          if (right === '') continue
          const [one, other] = [digits(left), digits(right)]
          const holds = {
            '≥': one >= other,
            '＞': one > other,
            '＝': one === other,
            '≤': one <= other,
            '＜': one < other,
          }
          expect(holds).toHaveProperty(sign, true)
          const [n, d] = [digits(shown), digits(whole)]
          const [num, den] = { 1: [1n, 1n], 0.5: [1n, 2n], 0.75: [3n, 4n] }[mark] ?? [2n, 3n]
          expect([one, other]).toEqual([n * (den ?? 1n), d * (num ?? 1n)])
          if (approx.startsWith('约'))
            expect(BigInt(approx.replace(/\D/g, '')) * d * 2n - n * 2000n <= d * 2n).toBe(true)
          else expect(n === 0n || n === d).toBe(true)
        }
      }),
    )
  })
})
