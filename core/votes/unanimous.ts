import { ALLOWED, refused, type Decision } from '../permissions'
import type { Amendment } from './contract-ballots'
import type { VoteRule } from './rules'
import type { ObjectionAbout, VotePlace } from './vote'

/**
 * 住宅改为经营性用房 (Civil Code 279; judicial interpretation on condominium ownership 10, 11): all other owners of the building
 * decide, and owners outside who prove an interest; who applies has no vote. Its roll is another than that of any other
 * decision.
 */
export const isUnanimous = (rules: readonly VoteRule[]): boolean => rules.includes('owners_unanimous')

/** Whether such a decision may be put so: at a building, and alone, for its roll is its own. */
export function decideUnanimous(rules: readonly VoteRule[], kind: VotePlace['kind']): Decision {
  if (!isUnanimous(rules)) return ALLOWED
  if (kind !== 'building') return refused('VOTE_BUILDING_ONLY', 'placeId')
  return rules.length > 1 ? refused('VOTE_ALONE', 'items') : ALLOWED
}

/** 谁申请谁不召集: who convenes owns nothing of what is to become a business. */
export function decideConvenerOfUnit(ownsIt: boolean): Decision {
  return ownsIt ? refused('VOTE_CONVENER_APPLIES', 'applicantUnitId') : ALLOWED
}

/** Who applies, said by the unit and never by a person. */
export const applicantInWords = (unitName: string): string =>
  `要改用途的是「${unitName}」。它的业主是申请的人，没有票，不在名册上。`

/** What an owner of another building is to know. */
export const OUTSIDERS_IN_WORDS = '别的楼的业主，能证明受影响的，公示期里提出来；成立的，加到名册上。'

/** Of an owner of another building who is on the roll of this one. */
export const outsiderName = (name: string): string => `${name}（别的楼，受影响）`

/** How an objection of somebody who neither lives there nor is on the roll is signed. */
export const OUTSIDER_SIGNS = '别的楼的一位业主'

/** What an upheld objection may change in the roll; one to the result changes nothing there. */
export function amendmentsOf({
  about,
  ofVoter,
  rules,
}: {
  about: ObjectionAbout
  /** It is about somebody on the roll. */
  ofVoter: boolean
  rules: readonly VoteRule[]
}): Amendment[] {
  if (about !== 'roll') return []
  return [
    'none',
    ...(ofVoter ? (['include', 'remove'] as const) : []),
    ...(isUnanimous(rules) ? (['add_outsider'] as const) : []),
    'rebuild',
  ]
}
