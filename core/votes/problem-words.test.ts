import { bulletinProblemInWords } from './problem-words'
import { changed, problems, put, record, w } from './record-cast.property'

const GOOD = record({
  roll: [[10_000], [10_000], [10_000]],
  choices: { 0: 'approve', 1: 'approve' },
  result: {
    electorate: w(3, 30_000),
    participated: w(2, 20_000),
    approve: w(2, 20_000),
    against: w(0),
    abstain: w(0),
    turnout_met: true,
    passed: true,
  },
})

const said = (...changes: Parameters<typeof changed>[1][]): string[] =>
  problems(changed(GOOD, ...changes)).map((problem) =>
    bulletinProblemInWords(problem, (itemId) => (itemId === 'i1' ? '修屋面' : itemId)),
  )

it.each([
  [
    'a roll that was changed',
    put('roll.2.units.0.area_centi_m2', 10_001),
    '名册、内容或规则和公示时的校验码对不上',
  ],
  [
    'a ballot that was changed',
    put('ballots.0.choices.i1', 'against'),
    '第 1 张票和它的校验码对不上，可能改过',
  ],
  ['a ballot out of its place', put('ballots.1.seq', 5), '第 5 张票的次序不对'],
  ['a chain that was cut', put('ballots.1.prev', 'x'), '第 2 张票和前一张接不上，可能少了票'],
  ['another head', put('head', 'x'), '最后一张票和公布的末位校验码对不上'],
  ['another result', put('result.i1.passed', false), '「修屋面」公布的结果和数出来的不一样'],
] as const)('says %s in words that everybody knows', (_what, change, words) => {
  expect(said(change)).toContain(words)
})

it('says of what is no record that it can’t be counted', () => {
  expect(bulletinProblemInWords("it can't be read: SyntaxError", String)).toBe(
    '这份公报缺了内容，或格式不对，没法算',
  )
})
