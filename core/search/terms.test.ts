import fc from 'fast-check'
import { queryTerms, termsOf } from './terms'

describe('what a text is found by', () => {
  it.each([
    ['楼道灯', ['楼', '道', '灯', '楼道', '道灯']],
    ['3单元402', ['3', '单', '元', '单元', '402']],
    ['ＷＩＦＩ 坏了', ['wifi', '坏', '了', '坏了']],
    ['灯😀灯', ['灯']],
    ['', []],
    ['😀 。！', []],
  ])('%s: %j', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('never holds a word that fills the index', () => {
    expect(termsOf('a'.repeat(1000))).toEqual(['a'.repeat(32)])
  })

  it('is each term once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(new Set(termsOf(text)).size).toBe(termsOf(text).length)
      }),
    )
  })
})

describe('what is looked for', () => {
  it.each([
    ['灯', ['灯']],
    ['楼道灯', ['楼道', '道灯']],
    ['3单元 灯', ['3', '单元', '灯']],
    ['WiFi', ['wifi']],
    ['😀', []],
  ])('%s: %j', (query, terms) => {
    expect(queryTerms(query)).toEqual(terms)
  })

  it('finds every piece of Chinese that stands in a text', () => {
    const han = fc.string({
      unit: fc.constantFrom('楼', '道', '灯', '坏', '水', '漏'),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(han, han, han, (before, piece, after) => {
        const terms = termsOf(`${before}${piece}${after}`)
        expect(queryTerms(piece).filter((term) => !terms.includes(term))).toEqual([])
      }),
    )
  })

  it('is bounded', () => {
    const many = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
    expect(queryTerms(many)).toHaveLength(24)
  })
})
