import { compareToShare, type Share, type Weight } from './weight'

const HALF: Share = { numerator: 1, denominator: 2 }
const TWO_THIRDS: Share = { numerator: 2, denominator: 3 }
const THREE_QUARTERS: Share = { numerator: 3, denominator: 4 }
const ALL: Share = { numerator: 1, denominator: 1 }

/** A share that must be reached, or exceeded. */
export interface Threshold {
  share: Share
  /** More than the share; left out, the share itself is enough. */
  exceeded?: true
}

interface Rule {
  /** Which measures decide. Areas are published under every rule. */
  by: readonly (keyof Weight)[]
  /** What of the electorate must take part; undefined: nothing is decided. */
  turnout?: Threshold
  /** What of those taking part must approve; undefined: no yes and no. */
  majority?: Threshold
}

const BY_PERSONS = ['persons'] as const
const BY_BOTH = ['persons', 'areaCentiM2'] as const
const MORE_THAN_HALF: Threshold = { share: HALF, exceeded: true }

/** 表决规则. One row per rule: this table is all of them (domain.md 7; Civil Code art. 278, 279). */
export const VOTE_RULES = {
  owners_ordinary: { by: BY_BOTH, turnout: { share: TWO_THIRDS }, majority: MORE_THAN_HALF },
  owners_special: { by: BY_BOTH, turnout: { share: TWO_THIRDS }, majority: { share: THREE_QUARTERS } },
  owners_unanimous: { by: BY_BOTH, turnout: { share: ALL }, majority: { share: ALL } },
  households: { by: BY_PERSONS, turnout: MORE_THAN_HALF, majority: MORE_THAN_HALF },
  seats: { by: BY_PERSONS, turnout: MORE_THAN_HALF },
  poll: { by: BY_PERSONS },
} as const satisfies Record<string, Rule>

export type VoteRule = keyof typeof VOTE_RULES
export const VOTE_RULE_NAMES = Object.keys(VOTE_RULES) as VoteRule[]

/** A rule with its thresholds, by which its arithmetic and its words are made. */
export const ruleOf = (rule: VoteRule): Rule => VOTE_RULES[rule]

/** Whether areas decide along with persons. */
export function countsArea(rule: VoteRule): boolean {
  return ruleOf(rule).by.includes('areaCentiM2')
}

/** Whether it is decided by yes and no; an election and a poll are not. */
export function isDecision(rule: VoteRule): boolean {
  return ruleOf(rule).majority !== undefined
}

/** Whether enough took part, by every measure of the rule. An empty electorate never meets its turnout. */
export function meetsTurnout(rule: VoteRule, participated: Weight, electorate: Weight): boolean {
  const { by, turnout } = ruleOf(rule)
  if (!turnout || by.some((measure) => electorate[measure] === 0)) return false
  return meets(by, turnout, participated, electorate)
}

/** Whether enough of those taking part approve, by every measure of the rule; the turnout aside. */
export function meetsMajority(rule: VoteRule, approving: Weight, participated: Weight): boolean {
  const { by, majority } = ruleOf(rule)
  return majority !== undefined && meets(by, majority, approving, participated)
}

/** Whether `one` is ahead of `other` by every measure of the rule. */
export function leads(rule: VoteRule, one: Weight, other: Weight): boolean {
  return ruleOf(rule).by.every((measure) => one[measure] > other[measure])
}

/** Whether so many votes are more than half of those taking part, as a seat asks for. */
export function winsSeat(votes: Weight, participated: Weight): boolean {
  return meets(BY_PERSONS, MORE_THAN_HALF, votes, participated)
}

function meets(by: Rule['by'], threshold: Threshold, part: Weight, whole: Weight): boolean {
  return by.every((measure) => reaches(threshold, part[measure], whole[measure]))
}

/** Whether a part of a whole is what the threshold asks for, by one measure. */
export function reaches({ share, exceeded }: Threshold, part: number, whole: number): boolean {
  const standing = compareToShare(part, whole, share)
  return exceeded ? standing > 0 : standing >= 0
}
