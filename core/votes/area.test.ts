import fc from 'fast-check'
import { areaFigure, areaInWords, countFigure, productDigits } from './area'

const LARGEST = Number.MAX_SAFE_INTEGER

it.each([
  [0, '0.00 ㎡'],
  [1, '0.01 ㎡'],
  [50, '0.50 ㎡'],
  [8950, '89.50 ㎡'],
  [99999, '999.99 ㎡'],
  [100000, '1,000.00 ㎡'],
  [487350, '4,873.50 ㎡'],
  [100_000_000_000, '1,000,000,000.00 ㎡'],
  [LARGEST, '90,071,992,547,409.91 ㎡'],
])('writes %s hundredths of a m² as %s', (area, words) => expect(areaInWords(area)).toBe(words))

it.each([
  [0, '0'],
  [71, '71'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('writes a count of %s as %s', (count, words) => expect(countFigure(count)).toBe(words))

it('says every area exactly: its digits are those of the figure', () => {
  fc.assert(
    fc.property(fc.nat({ max: LARGEST }), (area) => {
      const figure = areaFigure(area)
      expect(Number(figure.replace(/[,.]/g, ''))).toBe(area)
      expect(figure).toMatch(/^\d{1,3}(,\d{3})*\.\d\d$/)
    }),
  )
})

it('multiplies without rounding, beyond what a number can hold', () => {
  expect(productDigits(LARGEST, 4)).toBe('36028797018963964')
  expect(productDigits(12, 0)).toBe('0')
  fc.assert(
    fc.property(fc.nat({ max: LARGEST }), fc.integer({ min: 0, max: 9 }), (a, n) => {
      expect(productDigits(a, n)).toBe((BigInt(a) * BigInt(n)).toString())
    }),
  )
})
