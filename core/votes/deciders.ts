import type { Role } from '../permissions'
import { countsArea } from './rules'
import type { Vote } from './vote'

type Asked = Pick<Vote, 'rules' | 'hasCommittee'>

/**
 * Who decides about the roll, by office: who may answer an objection to it, and is told of it. About one of owners their committee too,
 * about one of homes not (domain.md 7).
 */
export function rollDecidingRoles({ rules }: Pick<Vote, 'rules'>): Role[] {
  const community: Role[] = ['community_staff', 'community_secretary', 'residents_committee']
  return rules.some(countsArea) ? [...community, 'owners_committee'] : community
}

export const CERTIFYING_ROLES = ['owners_committee', 'community_secretary'] as const
export type CertifyingRole = (typeof CERTIFYING_ROLES)[number]

/**
 * 谁来确认: of owners’ decisions the owners’ committee (domain.md 7), else the secretary. Who certifies is never the convener: where
 * the committee has no other member in office, or there is none, it is the secretary as well.
 */
export const certifyingRole = ({ rules, hasCommittee }: Asked): CertifyingRole =>
  rules.some(countsArea) && hasCommittee ? 'owners_committee' : 'community_secretary'

/** Why nobody certifies a result: that office is vacant, or who is alone in it convened the vote. */
export const CERTIFIER_GAPS = ['vacant', 'convener_alone'] as const
export type CertifierGap = (typeof CERTIFIER_GAPS)[number]

/** 没有人能确认: of those in the certifying office, `personIds`, somebody else than the convener must be left; null: so it is. */
export function certifierGap(
  personIds: readonly string[],
  { convenerId }: Pick<Vote, 'convenerId'>,
): CertifierGap | null {
  if (personIds.length === 0) return 'vacant'
  return personIds.every((id) => id === convenerId) ? 'convener_alone' : null
}

/** 第二位: who may agree that a result is void, by office. */
export const SECOND_ROLES: readonly Role[] = [
  'community_secretary',
  'residents_committee',
  'subdistrict_staff',
  'district_staff',
]
