import fc from 'fast-check'
import { ageInWords, comingDayInWords, dateInWords, dayInWords, fullDate, momentInWords } from './words'

/** Friday, 20 November 2026, 14:00 in Shanghai. */
const NOW = '2026-11-20T06:00:00.000Z'

describe('a day in words', () => {
  it.each([
    ['今天', 'now', NOW],
    ['今天', 'the first moment of the day', '2026-11-19T16:00:00.000Z'],
    ['昨天', 'a moment before', '2026-11-19T15:59:59.999Z'],
    ['今天', 'the last moment of the day', '2026-11-20T15:59:59.999Z'],
    ['明天', 'a moment later', '2026-11-20T16:00:00.000Z'],
    ['11月18日（周三）', 'two days ago, which 周三 alone would put ahead', '2026-11-18T06:00:00.000Z'],
    ['11月14日（周六）', 'six days ago', '2026-11-14T06:00:00.000Z'],
    ['11月13日', 'the same weekday a week ago, which would be misread', '2026-11-13T06:00:00.000Z'],
    ['11月22日', 'a day to come', '2026-11-22T06:00:00.000Z'],
    ['1月1日', 'early this year', '2025-12-31T16:00:00.000Z'],
    ['2025年12月31日', 'late last year', '2025-12-31T15:59:59.999Z'],
    ['2027年1月1日', 'next year', '2026-12-31T16:00:00.000Z'],
  ])('is %s for %s', (words, _when, instant) => {
    expect(dayInWords(instant, NOW)).toBe(words)
  })

  it.each([
    ['昨天', '2026-12-31T06:00:00.000Z'],
    ['12月30日（周三）', '2026-12-30T06:00:00.000Z'],
    ['2026年12月25日', '2026-12-25T06:00:00.000Z'],
  ])('is %s over New Year', (words, instant) => {
    expect(dayInWords(instant, '2027-01-01T06:00:00.000Z')).toBe(words)
  })

  it('is never English and never without a name', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2040-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, instants, (instant, now) => {
        expect(dayInWords(instant, now)).toMatch(
          /^(今天|昨天|明天|\d{1,2}月\d{1,2}日（周[日一二三四五六]）|(20\d\d年)?\d{1,2}月\d{1,2}日)$/,
        )
      }),
    )
  })
})

describe('a day to come, in words', () => {
  it.each([
    ['今天', NOW],
    ['周三', '2026-11-25T06:00:00.000Z'],
    ['11月18日（周三）', '2026-11-18T06:00:00.000Z'],
    ['11月27日', '2026-11-27T06:00:00.000Z'],
  ])('is %s: a bare weekday is always ahead', (words, instant) => {
    expect(comingDayInWords(instant, NOW)).toBe(words)
  })
})

describe('other words for time', () => {
  it('say a moment with Shanghai’s clock', () => {
    expect(momentInWords('2026-11-20T01:20:00.000Z', NOW)).toBe('今天 9:20')
    expect(momentInWords('2026-11-19T16:05:00.000Z', NOW)).toBe('今天 0:05')
  })

  it('say a promise with date and weekday', () => {
    expect(dateInWords('2026-11-24T16:00:00.000Z')).toBe('11月25日（周三）')
    expect(dateInWords('2028-02-28T16:00:00.000Z')).toBe('2月29日（周二）')
  })

  it('say the end of an office with its year', () => {
    expect(fullDate('2026-12-31T15:59:59.999Z')).toBe('2026年12月31日')
    expect(fullDate('2026-12-31T16:00:00.000Z')).toBe('2027年1月1日')
  })
})

describe('how old something is, in words', () => {
  it.each([
    ['刚才', 'now', NOW],
    ['刚才', 'by a clock that is ahead', '2026-11-20T06:05:00.000Z'],
    ['刚才', 'not yet a minute ago', '2026-11-20T05:59:00.001Z'],
    ['1 分钟前', 'a minute ago', '2026-11-20T05:59:00.000Z'],
    ['59 分钟前', 'not yet an hour ago', '2026-11-20T05:00:00.001Z'],
    ['1 小时前', 'an hour ago', '2026-11-20T05:00:00.000Z'],
    ['13 小时前', 'early today', '2026-11-19T16:30:00.000Z'],
    ['昨天 23:30', 'late yesterday', '2026-11-19T15:30:00.000Z'],
    ['11月13日 14:00', 'a week ago', '2026-11-13T06:00:00.000Z'],
  ])('is %s: %s', (words, _when, instant) => {
    expect(ageInWords(new Date(instant), new Date(NOW))).toBe(words)
  })
})
