import { recount, type PublishedOutcome } from './recount'
import { record } from './record-cast.property'
import { resultTable } from './result-table'
import { DECISION_OPTIONS } from './tally'

const w = (persons: number, area: number) => ({ persons, area_centi_m2: area })

it('has a row for each answer, for those who answered, and for all', () => {
  const table = resultTable(
    { rule: 'owners_ordinary', options: [...DECISION_OPTIONS] },
    {
      electorate: w(94, 786240),
      participated: w(71, 599630),
      approve: w(49, 412380),
      against: w(16, 135820),
      abstain: w(6, 51430),
      turnout_met: true,
      passed: true,
    },
    { electorate: 'owners' },
  )
  expect(table.heads).toEqual(['人数', '面积（㎡）'])
  expect(table.rows.map(({ name, persons, area, isSum }) => [name, persons, area, isSum])).toEqual([
    ['同意', '49', '4,123.80', false],
    ['反对', '16', '1,358.20', false],
    ['弃权', '6', '514.30', false],
    ['参与合计', '71', '5,996.30', true],
    ['没交票', '23', '1,866.10', false],
    ['全部业主', '94', '7,862.40', true],
  ])
  expect(table.notes[0]).toBe('没交票的，不算同意，也不算反对。')
})

describe('a poll', () => {
  const poll = (options: string[], choices: Record<number, string[]>, electorate: 'homes' | 'residents') => {
    const result = { electorate: {}, participated: {}, options: {} }
    const more = { max_choices: 2 }
    const file = record({ rule: 'poll', options, more, roll: [[], [], []], choices, result })
    const outcome = recount(file as unknown as Parameters<typeof recount>[0])['i1'] as PublishedOutcome
    return resultTable({ rule: 'poll', options, max_choices: 2 }, outcome, { electorate })
  }

  it('has a row per option in the order of the ballot', () => {
    const table = poll(['10点', '9点', '2'], { 0: ['2', '10点'], 1: ['10点'] }, 'residents')
    expect(table.rows.map(({ name, persons }) => [name, persons])).toEqual([
      ['10点', '2'],
      ['9点', '0'],
      ['2', '1'],
      ['参与合计', '2'],
      ['没交票', '1'],
      ['全部居民', '3'],
    ])
    expect(table.heads).toEqual(['人数'])
    expect(table.notes).toContain('每票最多选 2 项，各项加起来会比参与的多。')
  })

  it('may have an option called as what every object has', () => {
    const outcome = { electorate: w(3, 0), participated: w(1, 0), options: { 别的: w(1, 0) } }
    const table = resultTable({ rule: 'poll', options: ['constructor', '别的'] }, outcome, {
      electorate: 'homes',
    })
    expect(table.rows.slice(0, 2).map(({ persons }) => persons)).toEqual(['0', '1'])
  })
})

it('says of a result with silence counted where it went', () => {
  const outcome: PublishedOutcome = {
    electorate: w(3, 300),
    participated: w(2, 200),
    approve: w(2, 200),
    against: w(0, 0),
    abstain: w(0, 0),
    turnout_met: true,
    passed: true,
  }
  const table = resultTable({ rule: 'owners_ordinary', options: [...DECISION_OPTIONS] }, outcome, {
    electorate: 'owners',
    imputed: true,
  })
  expect(table.rows.map(({ name }) => name)).toContain('没算进来')
  expect(table.notes[0]).toBe('送到了选票、没交票的，按备案的规约，算进了票最多的那一项。')
})
