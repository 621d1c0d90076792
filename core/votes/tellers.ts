import { ALLOWED, holds, refused, type Actor, type Decision, type Role } from '../permissions'
import { electoratesFor } from './conveners'
import type { VotePlace } from './vote'

/** 计票人: the first two key in every envelope, the third where they differ (domain.md 7). */
export const TELLER_SEATS = [1, 2, 3] as const
export type TellerSeat = (typeof TELLER_SEATS)[number]

/** 后备: keys in only what the other two read differently. */
export const THIRD_SEAT = 3

/** As many as are named at notice. */
export const TELLERS_NAMED = TELLER_SEATS.length

/** In office over the place, and nobody whose company, or whose own conduct in office, is what is voted about. */
export const TELLER_ROLES: readonly Role[] = [
  'building_head',
  'council_member',
  'owners_committee',
  'grid_worker',
  'grid_chief',
  'community_staff',
  'residents_committee',
  'community_secretary',
  'subdistrict_staff',
]

/** The level above, which names another teller for one who left office or does not come (domain.md 3). */
export const ABOVE_TELLERS: readonly Role[] = ['community_secretary', 'subdistrict_staff', 'district_staff']

/** What a seat is called. */
export const TELLER_SEAT_LABELS: Record<TellerSeat, string> = {
  1: '计票人',
  2: '计票人',
  3: '后备计票人',
}

/** 看谁能当计票人: who convenes votes there, or names another teller. */
export function decidePickTellers(actor: Actor, place: VotePlace): Decision {
  const mayPick = electoratesFor(actor.roles, place).length > 0 || holds(...ABOVE_TELLERS)(actor, place)
  return mayPick ? ALLOWED : refused('NOT_ALLOWED')
}

/** 选计票人: three different ones in office there, never the convener (domain.md 7). None at all: nothing is on paper. */
export function decideTellers(
  chosenIds: readonly string[],
  { inOfficeIds, convenerId }: { inOfficeIds: readonly string[]; convenerId: string },
): Decision {
  if (chosenIds.length === 0) return ALLOWED
  const wrong =
    chosenIds.length !== TELLERS_NAMED ||
    new Set(chosenIds).size !== chosenIds.length ||
    chosenIds.some((id) => id === convenerId || !inOfficeIds.includes(id))
  return wrong ? refused('VOTE_TELLERS_WRONG', 'tellerIds') : ALLOWED
}

/**
 * 换计票人: in office there, neither the convener nor who names them, and nobody who is or was a teller of this vote, so that
 * nobody keys the same envelope twice.
 */
export function decideNewTeller(
  newId: string,
  {
    inOfficeIds,
    convenerId,
    byId,
    everTellerIds,
  }: {
    inOfficeIds: readonly string[]
    convenerId: string
    byId: string
    everTellerIds: readonly string[]
  },
): Decision {
  const wrong =
    newId === convenerId || newId === byId || everTellerIds.includes(newId) || !inOfficeIds.includes(newId)
  return wrong ? refused('VOTE_TELLERS_WRONG', 'personId') : ALLOWED
}
