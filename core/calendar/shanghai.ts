import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China has one time zone and no summer time since 1991: a fixed offset is exact for every instant this software sees. */
const SHANGHAI_OFFSET_MINUTES = 8 * 60

/** A wall clock in Shanghai, read from a UTC clock put 8 hours on: the machine's own time zone has no part in it. */
export function wallClock(instant: Date | string): Dayjs {
  return dayjs.utc(instant).add(SHANGHAI_OFFSET_MINUTES, 'minute')
}

/** The instant at which a wall clock in Shanghai shows this. */
function instantOf(wall: Dayjs): Date {
  return wall.subtract(SHANGHAI_OFFSET_MINUTES, 'minute').toDate()
}

/**
 * End of a period of calendar days in Asia/Shanghai, the first not counted (domain.md, head): the instant at which
 * day `days` after the start's day is over.
 */
export function endOfDays(start: Date | string, days: number): Date {
  return instantOf(
    wallClock(start)
      .startOf('day')
      .add(days + 1, 'day'),
  )
}

/** The last day of such a period, as an instant inside it: what "最晚" shows. */
export function lastDayOf(start: Date | string, days: number): Date {
  return instantOf(wallClock(start).startOf('day').add(days, 'day'))
}

/** The last instant before something is over: its day is the one that 到 … 为止 names. */
export function justBefore(end: Date | string): Date {
  return new Date(new Date(end).getTime() - 1)
}

/** The same day and time of day, years later; from 29 February to 28 February where there is none. */
export function yearsAfter(start: Date | string, years: number): Date {
  return instantOf(wallClock(start).add(years, 'year'))
}

/** The same day and time of day, months later; the last day of a month that is shorter. */
export function monthsAfter(start: Date | string, months: number): Date {
  return instantOf(wallClock(start).add(months, 'month'))
}

/** The next time a clock in Shanghai shows this full hour: later than the instant itself. */
export function nextFullHour(after: Date | string, hour: number): Date {
  const today = wallClock(after).startOf('day').add(hour, 'hour')
  const next = instantOf(today).getTime() > new Date(after).getTime() ? today : today.add(1, 'day')
  return instantOf(next)
}

/** The instant at which a day begins, from its date in Asia/Shanghai (YYYY-MM-DD). */
export function startOfDay(date: string): Date {
  return instantOf(dayjs.utc(`${date}T00:00:00Z`))
}

/** The date of an instant in Asia/Shanghai, as YYYY-MM-DD. */
export function dateOf(instant: Date | string): string {
  return wallClock(instant).format('YYYY-MM-DD')
}

const DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/

/** 2026-1-5, 2026年1月5日: a day as somebody wrote it, as YYYY-MM-DD; undefined: there is no such day. */
export function dayInText(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text.trim()) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = year !== '' && dateOf(startOfDay(written)) === written
  return real && year >= '1900' && year <= '2200' ? written : undefined
}
