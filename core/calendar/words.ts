import type { Dayjs } from 'dayjs'
import { wallClock } from './shanghai'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const weekday = (day: Dayjs): string => WEEKDAYS[day.day()] as string
const daysBetween = (from: Dayjs, to: Dayjs): number => to.startOf('day').diff(from.startOf('day'), 'day')

/** The two days that are chosen most. */
export const TODAY = '今天'
export const TOMORROW = '明天'

/**
 * A day in words: 今天, 昨天, else the date; the year only when it is another one. A day of the past week has its weekday
 * beside its date: 周三 alone would be read as the coming one.
 */
export function dayInWords(instant: Date | string, now: Date | string): string {
  const day = wallClock(instant)
  const today = wallClock(now)
  const away = daysBetween(today, day)
  if (away === 0) return TODAY
  if (away === -1) return '昨天'
  if (away === 1) return TOMORROW
  if (away < 0 && away > -7) return dateInWords(instant)
  return dateBeside(instant, now)
}

/** 11月29日, with its year only where that isn't the other day's. */
export function dateBeside(instant: Date | string, other: Date | string): string {
  const day = wallClock(instant)
  return day.year() === wallClock(other).year() ? `${day.month() + 1}月${day.date()}日` : fullDate(instant)
}

/** The same for what is to come: 周六 within the week. */
export function comingDayInWords(instant: Date | string, now: Date | string): string {
  const away = daysBetween(wallClock(now), wallClock(instant))
  return away > 1 && away < 7 ? weekday(wallClock(instant)) : dayInWords(instant, now)
}

/** 9:20. */
export function timeInWords(instant: Date | string): string {
  return wallClock(instant).format('H:mm')
}

/** 今天 9:20. */
export function momentInWords(instant: Date | string, now: Date | string): string {
  return `${dayInWords(instant, now)} ${timeInWords(instant)}`
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** How old something is: 刚才, 10 分钟前, 3 小时前 on the same day, else 昨天 9:20. A clock that was put back makes nothing younger than 刚才. */
export function ageInWords(instant: Date, now: Date): string {
  const age = now.getTime() - instant.getTime()
  if (age < MINUTE_MS) return '刚才'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} 分钟前`
  if (dayInWords(instant, now) === TODAY) return `${Math.floor(age / HOUR_MS)} 小时前`
  return momentInWords(instant, now)
}

/** 11月25日（周三）: a day that is a promise, so always with its date. */
export function dateInWords(instant: Date | string): string {
  const day = wallClock(instant)
  return `${day.month() + 1}月${day.date()}日（${weekday(day)}）`
}

/** 2026年11月25日: for periods that cross years. */
export function fullDate(instant: Date | string): string {
  return wallClock(instant).format('YYYY年M月D日')
}
