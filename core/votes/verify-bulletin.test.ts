import fc from 'fast-check'
import { verifyBulletin } from '.'
import {
  changed,
  found,
  problems,
  put,
  record,
  resealed,
  sha256,
  w,
  type Change,
} from './record-cast.property'

const decided = (more: object) => ({
  against: w(0),
  abstain: w(0),
  turnout_met: true,
  passed: true,
  ...more,
})

/** Three owners of 100, 100 and 100 m²; two approve. */
const TWO_OF_THREE = record({
  roll: [[10_000], [4_000, 6_000], [10_000]],
  choices: { 0: 'approve', 1: 'approve' },
  result: decided({ electorate: w(3, 30_000), participated: w(2, 20_000), approve: w(2, 20_000) }),
})

describe('a record that holds', () => {
  it('is counted anew', () => {
    expect(verifyBulletin(JSON.stringify(TWO_OF_THREE), sha256)).toEqual({
      ok: true,
      result: TWO_OF_THREE.result,
    })
  })

  it('may have no ballots', () => {
    const none = record({
      roll: [[100]],
      choices: {},
      result: decided({
        electorate: w(1, 100),
        participated: w(0),
        approve: w(0),
        turnout_met: false,
        passed: false,
      }),
    })
    expect(none.head).toBe('0'.repeat(64))
    expect(found(none)).toBe('holds')
  })

  it('may say more than the format does: the hashes cover it', () => {
    const more = resealed(
      TWO_OF_THREE,
      put('roll.0.label', '一单元'),
      put('ballots.0.witness', '王敏'),
      put('vote.settings.show', 'totals'),
    )
    expect(found(more)).toBe('holds')
    expect(problems(changed(more, put('ballots.0.witness', '陈强')))).toEqual([
      'ballot 1: its hash does not hold',
    ])
    expect(problems(changed(more, put('roll.0.label', '二单元')))).toEqual(['frozen_sha256 does not hold'])
  })

  it('leaves replaced, disputed and void ballots, and items not chosen in, out of the count', () => {
    const file = resealed(TWO_OF_THREE, (copy) => {
      for (const [index, status] of ['replaced', 'disputed', 'void'].entries())
        copy.ballots.unshift({ ...copy.ballots[0], voter: 'v2', status, receipt: `x${index}` })
      copy.ballots.push({ ...copy.ballots[0], voter: 'v2', status: 'counted', choices: {}, receipt: 'y' })
    })
    expect(found(file)).toBe('holds')
  })

  it('of several items has each by its own rule', () => {
    const file = resealed(
      TWO_OF_THREE,
      put('items.1', { id: 'i2', title: '颜色', rule: 'poll', options: ['白', '灰'], max_choices: 2 }),
      put('ballots.0.choices.i2', ['灰', '白']),
      put('ballots.1.choices.i2', []),
      put('result.i2', {
        electorate: w(3, 30_000),
        participated: w(2, 20_000),
        options: { 白: w(1, 10_000), 灰: w(1, 10_000) },
      }),
    )
    expect(problems(file)).toEqual([])
  })
})

describe('a record that was bent', () => {
  it.each<[string, Change, string]>([
    ['a choice', put('ballots.0.choices.i1', 'against'), 'ballot 1: its hash does not hold'],
    ['a ballot taken out', (copy) => copy.ballots.shift(), 'ballot 2 stands at place 1'],
    ['the order', (copy) => copy.ballots.reverse(), 'ballot 2 stands at place 1'],
    ['the head', put('head', '0'.repeat(64)), 'head is not the last hash'],
    ['an area', put('roll.2.units.0.area_centi_m2', 1), 'frozen_sha256 does not hold'],
    ['the rule', put('items.0.rule', 'owners_special'), 'frozen_sha256 does not hold'],
    ['a setting', put('vote.settings.parking_counts', true), 'frozen_sha256 does not hold'],
    ['what it binds', put('vote.binding', 'binding'), 'frozen_sha256 does not hold'],
    ['the result', put('result.i1.passed', false), 'the result of i1 is another one'],
    ['more in the result', put('result.i1.note', '通过'), 'the result of i1 is another one'],
    ['no result', put('result.i1'), 'item i1 has no result'],
    ['one too many', put('result.i2', TWO_OF_THREE.result.i1), 'there is no item i2 to have a result'],
  ])('is found: %s', (_name, change, problem) => {
    const file = changed(TWO_OF_THREE, change)
    expect(found(file)).toBe('does not hold')
    expect(problems(file)).toContain(problem)
  })

  it('is found by its result when all its hashes were made anew', () => {
    const file = resealed(TWO_OF_THREE, put('ballots.0.choices.i1', 'against'))
    expect(problems(file)).toEqual(['the result of i1 is another one'])
  })

  it('is found whatever letter of it is another one', () => {
    const text = JSON.stringify(TWO_OF_THREE)
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '7', 'a', 'x', '"', ' ', '网'),
        (at, letter) => {
          const bent = text.slice(0, at) + letter + text.slice(at + 1)
          fc.pre(bent !== text)
          const verdict = verifyBulletin(bent, sha256)
          // Names, times and receipts outside of what is sealed say nothing of the result.
          if (verdict.ok) expect(JSON.parse(bent)).toMatchObject({ ...TWO_OF_THREE, vote: expect.anything() })
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('what is no bulletin', () => {
  it.each(['', '{', 'null', '[]', '"linli-bulletin/1"', '[['.repeat(100_000)])('%.20s', (text) => {
    expect(verifyBulletin(text, sha256)).toMatchObject({ ok: false, bulletin: false })
  })

  it.each<[string, Change]>([
    ['another format', put('format', 'linli-bulletin/2')],
    ['an unknown rule', put('items.0.rule', 'majority')],
    ['an unknown status', put('ballots.0.status', 'lost')],
    ['a missing field', put('head')],
    ['no settings', put('vote.settings')],
    ['no voter', put('ballots.0.voter')],
    ['no channel', put('ballots.0.channel')],
    ['a mistyped field', put('ballots.0.seq', '1')],
    ['a mistyped time', put('vote.closed_at', 'gestern')],
    ['a mistyped result', put('result.i1.approve', 2)],
    ['half a result', put('result.i1.passed')],
    ['a negative area', put('roll.0.units.0.area_centi_m2', -1)],
    ['half a centimetre', put('roll.0.units.0.area_centi_m2', 100.5)],
    ['an area that no number holds', put('roll.0.units.0.area_centi_m2', 2 ** 53)],
    ['a sum that no number holds', put('roll.0.units.0.area_centi_m2', 2 ** 53 - 1)],
    ['a voter twice', put('roll.1.voter', 'v0')],
    ['a unit twice', put('roll.1.units.0.unit', 'u0.0')],
    ['a receipt twice', put('ballots.1.receipt', 'r0')],
    ['a ballot of nobody', put('ballots.1.voter', 'v9')],
    ['two counted ballots', put('ballots.1.voter', 'v0')],
    ['an option that does not exist', put('ballots.0.choices.i1', 'maybe')],
    ['an item that does not exist', put('ballots.0.choices.i9', 'approve')],
    ['an item named like a method', put('ballots.0.choices.constructor', 'approve')],
    ['a list where one option is', put('ballots.0.choices.i1', ['approve'])],
    ['an item twice', put('items.1', TWO_OF_THREE.items[0])],
    ['a decision with other options', put('items.0.options', ['approve', 'maybe'])],
    ['an area rule in a secret vote', put('vote.secrecy', 'secret')],
  ])('%s', (_name, change) => {
    expect(found(changed(TWO_OF_THREE, change))).toBe('no bulletin')
  })

  it('wins over what does not hold', () => {
    expect(found(changed(TWO_OF_THREE, put('head', 'x'), put('format', 'x')))).toBe('no bulletin')
  })
})
