import { endOfDays, monthsAfter } from '../calendar'

/** A round is idle after so many days without anything done in it (domain.md 6). */
export const IDLE_DAYS = 60
/** Staff then have so many days to find a new convener before it ends as `abandoned`. ○ */
export const NEW_CONVENER_DAYS = 14
/** A head has so many days to convene for a topic of the standing board, or to decline in public (domain.md 6). */
export const HEAD_DAYS = 7
/** Seconds a topic needs, unless half the homes of the scope are fewer (domain.md 6). */
export const TOPIC_SECONDS_AT_MOST = 3

/** A round is set for a time at most so many months ahead. ○ */
const MONTHS_AHEAD = 6

/** Whether neighbours may meet then: later than now, and not too far ahead. */
export const isRoundTime = (meetsAt: Date, now: Date): boolean =>
  meetsAt > now && meetsAt <= monthsAfter(now, MONTHS_AHEAD)

/** When a round counts as idle. */
export const idleAt = (touchedAt: Date): Date => endOfDays(touchedAt, IDLE_DAYS)
/** When an idle round ends. */
export const abandonedAt = (idleSince: Date): Date => endOfDays(idleSince, NEW_CONVENER_DAYS)
/** From when on it counts as silence that a head neither convened nor declined. */
export const headSilentAt = (metAt: Date): Date => endOfDays(metAt, HEAD_DAYS)

/** Homes that must second a topic: `min(3, half the scope's homes, rounded up)`, one at least (domain.md 6). */
export function topicSecondsNeeded(homesInScope: number): number {
  return Math.max(1, Math.min(TOPIC_SECONDS_AT_MOST, Math.ceil(homesInScope / 2)))
}
