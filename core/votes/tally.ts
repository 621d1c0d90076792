import { leads, meetsMajority, meetsTurnout, winsSeat, type VoteRule } from './rules'
import { NOTHING, sumOf, type Weight } from './weight'

/** The options of everything that is decided by yes and no. */
export const DECISION_OPTIONS = ['approve', 'against', 'abstain'] as const

/** What is decided, as far as counting needs it. */
export interface CountedItem {
  rule: VoteRule
  options: readonly string[]
  /** How many are elected under `seats`. */
  seats?: number | undefined
}

/** One voter who takes part in an item: nothing chosen abstains. */
export interface Choice {
  weight: Weight
  options: readonly string[]
}

/** The outcome of one item. `passed` for what is decided by yes and no; `elected` for seats, by votes. */
export interface Outcome {
  electorate: Weight
  participated: Weight
  byOption: ReadonlyMap<string, Weight>
  turnoutMet: boolean
  passed?: boolean
  elected?: string[]
}

/** A count to which choices are still added. */
export interface RunningCount {
  participated: Weight
  byOption: ReadonlyMap<string, Weight>
}

/** Nobody was counted yet. */
export function startCount({ options }: CountedItem): RunningCount {
  return {
    participated: { ...NOTHING },
    byOption: new Map(options.map((option) => [option, { ...NOTHING }])),
  }
}

/** Counts one more voter, in place. `chosen`: one option or several; what is chosen twice counts once. */
export function addChoice(
  { participated, byOption }: RunningCount,
  weight: Weight,
  chosen: string | readonly string[],
): void {
  addTo(participated, weight)
  if (typeof chosen === 'string') addTo(byOption.get(chosen), weight)
  else for (const option of new Set(chosen)) addTo(byOption.get(option), weight)
}

function addTo(sum: Weight | undefined, { persons, areaCentiM2 }: Weight): void {
  if (!sum) return
  sum.persons += persons
  sum.areaCentiM2 += areaCentiM2
}

/** 计票. Counts one item: who takes part, what each option has, and what follows under its rule. Exact. */
export function tally(item: CountedItem, electorate: Weight, choices: readonly Choice[]): Outcome {
  const count = startCount(item)
  for (const { weight, options } of choices) addChoice(count, weight, options)
  return conclude(item, { electorate, ...count })
}

/**
 * 未投票的随多数. Silence joins the option that leads all others by every measure of the rule; where none does, it stays
 * silence. `silent`: those whom the ballot demonstrably reached and who returned none.
 */
export function impute(item: CountedItem, raw: Outcome, silent: Weight): Outcome {
  const { electorate, participated, byOption } = raw
  const leading = item.options.find((option) =>
    item.options.every(
      (other) => other === option || leads(item.rule, weightIn(byOption, option), weightIn(byOption, other)),
    ),
  )
  if (leading === undefined) return raw
  return conclude(item, {
    electorate,
    participated: sumOf([participated, silent]),
    byOption: new Map(byOption).set(leading, sumOf([weightIn(byOption, leading), silent])),
  })
}

type Count = Pick<Outcome, 'electorate' | 'participated' | 'byOption'>

/** What follows from a count under the rule of its item. */
export function conclude(item: CountedItem, count: Count): Outcome {
  const { electorate, participated, byOption } = count
  const turnoutMet = meetsTurnout(item.rule, participated, electorate)
  if (item.rule === 'poll') return { ...count, turnoutMet }
  if (item.rule === 'seats')
    return { ...count, turnoutMet, elected: turnoutMet ? electedOf(item, count) : [] }
  const approving = weightIn(byOption, 'approve')
  return { ...count, turnoutMet, passed: turnoutMet && meetsMajority(item.rule, approving, participated) }
}

/**
 * The candidates with most votes, each with more than half of those taking part; equal votes in the order of the ballot.
 * A tie for the last seat leaves it open: all of them stand again.
 */
function electedOf({ options, seats = 0 }: CountedItem, { participated, byOption }: Count): string[] {
  const votesOf = (option: string) => weightIn(byOption, option).persons
  const able = options
    .filter((option) => winsSeat(weightIn(byOption, option), participated))
    .sort((one, other) => votesOf(other) - votesOf(one) || options.indexOf(one) - options.indexOf(other))
  const next = able[seats]
  const elected = able.slice(0, seats)
  return next === undefined ? elected : elected.filter((option) => votesOf(option) > votesOf(next))
}

function weightIn(byOption: ReadonlyMap<string, Weight>, option: string): Weight {
  return byOption.get(option) ?? NOTHING
}
