import { membershipActsFor, type Membership, type MembershipView } from '#core/people'
import type { Actor } from '#core/permissions'
import type { MembershipRow } from './membership-repository'

/** Whoever wrote no name for themselves. */
export const NAMELESS = '没写称呼的人'

/** A membership as one reader sees it, with the acts open to them. */
export function presentMembership(row: MembershipRow, membership: Membership, actor: Actor): MembershipView {
  return {
    membershipId: row.membership_id,
    communityId: row.community_id,
    homeId: row.home_id,
    homeName: row.home_name,
    mine: row.person_id === actor.personId,
    personName: row.nickname ?? NAMELESS,
    relation: row.relation,
    isAdult: row.is_adult,
    note: row.note,
    state: row.state,
    reason: row.reason,
    askedAt: row.asked_at.toISOString(),
    acts: membershipActsFor(actor, membership),
  }
}
