import { productDigits } from './area'
import { OPTION_LABELS } from './labels'
import type { PublishedOutcome } from './recount'
import { resultTable, type ResultTable, type TabledItem } from './result-table'
import {
  asksForAll,
  asksForMoreThanHalf,
  measuresInWords,
  reachedInWords,
  shareFigure,
  thresholdInWords,
} from './rule-words'
import { reaches, ruleOf, type Threshold, type VoteRule } from './rules'
import { decidingWords, measuresOf, meterOf, TURNOUT_MET, type Meter } from './turnout'
import type { Electorate } from './vote'
import type { Weight } from './weight'

/** 参与 5,996.30 × 3 = 17,988.90 */
export interface Equation {
  left: string
  right: string
}

/** One measure of a step: its bar, and why it is enough or not. */
export interface Sum extends Meter {
  equations: readonly Equation[]
  /** 17,988.90 ≥ 15,724.80 */
  end: string
  met: boolean
  /** 够了, 没过半. */
  state: string
}

export interface Step {
  /** 第一步：参与够不够 2/3 */
  title: string
  sums: readonly Sum[]
  met: boolean
}

/** A result line by line, as a page draws it. */
export interface Arithmetic {
  table: ResultTable
  steps: readonly Step[]
  /** What follows from the steps; undefined where nothing is decided by yes and no. */
  conclusion: string | undefined
  /** By which rule it is so. */
  basis: string
}

/** How the result is to be read besides its numbers. */
export interface ArithmeticOptions {
  electorate: Electorate
  /** With silence counted (`imputed` of the result). */
  imputed?: boolean
}

/**
 * 一步一步算给人看. Exact for every area there can be: numbers are multiplied in decimal digits, as somebody would on paper; what is
 * enough is asked of the rule itself.
 */
export function arithmeticOf(
  item: TabledItem,
  outcome: PublishedOutcome,
  options: ArithmeticOptions,
): Arithmetic {
  return {
    table: resultTable(item, outcome, options),
    steps: stepsOf(item.rule, outcome),
    conclusion: conclusionOf(outcome),
    basis: basisOf(item.rule),
  }
}

function stepsOf(rule: VoteRule, outcome: PublishedOutcome): Step[] {
  const { turnout, majority } = ruleOf(rule)
  const [participated, electorate] = [weightOf(outcome.participated), weightOf(outcome.electorate)]
  const steps: Step[] = []
  if (turnout)
    steps.push(stepOf('turnout', { rule, threshold: turnout, part: participated, whole: electorate }))
  // Where nobody takes part there is nothing to approve by.
  if (majority && 'approve' in outcome && participated.persons > 0)
    steps.push(
      stepOf('majority', {
        rule,
        threshold: majority,
        part: weightOf(outcome.approve),
        whole: participated,
      }),
    )
  return steps
}

type StepKind = 'turnout' | 'majority'

interface Compared {
  rule: VoteRule
  threshold: Threshold
  part: Weight
  whole: Weight
}

const STEP_WORDS = {
  turnout: {
    step: '第一步',
    part: (figure: string) => `参与 ${figure}`,
    whole: (figure: string) => `全部 ${figure}`,
    enough: '参与够不够',
    half: '参与的过没过半',
    all: '是不是都参与了',
  },
  majority: {
    step: '第二步',
    part: (figure: string) => `${OPTION_LABELS.approve} ${figure}`,
    whole: (figure: string) => `参与 ${figure}`,
    enough: '同意的够不够',
    half: '同意的过没过半',
    all: '是不是都同意',
  },
} as const

function stepOf(kind: StepKind, compared: Compared): Step {
  const sums = measuresOf(compared.rule).map((measure) => sumOfMeasure(kind, compared, measure))
  return { title: titleOf(kind, compared.threshold), sums, met: sums.every(({ met }) => met) }
}

function titleOf(kind: StepKind, threshold: Threshold): string {
  const { step, enough, half, all } = STEP_WORDS[kind]
  if (asksForAll(threshold)) return `${step}：${all}`
  if (asksForMoreThanHalf(threshold)) return `${step}：${half}`
  return `${step}：${enough} ${shareFigure(threshold.share)}`
}

function sumOfMeasure(kind: StepKind, compared: Compared, measure: keyof Weight): Sum {
  const { rule, threshold, part, whole } = compared
  const meter = meterOf(measure, rule, threshold, [part, whole])
  const { none, figure } = decidingWords(measure, rule)
  // An empty electorate never meets its turnout (domain.md 7).
  if (kind === 'turnout' && whole[measure] === 0)
    return {
      ...meter,
      equations: [],
      end: none,
      met: false,
      state: stateOf(kind, threshold, false),
    }
  const { numerator, denominator } = threshold.share
  const met = reaches(threshold, part[measure], whole[measure])
  const times = (value: number, n: number) => figure(productDigits(value, n))
  const equation = (named: (figure: string) => string, value: number, n: number): Equation[] =>
    n === 1 ? [] : [{ left: `${named(figure(value))} × ${n}`, right: `= ${times(value, n)}` }]
  const words = STEP_WORDS[kind]
  const isSame = asksForAll(threshold) && part[measure] === whole[measure]
  return {
    ...meter,
    equations: [
      ...equation(words.part, part[measure], denominator),
      ...equation(words.whole, whole[measure], numerator),
    ],
    end: [
      times(part[measure], denominator),
      isSame ? '＝' : signOf(threshold, met),
      times(whole[measure], numerator),
    ].join(' '),
    met,
    state: stateOf(kind, threshold, met),
  }
}

function signOf({ exceeded }: Threshold, met: boolean): string {
  if (exceeded) return met ? '＞' : '≤'
  return met ? '≥' : '＜'
}

function stateOf(kind: StepKind, threshold: Threshold, met: boolean): string {
  const isAll = asksForAll(threshold)
  if (kind === 'turnout') {
    if (isAll) return met ? '都参与了' : '没有都参与'
    return met ? TURNOUT_MET : '还不够'
  }
  if (isAll) return met ? '都同意了' : '没有都同意'
  return reachedInWords(threshold, met)
}

function conclusionOf(outcome: PublishedOutcome): string | undefined {
  if (!('passed' in outcome)) return undefined
  if (outcome.passed) return '两步都够了，通过。'
  return outcome.turnout_met ? '参与的够了，同意的不够，没通过。' : '参与的不够，没通过。'
}

const OWN_AGREEMENT = '依据住户自己的自治约定，不是《民法典》规定的业主决定'

/** 依据. The law behind owners' decisions; homes decide under their own rules, and say so (domain.md 7). */
export function basisOf(rule: VoteRule): string {
  const { turnout, majority } = ruleOf(rule)
  if (!turnout) return '这是听听大家的想法，不作决定：只数票，不看够不够。'
  const measures = measuresInWords(rule)
  const takingPart = `参与的${measures}${thresholdInWords(turnout, 'figures')}`
  if (!majority) return `${OWN_AGREEMENT}：${takingPart}，得票过半的人里，票多的当选。`
  if (asksForAll(majority)) return '依据《民法典》第二百七十九条：算票的业主都要参与，都要同意。'
  const basis = rule === 'households' ? OWN_AGREEMENT : '依据《民法典》第二百七十八条'
  return `${basis}：${takingPart}，参与者里同意的${measures}${thresholdInWords(majority, 'figures')}。`
}

const weightOf = (published: PublishedOutcome['electorate']): Weight => ({
  persons: published.persons,
  areaCentiM2: published.area_centi_m2,
})
