import { recordedBylaws, type BulletinSettings } from './bulletin-format'
import type { PublishedOutcome, PublishedResult } from './recount'
import { countsArea, type VoteRule } from './rules'
import { isUnanimous } from './unanimous'

/** Which result decides: of those who handed in a ballot alone, or with silence counted. */
export const DECIDING_COUNTS = ['raw', 'imputed'] as const
export type DecidingCount = (typeof DECIDING_COUNTS)[number]

/** 哪个结果算数: the raw one, unless silence counts by bylaws that are recorded in what was frozen (domain.md 7). */
export function decidingCountOf({ imputed_majority: counts, bylaws }: BulletinSettings): DecidingCount {
  return counts && recordedBylaws.safeParse(bylaws).success ? 'imputed' : 'raw'
}

/** Of the two results of an item the one that decides. */
export function decidingOutcome(
  { imputed, ...raw }: PublishedResult,
  decidedBy: DecidingCount,
): PublishedOutcome {
  return decidedBy === 'imputed' && imputed ? imputed : raw
}

/** 通过没有; undefined: it was not a question of yes and no. */
export function hasPassed(result: PublishedResult, decidedBy: DecidingCount): boolean | undefined {
  const outcome = decidingOutcome(result, decidedBy)
  return 'passed' in outcome ? outcome.passed : undefined
}

/** 没交票的能不能算: only where owners decide everything by area, and not everybody has to approve anyway. */
export function maySilenceCount(rules: readonly VoteRule[]): boolean {
  return rules.length > 0 && rules.every(countsArea) && !isUnanimous(rules)
}
