import type { Role } from '../permissions'
import { resultDueAt, rollDecisionDueAt } from './periods'
import { ABOVE_TELLERS } from './tellers'
import type { Vote } from './vote'
import { hasTurnoutOnly, type VoteOverdue } from './workflow'

/** 上一级: who is told, by office, when the days for it have passed (domain.md 7). Of the roll: above all who decide about it. */
export const ABOVE_OVERDUE: Record<VoteOverdue, readonly Role[]> = {
  roll_overdue: ['subdistrict_staff', 'district_staff'],
  result_overdue: ABOVE_TELLERS,
}

/** What an instant is asked by. */
export interface Waiting {
  /** When the first objection to the roll was raised that nobody has answered, of those that nothing was told of; null: there is none. */
  objectedAt: Date | null
  /** When it was told last; null: never. */
  toldAt: Date | null
}

/**
 * When the clock next says that something is overdue: an objection to the roll that holds the opening, or the result. Null: nothing
 * is, or all of it was told already.
 */
export function voteOverdueAt(
  { state, closesAt }: Pick<Vote, 'state' | 'closesAt'>,
  what: VoteOverdue,
  { objectedAt, toldAt }: Waiting,
): Date | null {
  const due = dueOf({ state, closesAt }, what, objectedAt)
  return due && (!toldAt || due > toldAt) ? due : null
}

function dueOf(
  { state, closesAt }: Pick<Vote, 'state' | 'closesAt'>,
  what: VoteOverdue,
  objectedAt: Date | null,
): Date | null {
  if (what === 'result_overdue') return hasTurnoutOnly(state) ? resultDueAt(closesAt) : null
  return state === 'notice' && objectedAt ? rollDecisionDueAt(objectedAt) : null
}
