import { dateOf, lastDayOf, startOfDay, timeInWords } from '#core/calendar'

const MINUTE_MS = 60_000
/** From eight in the morning to half past nine in the evening, every half hour. */
const FIRST_MINUTE = 8 * 60
const LAST_MINUTE = 21 * 60 + 30
const STEP_MINUTES = 30

/** A time of the day, in minutes since midnight. */
export interface TimeChoice {
  value: string
  words: string
}

/** When neighbours may meet on a day. */
export function timesOf(day: string): TimeChoice[] {
  const times: TimeChoice[] = []
  for (let minute = FIRST_MINUTE; minute <= LAST_MINUTE; minute += STEP_MINUTES)
    times.push({ value: String(minute), words: timeInWords(instantAt(day, String(minute))) })
  return times
}

/** The instant of a time of a day in Asia/Shanghai. */
export function instantAt(day: string, minute: string): Date {
  return new Date(startOfDay(day).getTime() + Number(minute) * MINUTE_MS)
}

/** The next days, today first. */
export function daysFrom(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) => dateOf(lastDayOf(now, index)))
}

/** The day and the time of an instant. */
export function dayAndTimeOf(instant: string): { day: string; minute: string } {
  const at = new Date(instant)
  const day = dateOf(at)
  return { day, minute: String((at.getTime() - startOfDay(day).getTime()) / MINUTE_MS) }
}
