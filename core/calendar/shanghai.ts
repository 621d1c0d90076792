import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** China has one time zone and no summer time since 1991: a fixed offset is exact for every instant this software sees. */
const SHANGHAI_OFFSET_MINUTES = 8 * 60

/** An instant as a wall clock in Shanghai shows it. */
export function inShanghai(instant: Date | string): Dayjs {
  return dayjs.utc(instant).utcOffset(SHANGHAI_OFFSET_MINUTES)
}

/**
 * End of a period of calendar days in Asia/Shanghai, the first not counted (domain.md, head): the instant at which
 * day `days` after the start's day is over.
 */
export function endOfDays(start: Date | string, days: number): Date {
  return inShanghai(start)
    .startOf('day')
    .add(days + 1, 'day')
    .toDate()
}

/** The last day of such a period, as an instant inside it: what "最晚" shows. */
export function lastDayOf(start: Date | string, days: number): Date {
  return inShanghai(start).startOf('day').add(days, 'day').toDate()
}
