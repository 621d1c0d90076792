import { endOfDays, lastDayOf, startOfDay } from '../calendar'

/** A reporter has 7 days to answer a result; closing never shortens them (domain.md 5). */
export const ANSWER_DAYS = 7
/** Days to ask for a review of a decline, to unmerge, and to reopen (domain.md 5). */
export const SECOND_THOUGHT_DAYS = 14
/** A first deferral of up to 30 days is the lead's own; more is granted one level up (domain.md 5). */
export const DEFERRAL_DAYS = 30
/** Nothing is parked for longer than this before somebody looks at it again. ○ */
export const DEFERRAL_MAX_DAYS = 180
/** Premises are inspected again this many days after it was said to be in order. ○ */
export const REINSPECT_DAYS = 30

/** End of the reporter's days to answer: the instant at which the clock closes the matter. */
export function answerEndsAt(resolvedAt: Date): Date {
  return endOfDays(resolvedAt, ANSWER_DAYS)
}

/** Whether 14 days from an act are not over yet. */
export function inSecondThought(since: Date, now: Date): boolean {
  return now < endOfDays(since, SECOND_THOUGHT_DAYS)
}

/** The instant at which a review day begins, from its date (YYYY-MM-DD in Asia/Shanghai). */
export function reviewStartsAt(reviewOn: string): Date {
  return startOfDay(reviewOn)
}

/** Whether a review day is later than today and not later than `days` days from now. */
export function isWithinDays(reviewAt: Date, days: number, now: Date): boolean {
  return reviewAt > now && reviewAt <= lastDayOf(now, days)
}

/** From when on premises are inspected again. */
export function reinspectFrom(closedAt: Date): Date {
  return lastDayOf(closedAt, REINSPECT_DAYS)
}
