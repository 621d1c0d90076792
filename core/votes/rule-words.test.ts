import { reachedInWords, thresholdInWords } from './rule-words'
import type { Threshold } from './rules'

const of = (numerator: number, denominator: number, exceeded?: true): Threshold => ({
  share: { numerator, denominator },
  ...(exceeded ? { exceeded } : {}),
})

it.each<[Threshold, string, string, string, string]>([
  [of(1, 2, true), '过半', '过半', '过半', '没过半'],
  [of(1, 2), '到二分之一', '到 1/2', '到了二分之一', '没到二分之一'],
  [of(2, 3), '到三分之二', '到 2/3', '到了三分之二', '没到三分之二'],
  [of(2, 3, true), '超过三分之二', '超过 2/3', '超过了三分之二', '没超过三分之二'],
  [of(3, 4), '到四分之三', '到 3/4', '到了四分之三', '没到四分之三'],
])('says %j in words', (threshold, words, figures, met, missed) => {
  expect(thresholdInWords(threshold)).toBe(words)
  expect(thresholdInWords(threshold, 'figures')).toBe(figures)
  expect([reachedInWords(threshold, true), reachedInWords(threshold, false)]).toEqual([met, missed])
})
