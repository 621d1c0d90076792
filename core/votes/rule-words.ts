import { countsArea, type Threshold, type VoteRule } from './rules'
import type { Share } from './weight'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 2/3, as it stands beside a mark. */
export const shareFigure = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`

/** 三分之二. */
const shareInWords = ({ numerator, denominator }: Share): string =>
  `${DIGITS[denominator] ?? denominator}分之${DIGITS[numerator] ?? numerator}`

/** Whether nothing less than the whole is enough. */
export const asksForAll = ({ share }: Threshold): boolean => share.numerator === share.denominator

/** Whether it is called 过半. */
export const asksForMoreThanHalf = ({ share, exceeded }: Threshold): boolean =>
  exceeded === true && share.denominator === share.numerator * 2

/** 过半, 到三分之二; written in figures 到 2/3. */
export function thresholdInWords(threshold: Threshold, written: 'words' | 'figures' = 'words'): string {
  if (asksForMoreThanHalf(threshold)) return '过半'
  const verb = threshold.exceeded ? '超过' : '到'
  return written === 'words'
    ? `${verb}${shareInWords(threshold.share)}`
    : `${verb} ${shareFigure(threshold.share)}`
}

/** 到了三分之二, 没过半: whether what approves is that much. */
export function reachedInWords(threshold: Threshold, met: boolean): string {
  if (asksForMoreThanHalf(threshold)) return met ? '过半' : '没过半'
  const verb = threshold.exceeded ? '超过' : '到'
  return `${met ? `${verb}了` : `没${verb}`}${shareInWords(threshold.share)}`
}

/** What decides under the rule, as the subject of a sentence. */
export const measuresInWords = (rule: VoteRule): string => (countsArea(rule) ? '面积和人数都' : '户数')
