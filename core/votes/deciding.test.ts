import { decidingCountOf, decidingOutcome, hasPassed, maySilenceCount } from './deciding'
import { adoptedInWords, bylawTitleInWords } from './bylaw-words'
import { decidingInWords, deliveryInWords } from './delivery-words'
import type { PublishedResult } from './recount'

const weight = (persons: number) => ({ persons, area_centi_m2: persons * 100 })
const outcome = (participated: number, passed: boolean) => ({
  electorate: weight(6),
  participated: weight(participated),
  approve: weight(participated),
  against: weight(0),
  abstain: weight(0),
  turnout_met: passed,
  passed,
})
const result: PublishedResult = { ...outcome(2, false), imputed: outcome(5, true) }
const BYLAWS = { title: '规约', clause: '第十条', adopted_on: '2025-06-01' }
const settings = (more: object) => ({ imputed_majority: true, parking_counts: false, ...more })

describe('which result decides', () => {
  it('is the one with silence only by bylaws that are recorded', () => {
    expect(decidingCountOf(settings({ bylaws: BYLAWS }))).toBe('imputed')
    expect(decidingCountOf(settings({}))).toBe('raw')
    expect(decidingCountOf(settings({ bylaws: true }))).toBe('raw')
    expect(decidingCountOf(settings({ bylaws: { ...BYLAWS, clause: '' } }))).toBe('raw')
    expect(decidingCountOf(settings({ bylaws: BYLAWS, imputed_majority: false }))).toBe('raw')
  })

  it('says whether it passed', () => {
    expect(hasPassed(result, 'imputed')).toBe(true)
    expect(hasPassed(result, 'raw')).toBe(false)
    expect(decidingOutcome(result, 'raw')).not.toHaveProperty('imputed')
  })

  it('is the raw one where there is no other, and nothing passes that is no yes and no', () => {
    expect(hasPassed(outcome(4, true), 'imputed')).toBe(true)
    const poll = { electorate: weight(2), participated: weight(1), options: { 甲: weight(1) } }
    expect(hasPassed(poll, 'imputed')).toBeUndefined()
  })
})

describe('where silence may count', () => {
  it('is where owners decide everything by area, and not all have to approve', () => {
    expect(maySilenceCount(['owners_ordinary', 'owners_special'])).toBe(true)
    expect(maySilenceCount(['owners_unanimous'])).toBe(false)
    expect(maySilenceCount(['owners_ordinary', 'poll'])).toBe(false)
    expect(maySilenceCount(['households'])).toBe(false)
    expect(maySilenceCount([])).toBe(false)
  })
})

describe('words', () => {
  it('name bylaws with their marks once', () => {
    expect(bylawTitleInWords('管理规约')).toBe('《管理规约》')
    expect(bylawTitleInWords('《管理规约》')).toBe('《管理规约》')
    expect(adoptedInWords({ adoptedOn: '2025-06-01' })).toBe('2025年6月1日通过')
  })

  it('say when and how it was delivered', () => {
    const at = '2026-11-25T02:00:00.000Z'
    expect(deliveryInWords({ how: 'posted', at, number: 'XA1' })).toBe('11月25日（周三）邮寄，单号 XA1')
    expect(deliveryInWords({ how: 'handed', at, number: null })).toBe('11月25日（周三）当面签收')
  })

  it('say of two results which one decides', () => {
    expect(decidingInWords('imputed', 'imputed', { title: '规约' })).toMatch(/^以它为准：《规约》/)
    expect(decidingInWords('raw', 'imputed', { title: '规约' })).toContain('不以它为准')
    expect(decidingInWords('raw', 'raw', undefined)).toContain('以它为准')
    expect(decidingInWords('imputed', 'raw', undefined)).toContain('不以它为准')
  })
})
