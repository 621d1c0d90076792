import {
  REFUSED_SUBJECT_WORDS,
  ruleInWords,
  subjectOf,
  subjectsFor,
  VOTE_SUBJECT_CODES,
  VOTE_SUBJECTS,
  type VoteSubjectCode,
} from './subjects'
import { countsArea, VOTE_RULE_NAMES, type VoteRule } from './rules'

const all = VOTE_SUBJECT_CODES.map((code) => ({ code, ...subjectOf(code) }))

describe('what owners decide', () => {
  it.each<[string, VoteRule, VoteSubjectCode[]]>([
    ['一', 'owners_ordinary', ['meeting_rules']],
    ['二', 'owners_ordinary', ['owners_pact']],
    ['三', 'owners_ordinary', ['owners_committee']],
    ['四', 'owners_ordinary', ['property_company']],
    ['五', 'owners_ordinary', ['fund_use']],
    ['六', 'owners_special', ['fund_raise']],
    ['七', 'owners_special', ['rebuild']],
    ['八', 'owners_special', ['common_use', 'common_business']],
    ['九', 'owners_ordinary', ['owners_other']],
  ])('under item (%s) of article 278 follows %s', (number, rule, codes) => {
    const found = all.filter(({ article }) => article === `《民法典》第278条第一款第（${number}）项`)
    expect(found.map(({ code }) => code)).toEqual(codes)
    expect(new Set(found.map((subject) => `${subject.electorate} ${subject.rule}`))).toEqual(
      new Set([`owners ${rule}`]),
    )
  })

  it('under article 279 asks for everybody but the applicant', () => {
    const { article, rule, explanation } = subjectOf('home_to_business')
    expect([article, rule]).toEqual(['《民法典》第279条', 'owners_unanimous'])
    expect(explanation).toContain('申请的人自己没有票')
  })

  it('is nothing else, and everything by area', () => {
    expect(subjectsFor('owners')).toHaveLength(11)
    expect(subjectsFor('owners').filter(({ rule }) => !countsArea(rule))).toEqual([])
  })
})

describe('what homes and residents decide', () => {
  it('is their own agreement, by homes, under no article', () => {
    const own = subjectsFor('homes').filter(({ rule }) => rule === 'households')
    expect(own.map(({ code }) => code)).toEqual([
      'shared_space',
      'house_pact',
      'chores',
      'small_money',
      'homes_other',
    ])
    expect(own.filter(({ article }) => article !== null)).toEqual([])
  })

  it('may be only asked for', () => {
    expect(all.filter(({ rule }) => rule === 'poll').map(({ electorate }) => electorate)).toEqual([
      'homes',
      'residents',
    ])
  })

  it('is never by area', () => {
    const others = [...subjectsFor('homes'), ...subjectsFor('residents')]
    expect(others.filter(({ rule }) => countsArea(rule))).toEqual([])
  })
})

describe('what is refused', () => {
  it('is electing people, and nothing else', () => {
    const refused = all.flatMap(({ code, refused: why }) => (why ? [[code, why]] : []))
    expect(refused).toEqual([
      ['owners_committee', 'secret'],
      ['council', 'secret'],
      ['residents_committee', 'election'],
    ])
    expect(all.filter(({ rule, refused: why }) => rule === 'seats' && !why)).toEqual([])
  })

  it('is refused with where to go', () => {
    for (const words of Object.values(REFUSED_SUBJECT_WORDS)) expect(words).toMatch(/请.+。$/)
  })
})

describe('the list', () => {
  it('is every subject once', () => {
    const listed = (['owners', 'homes', 'residents'] as const).flatMap(subjectsFor)
    expect(listed.map(({ code }) => code)).toEqual(VOTE_SUBJECT_CODES)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(VOTE_SUBJECT_CODES).toHaveLength(Object.keys(VOTE_SUBJECTS).length)
  })

  it('is short enough to be read on a phone, in whole sentences', () => {
    for (const { name, explanation } of all) {
      expect(name.length).toBeLessThanOrEqual(14)
      expect(explanation).toMatch(/。$/)
      expect(explanation.length).toBeLessThanOrEqual(70)
    }
  })
})

describe('a rule in words', () => {
  it.each<[VoteRule, string]>([
    ['owners_ordinary', '参与的面积和人数都到三分之二才有效；参与的里面，同意的面积和人数都过半，就通过。'],
    [
      'owners_special',
      '参与的面积和人数都到三分之二才有效；参与的里面，同意的面积和人数都到四分之三，就通过。',
    ],
    ['owners_unanimous', '算票的业主全都参与才有效；全都同意，才通过。'],
    ['households', '参与的户数过半才有效；参与的里面，同意的户数过半，就通过。'],
    ['seats', '参与的户数过半才有效；得票过半的人里，票多的当选。'],
    ['poll', '只听听大家的想法，不作决定；参与的多少都行。'],
  ])('%s', (rule, words) => expect(ruleInWords(rule)).toBe(words))

  it('is there for every rule', () => {
    expect(new Set(VOTE_RULE_NAMES.map(ruleInWords)).size).toBe(VOTE_RULE_NAMES.length)
  })
})
