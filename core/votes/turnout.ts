import { measureWords, SHOWN_ORDER, type Measure, type MeasureWords } from './measures'
import { asksForAll, asksForMoreThanHalf, shareFigure, thresholdInWords } from './rule-words'
import { countsArea, ruleOf, type Threshold, type VoteRule } from './rules'
import { compareToShare, type Weight } from './weight'

/** One bar with the threshold marked on it. */
export interface Meter {
  measure: Measure
  /** 面积, 人数, 户数. */
  name: string
  /** 5,996.30 */
  part: string
  /** 7,862.40 ㎡ */
  whole: string
  /** What is asked for: 2/3. */
  share: string
  /** From 0 to 1, for drawing only: how far the bar is filled, and where its mark stands. */
  filled: number
  mark: number
  /** 约 76.3% */
  approx: string
}

/** What a turnout still lacks by one measure. */
export interface Missing {
  measure: Measure
  /** The least that meets it, 0 once it is met; null where nothing can, since nobody is on the roll by this measure. */
  left: number | null
  /** 还差 368.10 ㎡, 够了. */
  inWords: string
}

/** The measures by which a rule decides, as they are shown. */
export function measuresOf(rule: VoteRule): Measure[] {
  return SHOWN_ORDER.filter((measure) => ruleOf(rule).by.includes(measure))
}

/** What decides by yes and no: by area owners, else homes. */
export const decidingWords = (measure: Measure, rule: VoteRule): MeasureWords =>
  measureWords(measure, countsArea(rule) ? 'owners' : 'homes')

export function meterOf(
  measure: Measure,
  rule: VoteRule,
  threshold: Threshold,
  [part, whole]: readonly [part: Weight, whole: Weight],
): Meter {
  const { name, unit, figure } = decidingWords(measure, rule)
  const { share } = threshold
  return {
    measure,
    name,
    part: figure(part[measure]),
    whole: `${figure(whole[measure])} ${unit}`,
    share: asksForAll(threshold) ? '全体' : shareFigure(share),
    filled: whole[measure] === 0 ? 0 : Math.min(part[measure] / whole[measure], 1),
    mark: share.numerator / share.denominator,
    approx: approxInWords(part[measure], whole[measure]),
  }
}

const PER_MILLE = 1000

/** 约 76.3%. Rounded without dividing; what isn't all never reads 100%, what isn't nothing never 0%. */
function approxInWords(part: number, whole: number): string {
  if (part === 0) return '0%'
  if (part >= whole) return '100%'
  let low = 1
  let high = PER_MILLE - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const isLess = compareToShare(part, whole, { numerator: 2 * middle - 1, denominator: 2 * PER_MILLE }) < 0
    if (isLess) high = middle - 1
    else low = middle
  }
  return `约 ${Math.floor(low / 10)}.${low % 10}%`
}

/**
 * 还差多少. What must yet take part until the turnout is met, by each measure of the rule: exactly that is enough, anything less
 * is not. Empty where the rule asks for no turnout.
 */
export function turnoutLeft(rule: VoteRule, participated: Weight, electorate: Weight): Missing[] {
  const { turnout } = ruleOf(rule)
  if (!turnout) return []
  return measuresOf(rule).map((measure) => {
    const { unit, none, figure } = decidingWords(measure, rule)
    if (electorate[measure] === 0) return { measure, left: null, inWords: none }
    const left = Math.max(leastOf(turnout, electorate[measure]) - participated[measure], 0)
    return { measure, left, inWords: left === 0 ? TURNOUT_MET : `还差 ${figure(left)} ${unit}` }
  })
}

export const TURNOUT_MET = '够了'

/** The least part of a whole that the threshold is content with. Nothing is multiplied by more than a share's small numbers. */
function leastOf({ share: { numerator, denominator }, exceeded }: Threshold, whole: number): number {
  const rest = (whole % denominator) * numerator
  const floor = Math.floor(whole / denominator) * numerator + Math.floor(rest / denominator)
  return exceeded || rest % denominator > 0 ? floor + 1 : floor
}

/** 参与到 2/3 才有效: over the bars before the close; undefined where no turnout is asked for. */
export function turnoutTitle(rule: VoteRule): string | undefined {
  const { turnout } = ruleOf(rule)
  if (!turnout) return undefined
  if (asksForAll(turnout)) return '全都参与才有效'
  if (asksForMoreThanHalf(turnout)) return '参与过半才有效'
  return `参与${thresholdInWords(turnout, 'figures')} 才有效`
}

/** The bars of the turnout before the close, each with what is missing. */
export function turnoutMeters(rule: VoteRule, participated: Weight, electorate: Weight): (Meter & Missing)[] {
  const { turnout } = ruleOf(rule)
  if (!turnout) return []
  return turnoutLeft(rule, participated, electorate).map((missing) => ({
    ...meterOf(missing.measure, rule, turnout, [participated, electorate]),
    ...missing,
  }))
}
