import fc from 'fast-check'
import {
  changed,
  found,
  problems,
  put,
  record,
  resealed,
  secretRecord,
  w,
  type Change,
} from './record-cast.property'

describe('polls', () => {
  const poll = (choices: Record<number, string | string[]>, max?: number) =>
    record({
      rule: 'poll',
      options: ['白', '灰', '蓝'],
      more: max === undefined ? {} : { max_choices: max },
      roll: [[100], [], [200]],
      choices,
      result: {
        electorate: w(3, 300),
        participated: w(2, 100),
        options: { 白: w(1, 100), 灰: w(1), 蓝: w(0) },
      },
    })

  it('count only', () => {
    expect(problems(poll({ 0: '白', 1: '灰' }))).toEqual([])
    expect(problems(poll({ 0: ['白'], 1: ['灰'] }, 2))).toEqual([])
  })

  it.each<[string, Record<number, string | string[]>, number | undefined]>([
    ['a list where one may choose one', { 0: ['白'] }, undefined],
    ['more than allowed', { 0: ['白', '灰', '蓝'] }, 2],
    ['one twice', { 0: ['白', '白'] }, 2],
  ])('refuse %s', (_name, choices, max) => expect(found(poll(choices, max))).toBe('no bulletin'))
})

describe('silence that joins the majority', () => {
  const roll = [[100], [100], [100], [100], [100], [100]]
  const raw = {
    electorate: w(6, 600),
    participated: w(3, 300),
    approve: w(2, 200),
    against: w(1, 100),
    abstain: w(0),
    turnout_met: false,
    passed: false,
  }
  const choices = { 0: 'approve', 1: 'approve', 2: 'against' }

  it('counts only where the ballot was delivered, beside what was really said', () => {
    const imputed = { ...raw, participated: w(5, 500), approve: w(4, 400), turnout_met: true, passed: true }
    const file = record({ roll, delivered: [0, 3, 4], choices, imputed: true, result: { ...raw, imputed } })
    expect(problems(file)).toEqual([])
    expect(found(changed(file, put('result.i1.imputed')))).toBe('no bulletin')
  })

  it('stays silence where nothing leads by both measures', () => {
    const tied = { ...raw, participated: w(2, 200), approve: w(1, 100) }
    const file = record({
      roll,
      delivered: [3, 4],
      choices: { 0: 'approve', 2: 'against' },
      imputed: true,
      result: { ...tied, imputed: tied },
    })
    expect(problems(file)).toEqual([])
  })

  it('is none where a ballot came that does not count', () => {
    const file = record({ roll, delivered: [3], choices, imputed: true, result: { ...raw, imputed: raw } })
    const disputed = resealed(file, (copy) =>
      copy.ballots.push({ ...copy.ballots[0], voter: 'v3', status: 'disputed', receipt: 'd' }),
    )
    expect(problems(disputed)).toEqual([])
  })

  it('is what is left when the only ballot was taken back', () => {
    const imputed = { ...raw, participated: w(4, 400), approve: w(3, 300), turnout_met: true, passed: true }
    const file = record({ roll, delivered: [3], choices, imputed: true, result: { ...raw, imputed } })
    const takenBack = resealed(file, (copy) =>
      copy.ballots.push({ ...copy.ballots[0], voter: 'v3', status: 'replaced', receipt: 'r' }),
    )
    expect(problems(takenBack)).toEqual([])
  })
})

describe('a secret election', () => {
  const seats = (receipts: Record<string, string[]>, result: object, roll = 4, count = 2) =>
    secretRecord({
      rule: 'seats',
      options: ['甲', '乙', '丙'],
      more: { seats: count, max_choices: count },
      roll,
      receipts,
      result: { electorate: w(roll), turnout_met: true, ...result },
    })
  const fair = seats(
    { a: ['甲', '乙'], b: ['乙', '甲'], c: ['乙', '丙'] },
    { participated: w(3), options: { 甲: w(2), 乙: w(3), 丙: w(1) }, elected: ['乙', '甲'] },
  )

  it('elects those with most votes, each with more than half', () => {
    expect(problems(fair)).toEqual([])
  })

  it('leaves a tie for the last seat open', () => {
    const tie = seats(
      { a: ['甲', '乙'], b: ['乙', '丙'], c: ['甲', '丙'] },
      { participated: w(3), options: { 甲: w(2), 乙: w(2), 丙: w(2) }, elected: [] },
    )
    expect(problems(tie)).toEqual([])
  })

  it('elects nobody without its turnout', () => {
    const few = seats(
      { a: ['甲'], b: ['甲'] },
      { participated: w(2), options: { 甲: w(2), 乙: w(0), 丙: w(0) }, elected: [], turnout_met: false },
    )
    expect(problems(few)).toEqual([])
  })

  it.each<[string, string, Change]>([
    ['does not hold', 'out of order', (copy) => copy.ballots.reverse()],
    ['does not hold', 'more ballots than voters', put('participated', 2)],
    ['does not hold', 'more voters than the roll', put('participated', 5)],
    ['no bulletin', 'a voter', put('ballots.0.voter', 'v1')],
    ['no bulletin', 'a channel', put('ballots.0.channel', 'online')],
    ['no bulletin', 'a roll', put('roll', [{ voter: 'v1', units: [] }])],
    ['no bulletin', 'no size', put('roll_size')],
    ['no bulletin', 'no turnout', put('participated')],
    ['no bulletin', 'other choices than seats', put('items.0.max_choices', 1)],
  ])('%s with %s', (finding, _name, change) => expect(found(resealed(fair, change))).toBe(finding))
})

it('agrees with another count, whatever was cast', () => {
  const area = fc.integer({ min: 0, max: 2 ** 40 })
  const vote = fc.record({
    roll: fc.array(fc.array(area, { maxLength: 3 }), { maxLength: 12 }),
    votes: fc.array(fc.constantFrom('approve', 'against', 'abstain', ''), { minLength: 12, maxLength: 12 }),
    rule: fc.constantFrom('owners_ordinary', 'owners_special', 'owners_unanimous', 'households'),
  })
  fc.assert(
    fc.property(vote, ({ roll, votes, rule }) => {
      const weightOf = (names: string[]) =>
        roll.reduce(
          (sum, areas, voter) =>
            names.includes(votes[voter] ?? '')
              ? w(sum.persons + 1, sum.area_centi_m2 + areas.reduce((all, one) => all + one, 0))
              : sum,
          w(0),
        )
      const [all, taking, yes] = [
        weightOf(['approve', 'against', 'abstain', '']),
        weightOf(['approve', 'against', 'abstain']),
        weightOf(['approve']),
      ]
      const both = rule === 'households' ? (['persons'] as const) : (['persons', 'area_centi_m2'] as const)
      const every = (test: (part: bigint, whole: bigint) => boolean, part: typeof all, whole: typeof all) =>
        both.every((measure) => test(BigInt(part[measure]), BigInt(whole[measure])))
      const turnout = {
        owners_ordinary: () => every((part, whole) => 3n * part >= 2n * whole, taking, all),
        owners_special: () => every((part, whole) => 3n * part >= 2n * whole, taking, all),
        owners_unanimous: () => every((part, whole) => part === whole, taking, all),
        households: () => every((part, whole) => 2n * part > whole, taking, all),
      }[rule as 'households']
      const majority = {
        owners_ordinary: () => every((part, whole) => 2n * part > whole, yes, taking),
        owners_special: () => every((part, whole) => 4n * part >= 3n * whole, yes, taking),
        owners_unanimous: () => every((part, whole) => part === whole, yes, taking),
        households: () => every((part, whole) => 2n * part > whole, yes, taking),
      }[rule as 'households']
      const met = both.every((measure) => all[measure] > 0) && turnout()
      const file = record({
        rule,
        roll,
        choices: Object.fromEntries(
          roll.flatMap((_areas, voter) => (votes[voter] ? [[voter, votes[voter] ?? '']] : [])),
        ),
        result: {
          electorate: all,
          participated: taking,
          approve: yes,
          against: weightOf(['against']),
          abstain: weightOf(['abstain']),
          turnout_met: met,
          passed: met && majority(),
        },
      })
      expect(problems(file)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
