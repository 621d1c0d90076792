import { dateOf, endOfDays, startOfDay } from '../calendar'
import { countsArea, type VoteRule } from './rules'

/** Notice before the opening, in days: owners' decisions, community-wide ones, all others (domain.md 7). */
export const NOTICE_DAYS = { owners: 15, community: 10, other: 3 } as const
/** Objections to the roll: so many days from the notice, and so many for the decision (domain.md 7). */
export const ROLL_OBJECTION_DAYS = 5
export const ROLL_DECISION_DAYS = 3
/** The result is posted so many days after the end of voting (domain.md 7). */
export const RESULT_DAYS = 3
/** Objections to the result, in days; community-wide ones longer (domain.md 7). */
export const RESULT_OBJECTION_DAYS = { community: 15, other: 7 } as const
/** Voting ends on its last day at this hour in Shanghai, and lasts at most so many days. ○ */
export const CLOSING_HOUR = 20
export const OPEN_DAYS_AT_MOST = 60
/** A vote is announced at most so many days ahead. ○ */
export const AHEAD_DAYS_AT_MOST = 180
/** Who has not voted yet is reminded so many hours before the end. ○ */
export const REMIND_HOURS = 24

const HOUR_MS = 3_600_000

interface Timed {
  communityId: string
  placeId: string
  rules: readonly VoteRule[]
}

const isCommunityWide = ({ communityId, placeId }: Timed): boolean => placeId === communityId

/** Days of notice before such a vote may open; of several grounds the longest. */
export function noticeDaysOf(vote: Timed): number {
  if (vote.rules.some(countsArea)) return NOTICE_DAYS.owners
  return isCommunityWide(vote) ? NOTICE_DAYS.community : NOTICE_DAYS.other
}

/** The first day on which it may open, when notice is given at this instant: YYYY-MM-DD in Shanghai. */
export function earliestOpening(vote: Timed, noticeAt: Date): string {
  return dateOf(endOfDays(noticeAt, noticeDaysOf(vote)))
}

/** When voting begins and ends, from its first and last day. */
export function opensAtOf(opensOn: string): Date {
  return startOfDay(opensOn)
}
export function closesAtOf(closesOn: string): Date {
  return new Date(startOfDay(closesOn).getTime() + CLOSING_HOUR * HOUR_MS)
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / (24 * HOUR_MS))
}

/** Whether voting may last from one day to the other. */
export function isPossibleSpan(opensOn: string, closesOn: string): boolean {
  const days = daysBetween(opensOn, closesOn)
  return days >= 0 && days <= OPEN_DAYS_AT_MOST
}

/** Whether notice given now leaves its days, and isn't too early. */
export function leavesNotice(vote: Timed, opensOn: string, noticeAt: Date): boolean {
  return opensOn >= earliestOpening(vote, noticeAt)
}
export function isTooFarAhead(opensOn: string, now: Date): boolean {
  return daysBetween(dateOf(now), opensOn) > AHEAD_DAYS_AT_MOST
}

/** Until when the roll may be objected to: its days, but not beyond the opening. */
export function rollObjectionsEndAt(noticeAt: Date, opensAt: Date): Date {
  const end = endOfDays(noticeAt, ROLL_OBJECTION_DAYS)
  return end < opensAt ? end : opensAt
}

/** By when an objection to the roll is decided. */
export function rollDecisionDueAt(objectedAt: Date): Date {
  return endOfDays(objectedAt, ROLL_DECISION_DAYS)
}

/** By when the result is posted. */
export function resultDueAt(closesAt: Date): Date {
  return endOfDays(closesAt, RESULT_DAYS)
}

/** Until when the result may be objected to. */
export function resultObjectionsEndAt(vote: Timed, closedAt: Date): Date {
  return endOfDays(
    closedAt,
    isCommunityWide(vote) ? RESULT_OBJECTION_DAYS.community : RESULT_OBJECTION_DAYS.other,
  )
}

/** When who has not voted yet is reminded; null when voting is too short for it. */
export function voteRemindAt(opensAt: Date, closesAt: Date): Date | null {
  const at = new Date(closesAt.getTime() - REMIND_HOURS * HOUR_MS)
  return at > opensAt ? at : null
}

/** An opening that waited for an objection moves the end by as many days: voting stays as long as was announced. */
export function closesAtAfterDelay(plannedOpening: Date, opened: Date, closesAt: Date): Date {
  const days = daysBetween(dateOf(plannedOpening), dateOf(opened))
  return new Date(closesAt.getTime() + Math.max(0, days) * 24 * HOUR_MS)
}
