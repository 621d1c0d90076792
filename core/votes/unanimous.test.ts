import { amendmentsOf, applicantInWords, decideUnanimous, outsiderName } from './unanimous'

describe('a home that is to become a business', () => {
  it.each([
    [['owners_unanimous'], 'building', undefined],
    [['owners_unanimous'], 'entrance', 'VOTE_BUILDING_ONLY'],
    [['owners_unanimous'], 'estate', 'VOTE_BUILDING_ONLY'],
    [['owners_unanimous'], 'community', 'VOTE_BUILDING_ONLY'],
    [['owners_unanimous', 'owners_ordinary'], 'building', 'VOTE_ALONE'],
    [['owners_unanimous', 'owners_unanimous'], 'building', 'VOTE_ALONE'],
    [['owners_ordinary', 'owners_special'], 'estate', undefined],
  ] as const)('under %p at a %s: %s', (rules, kind, code) => {
    const decision = decideUnanimous(rules, kind)
    expect(decision.allowed ? undefined : decision.code).toBe(code)
  })

  it('says which one, and of an owner from outside that they are', () => {
    expect(applicantInWords('3号楼 101')).toBe(
      '要改用途的是「3号楼 101」。它的业主是申请的人，没有票，不在名册上。',
    )
    expect(outsiderName('2号楼 301')).toBe('2号楼 301（别的楼，受影响）')
  })
})

it.each([
  ['result', false, ['owners_unanimous'], []],
  ['roll', false, ['households'], ['none', 'rebuild']],
  ['roll', true, ['households'], ['none', 'include', 'remove', 'rebuild']],
  ['roll', false, ['owners_unanimous'], ['none', 'add_outsider', 'rebuild']],
  ['roll', true, ['owners_unanimous'], ['none', 'include', 'remove', 'add_outsider', 'rebuild']],
] as const)(
  'an upheld objection to the %s, of somebody on it: %s, under %p',
  (about, ofVoter, rules, may) => {
    expect(amendmentsOf({ about, ofVoter, rules })).toEqual(may)
  },
)
