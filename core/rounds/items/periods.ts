import { dateOf, monthsAfter, startOfDay } from '../../calendar'

/** An item is due within so many months. ○ */
const DUE_MONTHS_AT_MOST = 24
/** So many days before the due day its owner is reminded, and on that day again. ○ */
export const ITEM_REMIND_DAYS = 2
/** The hour in Shanghai at which reminders come. */
const REMIND_HOUR = 9
const DAY_HOURS = 24
const HOUR_MS = 3_600_000

export const ITEM_REMINDERS = ['before', 'on_day'] as const
export type ItemReminder = (typeof ITEM_REMINDERS)[number]

/** Whether a day (YYYY-MM-DD, Shanghai) can be promised: from today on, for two years at most. */
export function isPossibleDue(dueOn: string, now: Date): boolean {
  return dueOn >= dateOf(now) && dueOn <= dateOf(monthsAfter(now, DUE_MONTHS_AT_MOST))
}

/** When a reminder of this due day comes. */
export function itemRemindedAt(dueOn: string, reminder: ItemReminder): Date {
  const days = reminder === 'before' ? ITEM_REMIND_DAYS : 0
  return new Date(startOfDay(dueOn).getTime() + (REMIND_HOUR - days * DAY_HOURS) * HOUR_MS)
}

/** The due day is over. */
export const isPastDue = (dueOn: string, now: Date): boolean => dueOn < dateOf(now)
