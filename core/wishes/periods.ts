import { dateOf, endOfDays, lastDayOf, startOfDay } from '../calendar'

/** An offer of help lapses after so many hours without an answer (domain.md 4). */
export const OFFER_HOURS = 48
/** A helper has 7 days to get in touch, and 30 to help (domain.md 4). */
export const CONTACT_DAYS = 7
export const DELIVERY_DAYS = 30
/** Days before the end of such a period on which the helper is reminded. ○ */
export const REMIND_DAYS = 2
/** An organisation whose member left has 7 days to send another (domain.md 4). */
export const REPLACE_DAYS = 7
/** A wish stands for 90 days, then its author is asked (domain.md 4). */
export const STANDING_DAYS = 90
/** Silence never counts as fulfilled: after so many days it is asked once more (domain.md 4), and as many later phones are masked. ○ */
export const ASK_AGAIN_DAYS = 7
/** Seconds at which a wish may become more, unless half the homes are fewer (domain.md 4). */
export const SECONDS_AT_MOST = 5
/** Days after the end of a wish said for somebody else for which it is known whose it was: who agreed may be asked. ○ */
export const OTHER_KEPT_DAYS = 90

const HOUR_MS = 3_600_000

/** The instant at which an offer lapses. */
export function offerLapsesAt(offeredAt: Date): Date {
  return new Date(offeredAt.getTime() + OFFER_HOURS * HOUR_MS)
}

/** End of the days to get in touch. */
export function contactEndsAt(claimedAt: Date): Date {
  return endOfDays(claimedAt, CONTACT_DAYS)
}

/** End of the days to help. */
export function deliveryEndsAt(claimedAt: Date): Date {
  return endOfDays(claimedAt, DELIVERY_DAYS)
}

/** The last day to get in touch, or to help: what a page names as 最晚. */
export function lastDayToContact(claimedAt: Date): Date {
  return lastDayOf(claimedAt, CONTACT_DAYS)
}
export function lastDayToDeliver(claimedAt: Date): Date {
  return lastDayOf(claimedAt, DELIVERY_DAYS)
}

/** When the helper is reminded before such an end. */
export function remindAt(claimedAt: Date, days: number): Date {
  return lastDayOf(claimedAt, days - REMIND_DAYS)
}

/** End of an organisation's days to send another member. */
export function replacementEndsAt(memberLeftAt: Date): Date {
  return endOfDays(memberLeftAt, REPLACE_DAYS)
}

/** When the author of a delivered wish is asked once more. */
export function askAgainAt(deliveredAt: Date): Date {
  return endOfDays(deliveredAt, ASK_AGAIN_DAYS)
}

/** When the two see each other's phone no more, of a delivered wish whose author stays silent. */
export function contactClosesAt(askedAgainAt: Date): Date {
  return endOfDays(askedAgainAt, ASK_AGAIN_DAYS)
}

/**
 * Until when a wish stands: 90 days, or to the end of the day by which it is wanted. The day is a date in
 * Asia/Shanghai (YYYY-MM-DD).
 */
export function standsUntil(publishedAt: Date, wantedBy: string | null): Date {
  const end = endOfDays(publishedAt, STANDING_DAYS)
  if (wantedBy === null) return end
  const dayEnd = endOfDays(startOfDay(wantedBy), 0)
  return dayEnd < end ? dayEnd : end
}

/** Whose wish it was is forgotten where it ended before this instant. */
export function othersForgottenBefore(now: Date): Date {
  return new Date(now.getTime() - OTHER_KEPT_DAYS * 24 * HOUR_MS)
}

/** Whether a wanted day is today or later, and within the time a wish stands. */
export function isPossibleDay(wantedBy: string, now: Date): boolean {
  const end = endOfDays(startOfDay(wantedBy), 0)
  return end > now && end <= endOfDays(now, STANDING_DAYS)
}

/** So many days before the day by which it is wanted a wish counts as urgent in a list. ○ */
export const URGENT_DAYS = 7

/** Days from today to the day by which it is wanted: 0 is today. */
export function daysLeft(wantedBy: string, now: Date): number {
  return Math.round((startOfDay(wantedBy).getTime() - startOfDay(dateOf(now)).getTime()) / (24 * HOUR_MS))
}

/** Homes that must second it before it may become a matter or a topic: 5, or half the homes of its scope, rounded up. */
export function secondsNeeded(homesInScope: number): number {
  return Math.max(1, Math.min(SECONDS_AT_MOST, Math.ceil(homesInScope / 2)))
}
